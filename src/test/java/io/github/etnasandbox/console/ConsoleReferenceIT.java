package io.github.etnasandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.world.World;
import java.util.Objects;
import java.util.regex.Pattern;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;

/** Reading what the API and the control routes take and answer, and trying it. */
@BrowserTest
class ConsoleReferenceIT {
    private static final Pattern OPERATION = Pattern.compile("\"operationId\":\\s*\"(\\w+)\"");

    @Test
    void every_operation_of_the_contract_is_listed(World world, Browser browser) {
        String contract =
                Unirest.get(world.controlUrl() + "/openapi.json").asString().getBody();
        browser.open(world, "?view=reference");
        browser.see(".operations", "Drops a world");

        String shown = (String) Objects.requireNonNull(browser.run("""
                return Array.from(document.querySelectorAll('.operations a'), a => new URL(a.href).searchParams.get('id'))
                  .sort().join(' ')"""));
        assertThat(shown.split(" ", -1))
                .containsExactly(OPERATION
                        .matcher(contract)
                        .results()
                        .map(found -> found.group(1))
                        .sorted()
                        .toArray(String[]::new));
    }

    @Test
    void a_filter_and_the_chosen_operation_outlive_a_reload(World world, Browser browser) {
        browser.open(world, "?view=reference");
        browser.see(".operations", "Drops a world");
        browser.fill("Filter operations", "Find", "delete order");
        browser.enter();
        browser.seeNo(".operations", "Drops a world");
        browser.press("DELETE /v1.0/accounts/{accountId}/orders/{orderId} Cancels an outstanding order");
        browser.see(".detail", "cancelOrder");

        browser.reload();
        browser.see(".detail", "cancelOrder");
        browser.see(".operations", "/syncorders/{orderId}");
        assertThat(browser.textOf(".operations")).doesNotContain("Drops a world");
        assertThat(browser.address()).contains("id=cancelOrder").contains("find=delete+order");
    }

    @Test
    void an_operation_shows_what_it_takes_and_each_answer_with_its_source(World world, Browser browser) {
        browser.open(world, "?view=reference&id=placeOrder");
        browser.see(".detail", "The user whose order it is to be");
        browser.see(".detail", "Legs[].Symbol string");
        browser.see(".detail", "Symbol string without Legs");
        browser.see(".detail", "Market | Limit | Stop");
        browser.see(
                ".detail",
                "415 unsupported-media-type the body is said to be something else than JSON framework ASP.NET");
        browser.press("403: example of app-key-refused");
        browser.see(".detail", "Application key is not defined or does not exist");
    }

    @Test
    void a_cancel_is_tried_twice_and_its_refusal_explained(World world, Browser browser) {
        browser.open(world, "?view=reference&id=cancelOrder");
        browser.press("Send");
        browser.hear("DELETE /api/v1.0/accounts/6303/orders/73552: 204");
        browser.see(".seen", "Et-App-Key: demo-app-key");
        browser.see(".seen", "Authorization: Bearer admin-token");
        browser.see(".seen", "204 No Content");
        browser.see(".seen", "Status New Canceled");
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);

        browser.press("Send");
        browser.hear("Refused: DELETE /api/v1.0/accounts/6303/orders/73552: 409");
        browser.see(".seen", "409 Conflict");
        browser.see(".seen", "sandbox-reason: order 73552 is Canceled; only outstanding orders can be cancelled");
        browser.see(".seen", "To change: ");
        browser.press("request 2");
        browser.see(".detail", "Request 2");
    }

    @Test
    void an_order_is_placed_by_the_body_that_stands_there(World world, Browser browser) {
        browser.open(world, "?view=reference&id=placeOrder");
        browser.press("Send");
        browser.hear("POST /api/v1.0/accounts/6303/orders: 200");
        browser.see(".seen", "\"Id\":173094");

        browser.fill("Try it", "Body", "{\"Type\": 1");
        browser.press("Send");
        browser.hear("Refused: POST /api/v1.0/accounts/6303/orders: 422");
        browser.see(".seen", "content-type: application/json");
        browser.see(".seen", "invalid-body");
    }

    @Test
    void a_control_route_is_tried_in_the_world_of_the_page(World world, Browser browser) {
        browser.open(world, "?view=reference&id=advanceClock");
        browser.fill("Try it", "Body", "{\"by\": \"PT30S\"}");
        browser.press("Send");
        browser.hear("POST /sandbox/clock/advance: 200");
        browser.see("header", "2019-01-21 15:30:30");
        assertThat(world.now()).hasToString("2019-01-21T15:30:30Z");
    }

    @Test
    void an_answer_that_never_comes_is_told(World world, Browser browser) {
        // Chromium sends a request again when a connection that it has used before closes without an answer.
        world.inject(
                Fault.after("DELETE", "**/orders/73552", FaultEffect.close()).times(10));
        browser.open(world, "?view=reference&id=cancelOrder");
        browser.press("Send");
        browser.hear("Refused: DELETE /api/v1.0/accounts/6303/orders/73552: no answer came");
        browser.see(".seen", "No answer came: ");
        browser.see(".seen", "fault 1: close after it was applied");
    }

    @Test
    void what_a_header_field_cannot_hold_is_told(World world, Browser browser) {
        browser.open(world, "?view=reference&id=cancelOrder");
        browser.fill("Try it", "Authorization", "Bearer \u20ac");
        browser.press("Send");
        browser.see(".seen", "No answer came: ");
        assertThat(world.requests()).isEmpty();
    }

    @Test
    void an_operation_that_is_not_there_is_told(World world, Browser browser) {
        browser.open(world, "?view=reference&id=nothing");
        browser.see(".detail", "The contract of this world has no operation nothing.");
    }
}
