package io.github.etnasandbox.console;

import static io.github.etnasandbox.console.ConsoleIT.cancel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What the console shows by itself as it happens, and what it shows of what was. */
@BrowserTest
class ConsoleLiveIT {

    private static void openLive(World world, String query, Browser browser) {
        browser.open(world, query);
        browser.see(".standing", "live");
    }

    @Test
    void requests_show_as_they_come(World world, Browser browser) {
        openLive(world, "", browser);
        browser.see(".rows", "Nothing was asked of this world yet.");
        cancel(world, 73552);
        browser.see(".rows", "73552: New → Canceled");
        world.reset();
        browser.see(".rows", "Nothing was asked of this world yet.");
    }

    @Test
    void an_order_that_is_open_shows_what_becomes_of_it(World world, Browser browser) {
        openLive(world, "?view=orders&id=73552", browser);
        world.fill(73552, 150, 156.5);
        browser.see(".life", "150 at 156.5, 150 in all");
        browser.see(".rows tr[aria-current]", "Filled");
        world.advance(Duration.ofHours(1));
        browser.see("header", "2019-01-21 16:30:00");
    }

    @Test
    void gates_and_faults_show_what_they_met(World world, Browser browser) {
        openLive(world, "?view=stage", browser);
        Gate gate = world.holdNext("DELETE", "**/orders/73552", GatePoint.BEFORE_APPLY);
        world.inject(Fault.before("DELETE", "**/orders/75302", FaultEffect.status(503)));
        browser.see("0 of 1, 0 matched");
        CompletableFuture<Integer> canceled = CompletableFuture.supplyAsync(() -> cancel(world, 73552));
        browser.see("holding");
        gate.release();
        assertThat(canceled.join()).isEqualTo(204);
        browser.see("released");
        assertThat(cancel(world, 75302)).isEqualTo(503);
        browser.see("1 of 1, 1 matched");
    }

    @Test
    void worlds_show_as_they_are_made_and_dropped(Sandbox sandbox, World world, Browser browser) {
        openLive(world, "?view=world", browser);
        World made = sandbox.newWorld();
        String path = "/worlds/" + made.id() + "/api";
        browser.see(path);
        made.close();
        browser.seeNo("main", path);
    }

    @Test
    void a_row_that_is_read_stays_where_it_is_while_requests_come(World world, Browser browser) {
        for (int i = 0; i < 60; i++) {
            cancel(world, 73552);
        }
        openLive(world, "?view=requests&id=3", browser);
        browser.see(".detail", "Request 3");
        browser.see(".rows tr[aria-current]", "DELETE");
        String place = "Math.round(document.querySelector('tr[aria-current]').getBoundingClientRect().top)";
        long before = browser.number(place);
        cancel(world, 75302);
        browser.see(".filter", "61 kept");
        assertThat(browser.number(place)).isEqualTo(before);
        assertThat(browser.textOf(".filter")).contains("Follow: off");
    }

    @Test
    void what_is_half_typed_stays_while_requests_come(World world, Browser browser) {
        openLive(world, "", browser);
        browser.fill("Filter requests", "Path", "**/ord");
        cancel(world, 75302);
        browser.see(".filter", "1 kept");
        browser.keys("ers/73552", Keys.ENTER);
        browser.see(".rows", "No request fits the filter.");
        assertThat(browser.address()).contains("path=**%2Forders%2F73552");
    }

    @Test
    void two_tabs_are_live_at_once(World first, Sandbox sandbox, Browser browser) {
        try (World second = sandbox.newWorld()) {
            openLive(first, "", browser);
            String tab = browser.newTab();
            openLive(second, "", browser);
            cancel(first, 73552);
            cancel(second, 75302);
            browser.see(".rows", "75302");
            browser.seeNo(".rows", "73552");
            browser.closeTab(tab);
            browser.see(".rows", "73552");
            browser.seeNo(".rows", "75302");
        }
    }

    @Test
    void a_sandbox_that_starts_again_is_found_again(Browser browser) {
        int port;
        try (Sandbox sandbox = Sandbox.start()) {
            port = sandbox.port();
            cancel(sandbox.world(), 73552);
            openLive(sandbox.world(), "", browser);
            browser.see(".rows", "73552");
        }
        browser.see(".standing", "connecting");
        try (Sandbox again = Sandbox.start(SandboxConfig.DEFAULTS.withPort(port))) {
            browser.see(".rows", "Nothing was asked of this world yet.");
            cancel(again.world(), 75302);
            browser.see(".rows", "75302");
        }
    }

    @Test
    void what_the_world_was_after_a_request_is_shown_compared_and_forked(Browser browser) {
        try (Sandbox sandbox = Sandbox.start()) {
            World world = sandbox.world();
            cancel(world, 73552);
            cancel(world, 75302);
            openLive(world, "?view=requests&id=1", browser);
            browser.see(".detail", "Status PartiallyFilled Canceled");

            browser.press("Show its orders");
            browser.hear("The world as it was after request 1.");
            browser.see(".detail", "75302 MSFT Buy 40 of 100 PartiallyFilled");

            browser.press("Fork from here");
            browser.await("it is the fork's page", () -> browser.address().contains("/worlds/1/sandbox"));
            browser.press("Orders");
            browser.see(".rows", "73552 Canceled");
            browser.see(".rows", "75302 PartiallyFilled");
        }
    }

    @Test
    void a_snapshot_is_forked_to_a_new_world(Browser browser) {
        try (Sandbox sandbox = Sandbox.start()) {
            World world = sandbox.world();
            openLive(world, "?view=world", browser);
            browser.fill("New snapshot", "Name", "before");
            browser.press("Take snapshot");
            browser.hear("Snapshot before is taken.");
            cancel(world, 73552);
            browser.press("Fork to a new world");
            browser.await("it is the fork's page", () -> browser.address().contains("/worlds/1/sandbox"));
            browser.press("Orders");
            browser.see(".rows", "73552 New");
        }
    }
}
