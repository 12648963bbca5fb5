package io.github.etnasandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;

/** What a person does with requests and orders in the console. */
@BrowserTest
class ConsoleIT {
    static int cancel(World world, int order) {
        return Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/" + order)
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty()
                .getStatus();
    }

    @Test
    void a_request_tells_its_reason_checks_documentation_and_changes(World world, Browser browser) {
        cancel(world, 73552);
        cancel(world, 73552);
        browser.open(world, "");
        browser.see("order 73552 is Canceled; only outstanding orders can be cancelled");

        browser.press("2");
        browser.see(".detail", "To change: ");
        browser.see(".detail", "guide page Cancel Order");
        browser.see(".detail", "the app key is known and enabled");
        browser.see(".detail", "It changed no order.");

        browser.press("1");
        browser.see(".detail", "Status New Canceled");
        assertThat(browser.address()).endsWith("id=1");
    }

    @Test
    void an_order_is_filled_in_part_and_tells_its_life(World world, Browser browser) {
        browser.open(world, "?view=orders");
        browser.press("73552");
        browser.fill("", "Quantity", "40");
        browser.fill("", "Price", "156.45");
        browser.press("Fill");
        browser.hear("Order 73552: filled.");
        browser.see(".life", "PartiallyFilled");
        browser.see(".life", "40 at 156.45");
        assertThat(world.order(73552).executedQuantity()).isEqualTo(40);

        cancel(world, 73552);
        browser.press("Refresh");
        browser.see(".life", "by request 1, DELETE");
    }

    @Test
    void the_venue_does_what_it_is_told_and_tells_what_it_cannot(World world, Browser browser) {
        browser.open(world, "?view=orders&id=80328");
        browser.press("Acknowledge");
        browser.hear("Order 80328: acknowledged.");
        browser.press("Expire");
        browser.hear("Order 80328: expired.");
        browser.press("Reject");
        browser.hear("Refused: order 80328 is DoneForDay");
        assertThat(world.order(80328).status()).isEqualTo(OrderStatus.DONE_FOR_DAY);
    }

    @Test
    void an_order_is_placed_by_a_form_and_canceled_by_the_api(World world, Browser browser) {
        browser.open(world, "?view=orders");
        browser.press("Place an order");
        browser.fill("Order", "Quantity", "12");
        browser.fill("Order", "Price", "101.5");
        browser.press("Place order");
        browser.hear("POST /v1.0/accounts/6303/orders: 200");
        browser.see(".detail", "Buy 12 AAPL at 101.5");

        browser.press("Cancel order");
        browser.hear("DELETE /v1.0/accounts/6303/orders/173094: 204");
        browser.see(".life", "Canceled");
        assertThat(world.order(173094).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void what_the_api_refuses_is_told_with_its_reason(World world, Browser browser) {
        browser.open(world, "?view=orders&id=75301");
        browser.press("Cancel order");
        browser.hear("Refused: DELETE /v1.0/accounts/6303/orders/75301: 409, order 75301 is Filled");
    }

    @Test
    void what_comes_of_a_cancel_can_be_said(World world, Browser browser) {
        browser.open(world, "?view=orders&id=75302");
        browser.press("What comes of its cancel");
        browser.choose("Cancel outcome", "Outcome", "accept-after");
        browser.fill("Cancel outcome", "After", "PT2S");
        browser.press("Set");
        browser.hear("Order 75302: a cancel will accept-after.");
        browser.press("Cancel order");
        browser.see(".detail", "Venue answers next");
        browser.see(".detail", "acknowledge-cancel at 2019-01-21 15:30:02");
    }

    @Test
    void orders_are_filtered_by_account_and_status(World world, Browser browser) {
        browser.open(world, "?view=orders");
        browser.see(".rows", "80401");
        browser.choose("Filter orders", "Account", "6303");
        browser.seeNo(".rows", "80401");
        browser.choose("Filter orders", "Status", "Filled");
        browser.seeNo(".rows", "73552");
        browser.see(".rows", "75301");
        browser.reload();
        browser.see(".rows", "75301");
        assertThat(browser.textOf(".rows")).doesNotContain("73552");
    }
}
