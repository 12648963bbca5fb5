package io.github.etnasandbox.console;

import static io.github.etnasandbox.console.ConsoleIT.cancel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Gates and faults, set up from the console. */
@BrowserTest
class ConsoleStageIT {

    @Test
    void a_common_fault_takes_two_clicks_tells_its_hits_and_goes(World world, Browser browser) {
        browser.open(world, "?view=stage");
        browser.press("Gateway timeout");
        browser.press("Add fault");
        browser.hear("The fault is set: gateway timeout.");
        browser.see("DELETE **/orders/*");
        browser.see("0 of 1, 0 matched");

        assertThat(cancel(world, 73552)).isEqualTo(504);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
        browser.press("Refresh");
        browser.see("1 of 1, 1 matched");

        browser.press("Remove");
        browser.hear("is gone.");
        browser.see("No fault is in force.");
        assertThat(world.faults()).isEmpty();
    }

    @Test
    void a_gate_holds_a_request_until_it_is_released(World world, Browser browser) {
        browser.open(world, "?view=stage&method=DELETE&path=**%2Forders%2F73552");
        browser.press("Add gate");
        browser.hear("The gate is set.");
        CompletableFuture<Integer> canceled = CompletableFuture.supplyAsync(() -> cancel(world, 73552));
        browser.await("it is held", () -> {
            browser.press("Refresh");
            return browser.textOf("main").contains("holding");
        });
        assertThat(canceled).isNotDone();

        browser.press("Release");
        browser.hear("is released.");
        assertThat(canceled.join()).isEqualTo(204);
        browser.see("released by call");
    }

    @Test
    void what_makes_no_sense_is_told_and_changes_nothing(World world, Browser browser) {
        browser.open(world, "?view=stage");
        browser.fill("New fault", "Path", "orders");
        browser.press("Add fault");
        browser.hear("/match/path: must be a path pattern");
        assertThat(world.faults()).isEmpty();
    }
}
