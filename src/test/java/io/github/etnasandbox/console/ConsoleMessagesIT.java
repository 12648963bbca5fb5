package io.github.etnasandbox.console;

import static io.github.etnasandbox.console.ConsoleIT.cancel;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.delivery.Receiver;
import io.github.etnasandbox.stream.StreamClient;
import io.github.etnasandbox.webhook.WebhookEvent;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes out to those who listen, by streamers and webhooks, in the console. */
@BrowserTest
class ConsoleMessagesIT {

    @Test
    void messages_come_as_they_go_and_one_is_shown_whole(World world, Browser browser) throws Exception {
        browser.open(world, "?view=messages");
        browser.see("No client has called a streamer of this world yet.");
        try (StreamClient client = StreamClient.data(world).subscribe("Order", "6303")) {
            browser.see(".rows", "Subscribe.txt");
            cancel(world, 73552);
            browser.fill("Filter messages", "Key", "6303");
            browser.fill("Filter messages", "Type", "Order");
            browser.enter();
            browser.see(".rows", "PendingCancel");
            browser.seeNo(".rows", "Subscribe.txt");
            browser.press("Follow: on");

            long last = world.messages().get(world.messages().size() - 1).number();
            browser.open(world, "?view=messages&id=" + last);
            browser.see(".detail", "\"Status\": \"Canceled\"");
            assertThat(client.nextThat(each -> each.contains("Canceled"))).contains("\"EntityType\": \"Order\"");
        }
    }

    @Test
    void a_message_is_lost_by_two_clicks_and_that_is_told(World world, Browser browser) throws Exception {
        try (StreamClient client = StreamClient.data(world).subscribe("Order", "6303")) {
            client.rest();
            browser.open(world, "?view=messages");
            browser.press("Disturb messages");
            browser.press("Add fault");
            browser.hear("The fault is set: lost message.");
            browser.see("any /streamers/**");
            cancel(world, 73552);
            browser.press("Messages");
            browser.see(".rows", "fault 1: drop");
        }
    }

    @Test
    void a_delivery_fails_and_is_sent_again(World world, Browser browser) {
        try (Receiver receiver = new Receiver().answering(500)) {
            browser.open(world, "?view=webhooks");
            browser.see("Nobody is told.");
            browser.fill("New webhook", "URL", receiver.url() + "/hooks");
            browser.fill("New webhook", "Secret", "whsec");
            browser.press("Tell only this one");
            browser.hear("is told of all events from now on.");
            assertThat(world.webhooks())
                    .singleElement()
                    .satisfies(each -> assertThat(each.events()).containsExactlyInAnyOrder(WebhookEvent.values()));

            cancel(world, 73552);
            browser.see("order.cancelled");
            browser.see("500 at 2019-01-21 15:30:00");
            browser.press("Redeliver");
            browser.hear("is sent again.");
            browser.see("delivered");
            world.awaitDeliveries(any -> true, Duration.ofSeconds(10));
            assertThat(receiver.bodies()).hasSize(2);

            browser.press("Remove all");
            browser.see("Nobody is told.");
        }
    }

    @Test
    void no_webhook_beyond_this_machine_is_taken(World world, Browser browser) {
        browser.open(world, "?view=webhooks");
        browser.fill("New webhook", "URL", "http://192.0.2.1/hooks");
        browser.fill("New webhook", "Secret", "whsec");
        browser.press("Tell only this one");
        browser.hear("Refused:");
        assertThat(world.webhooks()).isEmpty();
    }
}
