package io.github.etnasandbox.console;

import static io.github.etnasandbox.console.ConsoleIT.cancel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.delivery.Receiver;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stream.StreamClient;
import io.github.etnasandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether everybody can use the console, on whatever they have. */
@BrowserTest
class ConsoleLookIT {
    private static final List<String> VIEWS = List.of(
            "?view=requests&id=3",
            "?view=orders&id=73552",
            "?view=orders&id=new",
            "?view=market",
            "?view=messages&id=3",
            "?view=webhooks",
            "?view=stage",
            "?view=world",
            "?view=reference&id=placeOrder",
            "?view=reference");

    /** What a view shows when all of it is there. */
    private static final Map<String, String> MARKS = Map.of(
            "?view=market",
            "21483",
            "?view=webhooks",
            "500 at",
            "?view=stage",
            "0 of 1",
            "?view=world",
            "Bearer",
            "?view=reference&id=placeOrder",
            "Et-App-Key",
            "?view=reference",
            "Drops a world");

    /** A world in which everything has happened that the console shows. */
    private static void live(World world) throws InterruptedException {
        try (Receiver receiver = new Receiver();
                StreamClient client = StreamClient.data(world)) {
            client.subscribe("Order", "6303");
            world.webhooks(List.of(receiver.answering(500).webhook()));
            cancel(world, 73552);
            world.awaitDeliveries(any -> true, Duration.ofSeconds(10));
        }
        cancel(world, 73552);
        world.fill(75302, 10);
        world.inject(Fault.after("DELETE", "**/orders/80328", FaultEffect.close()));
        world.holdNext("GET", "**/orders/1", GatePoint.BEFORE_APPLY);
    }

    private static String mark(String view) {
        return MARKS.getOrDefault(view, "Close");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nothing_shuts_anybody_out(String colours, World world, Browser browser) throws InterruptedException {
        live(world);
        browser.prefer(colours);
        for (String view : VIEWS) {
            browser.open(world, view);
            browser.see(mark(view));
            assertThat(browser.accessibilityFindings()).as(view).isEmpty();
        }
        browser.keys("?");
        browser.see("dialog", "Keys");
        assertThat(browser.accessibilityFindings()).as("help").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1600})
    void no_page_scrolls_sideways(int width, World world, Browser browser) throws InterruptedException {
        live(world);
        browser.width(width, 740);
        for (String view : VIEWS) {
            browser.open(world, view);
            browser.see(mark(view));
            assertThat(browser.number("document.documentElement.scrollWidth"))
                    .as(view)
                    .isEqualTo(width);
            assertThat(browser.number("document.querySelector('main').scrollWidth"))
                    .as(view)
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void pictures_for_the_documentation(Browser browser) throws InterruptedException {
        String folder = System.getProperty("console.pictures", "");
        assumeTrue(!folder.isEmpty(), "-Dconsole.pictures=docs/pictures makes them");
        try (Sandbox sandbox = Sandbox.start()) {
            World world = sandbox.world();
            live(world);
            browser.width(1200, 700);
            browser.open(world, "?view=requests&id=3");
            browser.see(".detail", "To change");
            browser.picture(Path.of(folder, "console-request.png"));
            browser.prefer("dark");
            browser.open(world, "?view=orders&id=73552");
            browser.see(".life", "request 2");
            browser.picture(Path.of(folder, "console-order.png"));
        }
    }
}
