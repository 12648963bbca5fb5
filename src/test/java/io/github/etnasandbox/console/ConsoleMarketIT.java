package io.github.etnasandbox.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import org.junit.jupiter.api.Test;

/** Quotes and what accounts have, in the console. */
@BrowserTest
class ConsoleMarketIT {

    @Test
    void a_quote_is_set_and_what_it_did_is_told(World world, Browser browser) {
        browser.open(world, "?view=market");
        browser.see("No order reacts to a quote");
        browser.press("Fill at quotes: off");
        browser.hear("Orders fill at quotes now.");
        browser.choose("New quote", "Symbol", "GOOG");
        browser.fill("New quote", "Last", "1098");
        browser.fill("New quote", "Bid", "1090");
        browser.fill("New quote", "BidSize", "15");
        browser.press("Set quote");
        browser.hear("GOOG has the quote. Orders that react: 0; that wait: 1.");
        browser.see("1090 for 15");

        browser.fill("New quote", "Last", "1110");
        browser.fill("New quote", "Bid", "1110");
        browser.press("Set quote");
        browser.hear("GOOG has the quote. Orders that react: 1; that wait: 0.");
        browser.see("filled 15 at 1110");
        browser.press("80402");
        browser.see(".detail", "15 of 20");
        assertThat(world.order(80402).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    }

    @Test
    void a_quote_that_is_wrong_is_told_and_changes_nothing(World world, Browser browser) {
        browser.open(world, "?view=market");
        browser.fill("New quote", "Last", "cheap");
        browser.press("Set quote");
        browser.hear("Refused:");
        browser.see("#message", "/Last");
        browser.see("156.82");
    }

    @Test
    void a_fill_moves_what_an_account_has(World world, Browser browser) {
        browser.open(world, "?view=market");
        browser.see("976510.75");
        browser.see("21483");
        world.fill(73552);
        browser.seeNo("main", "976510.75");
    }
}
