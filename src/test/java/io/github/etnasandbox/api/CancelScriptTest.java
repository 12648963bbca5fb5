package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes of a cancel, said in a test's own code. */
@SandboxTest
@Timeout(60)
class CancelScriptTest {
    private static final String NEW = "New New Complete New";

    private static final String PENDING = "PendingCancel PendingCancel Executing Cancel";
    private static final String CANCELED = "Canceled Canceled Complete Cancel";
    private static final CancelOutcome AFTER_TWO_SECONDS = CancelOutcome.acceptAfter(Duration.ofSeconds(2));

    /** Each outcome with the answers of orders and of syncorders, and the order behind them. */
    static Stream<Arguments> outcomes() {
        return Stream.of(
                Arguments.of(CancelOutcome.ACCEPT, 204, 204, CANCELED, "0 0 0"),
                Arguments.of(CancelOutcome.FILL_FIRST, 409, 409, "Filled Filled Complete New", "0 150 156.85"),
                Arguments.of(CancelOutcome.partialFillFirst(40), 204, 204, CANCELED, "0 40 156.85"),
                Arguments.of(
                        CancelOutcome.partialFillFirst(200), 409, 409, "Filled Filled Complete New", "0 150 156.85"),
                Arguments.of(CancelOutcome.REJECT, 204, 409, "New Rejected Rejected CancelReject", "150 0 0"),
                Arguments.of(
                        CancelOutcome.FILL_AFTER_ACCEPT,
                        204,
                        409,
                        "Filled Rejected Rejected CancelReject",
                        "0 150 156.85"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void an_order_is_scripted(
            CancelOutcome outcome, int ofOrders, int ofSyncorders, String state, String quantities, World world)
            throws Exception {
        Order scripted = world.cancelOutcome(73552, outcome);
        assertThat(scripted.cancelOutcome()).isEqualTo(outcome);
        assertThat(ClientThread.cancels(world, "orders", 73552).answer().getStatus())
                .isEqualTo(ofOrders);
        assertThat(ShownOrder.get(world, 73552).state()).isEqualTo(state);
        assertThat(ShownOrder.get(world, 73552).quantities()).isEqualTo(quantities);

        world.reset();
        world.cancelOutcome(73552, outcome);
        assertThat(ClientThread.cancels(world, "syncorders", 73552).answer().getStatus())
                .isEqualTo(ofSyncorders);
        assertThat(ShownOrder.get(world, 73552).state()).isEqualTo(state);
    }

    @Test
    void an_order_is_held_until_the_venue_is_told(World world) throws Exception {
        world.cancelOutcome(73552, CancelOutcome.HOLD);
        ClientThread client = ClientThread.cancels(world, "syncorders", 73552);
        client.isUnderWay(world, 73552);
        assertThat(ShownOrder.get(world, 73552).state()).isEqualTo(PENDING);
        world.acknowledgeCancel(73552);
        assertThat(client.answer().getStatus()).isEqualTo(204);
        assertThat(ShownOrder.get(world, 73552).state()).isEqualTo(CANCELED);
    }

    @Test
    void scripting_an_order_is_no_change_that_a_client_sees(World world) {
        ShownOrder before = ShownOrder.get(world, 73552);
        int records = world.order(73552).records().size();
        world.cancelOutcome(73552, CancelOutcome.HOLD);
        assertThat(ShownOrder.get(world, 73552)).isEqualTo(before);
        assertThat(world.order(73552).records()).hasSize(records);
    }

    @Test
    void a_script_counts_for_the_cancels_after_it_only(World world) {
        world.cancelOutcome(73552, AFTER_TWO_SECONDS);
        cancel(world, 73552, "admin-token");
        world.cancelOutcome(73552, CancelOutcome.REJECT);
        world.advance(Duration.ofSeconds(2));
        assertThat(ShownOrder.get(world, 73552).state()).isEqualTo(CANCELED);
    }

    @Test
    void an_order_that_is_over_cannot_be_scripted(World world) {
        cancel(world, 73552, "admin-token");
        assertThatThrownBy(() -> world.cancelOutcome(73552, CancelOutcome.HOLD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("order 73552 is Canceled; nothing can come of a cancel any more");
        assertThatThrownBy(() -> world.cancelOutcome(1, CancelOutcome.HOLD))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no order 1");
    }

    @Test
    void the_next_cancel_is_scripted_once(World world) {
        world.nextCancel(CancelOutcome.HOLD);
        cancel(world, 73552, "admin-token");
        cancel(world, 75302, "admin-token");
        assertThat(ShownOrder.get(world, 73552).field("Status")).isEqualTo("PendingCancel");
        assertThat(ShownOrder.get(world, 75302).field("Status")).isEqualTo("Canceled");
    }

    @Test
    void an_order_with_an_outcome_of_its_own_leaves_the_next_cancels_to_others(World world) {
        world.cancelOutcome(73552, CancelOutcome.ACCEPT);
        world.nextCancel(CancelOutcome.HOLD);
        cancel(world, 73552, "admin-token");
        assertThat(ShownOrder.get(world, 73552).state()).isEqualTo(CANCELED);
        cancel(world, 75302, "admin-token");
        assertThat(ShownOrder.get(world, 75302).field("Status")).isEqualTo("PendingCancel");
    }

    @Test
    void a_cancel_that_is_refused_anyway_does_not_use_up_the_next_one(World world) {
        world.nextCancel(CancelOutcome.HOLD);
        assertThat(cancel(world, 75225, "admin-token").getStatus()).isEqualTo(409);
        assertThat(cancel(world, 73552, "trader-token").getStatus()).isEqualTo(401);
        cancel(world, 73552, "admin-token");
        assertThat(ShownOrder.get(world, 73552).field("Status")).isEqualTo("PendingCancel");
    }

    @Test
    void a_fill_that_comes_first_uses_up_the_next_one(World world) {
        world.nextCancel(CancelOutcome.FILL_FIRST);
        assertThat(cancel(world, 73552, "admin-token").getStatus()).isEqualTo(409);
        assertThat(LiveWorld.of(world).state().venue()).isEqualTo(VenueSettings.DEFAULTS);
    }

    @Test
    void a_reset_takes_scripts_and_what_they_left_pending_back(World world) {
        world.cancelOutcome(73552, AFTER_TWO_SECONDS);
        world.nextCancel(CancelOutcome.REJECT);
        cancel(world, 73552, "admin-token");
        world.reset();

        assertThat(world.order(73552).cancelOutcome()).isNull();
        assertThat(LiveWorld.of(world).state().venue()).isEqualTo(VenueSettings.DEFAULTS);
        assertThat(world.advance(Duration.ofSeconds(2))).isEmpty();
        assertThat(ShownOrder.get(world, 73552).state()).isEqualTo(NEW);
        cancel(world, 73552, "admin-token");
        assertThat(ShownOrder.get(world, 73552).state()).isEqualTo(CANCELED);
    }

    @SandboxTest(fixtures = "lifecycle")
    @Nested
    class with_scripts_in_the_fixtures {
        @Test
        void a_reset_puts_them_back(World world) {
            world.cancelOutcome(2003, CancelOutcome.ACCEPT);
            cancel(world, 2003, "admin-token");
            world.reset();
            assertThat(world.order(2003).cancelOutcome()).isEqualTo(CancelOutcome.HOLD);
            cancel(world, 2003, "admin-token");
            assertThat(ShownOrder.get(world, 2003).state()).isEqualTo(PENDING);
        }
    }
}
