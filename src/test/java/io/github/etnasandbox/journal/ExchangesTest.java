package io.github.etnasandbox.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;

@SandboxTest
class ExchangesTest {
    private static final ExchangePattern CANCEL = ExchangePattern.of("DELETE", "**/orders/73552");

    @Test
    void what_was_asked_once_is_verified_and_returned(World world) {
        cancel(world);

        Exchange exchange = world.requests().verifyOnce(CANCEL.status(204));

        assertThat(exchange.changes()).hasSize(1);
        assertThat(exchange.reason()).isNull();
    }

    @Test
    void what_was_never_asked_is_verified_too(World world) {
        world.requests().verifyNone(CANCEL);
    }

    @Test
    void a_verification_that_fails_shows_what_comes_nearest_and_how_it_differs(World world) {
        cancel(world);
        cancel(world);

        assertThatThrownBy(() -> world.requests().verifyTimes(2, CANCEL.status(204)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected DELETE **/orders/73552 with status 204 2 times, found once\n"
                        + "  #1 DELETE /api/v1.0/accounts/6303/orders/73552 -> 204\n"
                        + "nearest are\n"
                        + "  #2 DELETE /api/v1.0/accounts/6303/orders/73552 -> 409 (order 73552 is Canceled; only"
                        + " outstanding orders can be cancelled)\n"
                        + "    status is 409, not 204");
    }

    @Test
    void a_verification_says_when_there_was_no_request_at_all(World world) {
        assertThatThrownBy(() -> world.requests().verifyOnce(CANCEL))
                .hasMessage("expected DELETE **/orders/73552 once, found never\nthere is no other request");
    }

    @Test
    void one_waits_for_a_request(World world) throws Exception {
        var cancel = Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .asEmptyAsync();

        Exchange exchange = world.awaitRequest(CANCEL, Duration.ofSeconds(30));

        assertThat(exchange.status()).isEqualTo(cancel.get().getStatus());
    }

    @Test
    void waiting_in_vain_shows_what_comes_nearest(World world) {
        cancel(world);

        assertThatThrownBy(() -> world.awaitRequest(CANCEL.status(409), Duration.ZERO))
                .hasMessageStartingWith("there was no DELETE **/orders/73552 with status 409 within PT0S\nnearest are")
                .hasMessageEndingWith("status is 204, not 409");
    }

    @Test
    void an_exchange_explains_itself_check_by_check(World world) {
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/80401")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();

        assertThat(world.requests().get(0).explanation().lines())
                .startsWith(
                        "#1 DELETE /api/v1.0/accounts/6303/orders/80401 -> 409 (order 80401 is on account 6688, not on"
                                + " 6303)")
                .contains("  passed app key: the app key is known and enabled")
                .contains("  passed role: user admin (7001) is an administrator")
                .contains("  FAILED order: order 80401 is on account 6688, not on 6303")
                .anyMatch(line -> line.startsWith("  to change: "))
                .endsWith("  rule unknown-order (assumed: guide page Cancel Mutual Fund Order says so of its orders)");
    }

    @Test
    void a_change_is_told_for_a_person(World world) {
        cancel(world);

        assertThat(world.requests().get(0).changes().get(0).toString())
                .startsWith("order 73552: LeavesQuantity 150 -> 0")
                .contains("Status \"New\" -> \"Canceled\"");
    }

    private static void cancel(World world) {
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();
    }
}
