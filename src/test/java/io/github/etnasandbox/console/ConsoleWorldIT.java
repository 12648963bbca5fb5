package io.github.etnasandbox.console;

import static io.github.etnasandbox.console.ConsoleIT.cancel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A world's clock, snapshots, credentials and siblings in the console. */
@BrowserTest
class ConsoleWorldIT {

    @Test
    void the_clock_tells_what_is_due_next_and_moves(World world, Browser browser) {
        browser.open(world, "?view=world");
        browser.see("expire of order 73552 at 2019-01-22 21:00:00");
        browser.press("+ 1 minute");
        browser.hear("It is 2019-01-21 15:31:00. Nothing was due.");
        browser.fill("", "Advance by", "PT90S");
        browser.press("Advance");
        browser.hear("It is 2019-01-21 15:32:30.");
        browser.press("To what is due next");
        browser.hear("expire of order 73552");
        assertThat(world.now()).isEqualTo(Instant.parse("2019-01-22T21:00:00Z"));
    }

    @Test
    void a_snapshot_is_taken_and_restored(World world, Browser browser) {
        browser.open(world, "?view=world");
        browser.fill("New snapshot", "Name", "before");
        browser.press("Take snapshot");
        browser.hear("Snapshot before is taken.");
        cancel(world, 73552);
        browser.press("Restore");
        browser.hear("The world is as it was at before.");
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void worlds_are_made_visited_reset_and_dropped(Browser browser) {
        try (Sandbox sandbox = Sandbox.start()) {
            World first = sandbox.world();
            cancel(first, 73552);
            browser.open(first, "?view=world");
            browser.press("Make a world like this");
            browser.await("it is the new world's page", () -> browser.address().contains("/worlds/1/sandbox"));
            browser.see(".rows", "Nothing was asked of this world yet.");

            browser.choose("", "World", "default");
            browser.see(".rows", "73552");
            browser.press("World");
            browser.press("Reset this world");
            browser.hear("The world is as it began.");
            assertThat(first.order(73552).status()).isEqualTo(OrderStatus.NEW);
            assertThat(first.requests()).isEmpty();

            browser.press("Drop");
            browser.hear("World 1 is dropped.");
            browser.seeNo("[aria-label=Worlds]", "/worlds/1/api");
        }
    }

    @Test
    void credentials_and_rate_windows_are_shown_to_be_copied(World like, Sandbox sandbox, Browser browser) {
        try (World world = sandbox.newWorld(like.seed(), like.settings().withDialect(Dialect.AUTOSHARES))) {
            cancel(world, 73552);
            browser.open(world, "?view=world");
            browser.see("demo-app-key");
            browser.see("Bearer admin-token");
            browser.see("trader-password");
            browser.see("admin-token 6303 1 of 50");
        }
    }
}
