package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.delivery.Receiver;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.webhook.Webhook;
import io.github.etnasandbox.webhook.WebhookEvent;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.net.Socket;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SandboxTest
@Timeout(60)
class WebhookRoutesTest {
    private static final String SETTLED = "/webhooks/deliveries?await=PT50S";

    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    private HttpResponse<String> set(World world, String events) {
        return put(world, "[{\"url\":\"" + receiver.url() + "/hooks\",\"secret\":\"whsec-1\"" + events + "}]");
    }

    private static HttpResponse<String> put(World world, String body) {
        return VenueCalls.put(world, "/webhooks", body);
    }

    @Test
    void webhooks_are_set_and_shown_without_their_secrets(World world) {
        var answer = set(world, ",\"events\":[\"order.filled\",\"order.created\"]");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody())
                .isEqualTo("[{\"url\":\"" + receiver.url()
                        + "/hooks\",\"events\":[\"order.created\",\"order.filled\"]}]\n");
        assertThat(VenueCalls.get(world, "/webhooks").getBody()).isEqualTo(answer.getBody());
    }

    @Test
    void without_events_a_webhook_is_told_of_all(World world) {
        assertThat(set(world, "").getBody()).contains("\"order.created\"", "\"position.closed\"");
        assertThat(world.webhooks().get(0).events()).containsExactly(WebhookEvent.values());
    }

    @Test
    void none_are_set_by_an_empty_list(World world) {
        set(world, "");
        assertThat(put(world, "[]").getBody()).isEqualTo("[]\n");
        world.fill(73552);
        assertThat(world.deliveries()).isEmpty();
    }

    @Test
    void a_delivery_is_shown_with_all_there_is_to_know(World world) {
        set(world, ",\"events\":[\"order.cancelled\"]");
        VenueCalls.cancel(world, 73552);
        String shown = VenueCalls.get(world, SETTLED).getBody();
        var sent = receiver.received().get(0);
        String eventId =
                "evt_" + world.id() + "_" + world.order(73552).progress().stateId() + "_order_cancelled";
        assertThat(shown)
                .isEqualTo("{\"deliveries\":[{\"id\":\"1\",\"event\":\"order.cancelled\",\"eventId\":\"" + eventId
                        + "\",\"url\":\"" + receiver.url() + "/hooks\",\"state\":\"delivered\","
                        + "\"attempts\":[{\"at\":\"2019-01-21T15:30:00Z\",\"status\":200}],\"signature\":\""
                        + sent.headers().getFirst("X-AutoShares-Signature") + "\",\"body\":\""
                        + sent.body().replace("\"", "\\\"") + "\"}],\"matching\":1}\n");
    }

    @Test
    void a_delivery_that_failed_is_shown_with_when_it_is_sent_again(World world) throws IOException {
        try (Socket nobody = Receiver.portOfNobody()) {
            String authority = "127.0.0.1:" + nobody.getLocalPort();
            put(world, "[{\"url\":\"http://" + authority + "\",\"secret\":\"s\"}]");
            world.fill(73552);
            assertThat(VenueCalls.get(world, SETTLED).getBody())
                    .contains("\"state\":\"pending\",\"attempts\":[{\"at\":\"2019-01-21T15:30:00Z\","
                            + "\"error\":\"nobody takes connections at " + authority + "\"}]")
                    .contains("\"nextAttempt\":\"2019-01-21T15:31:00Z\"");
        }
    }

    @Test
    void who_moves_the_clock_sees_the_next_attempt(World world) {
        receiver.answering(503);
        set(world, "");
        world.fill(73552);
        VenueCalls.get(world, SETTLED);
        Unirest.post(world.controlUrl() + "/clock/advance")
                .body("{\"by\":\"PT1M\"}")
                .asString();
        assertThat(VenueCalls.get(world, SETTLED).getBody())
                .contains("\"state\":\"delivered\"", "\"at\":\"2019-01-21T15:31:00Z\",\"status\":200");
    }

    @ParameterizedTest
    @CsvSource({
        "?event=order.partial_fill, 3, 3",
        "?event=order.filled,       1, 1",
        "?state=failed,             0, 0",
        "?skip=3,                   1, 4",
        "?limit=2,                  2, 4",
        "?newest=true&limit=1,      1, 4",
    })
    void deliveries_are_chosen(String query, int shown, int matching, World world) {
        set(world, "");
        world.fill(73552, 10, 155);
        world.fill(73552, 10, 155);
        world.fill(73552, 10, 155);
        world.fill(73552);
        VenueCalls.get(world, SETTLED);
        String answer = VenueCalls.get(world, "/webhooks/deliveries" + query).getBody();
        assertThat(answer.split("\"eventId\"", -1)).hasSize(shown + 1);
        assertThat(answer).endsWith("],\"matching\":" + matching + "}\n");
    }

    @Test
    void the_newest_come_last(World world) {
        set(world, "");
        world.fill(73552, 10, 155);
        world.fill(73552);
        assertThat(VenueCalls.get(world, "/webhooks/deliveries?newest=true&limit=1")
                        .getBody())
                .contains("\"id\":\"2\"");
    }

    @Test
    void a_wait_ends_with_the_first_that_matches(World world) {
        set(world, "");
        var wait = CompletableFuture.supplyAsync(
                () -> VenueCalls.get(world, SETTLED + "&event=order.filled"), task -> new Thread(task).start());
        world.fill(73552, 10, 155);
        world.fill(73552);
        assertThat(wait.join().getBody()).contains("\"state\":\"delivered\"").endsWith("\"matching\":1}\n");
    }

    @Test
    void a_wait_in_vain_ends_in_time(World world) {
        assertThat(VenueCalls.get(world, "/webhooks/deliveries?await=PT0.1S").getBody())
                .isEqualTo("{\"deliveries\":[],\"matching\":0}\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?event=order.canceled | query parameter event is 'order.canceled'; it must be one of order.created, order.filled,
            ?state=done           | query parameter state is 'done'; it must be one of pending, delivered, failed
            ?evnt=order.filled    | unknown query parameter 'evnt'; allowed are event, state, skip, limit, newest, await; did you mean 'event'?
            """)
    void a_wrong_query_is_told_what_is_right(String query, String why, World world) {
        var answer = VenueCalls.get(world, "/webhooks/deliveries" + query);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains(why);
    }

    @Test
    void a_delivery_is_sent_again(World world) {
        set(world, "");
        world.fill(73552);
        VenueCalls.get(world, SETTLED);
        var answer = redeliver(world, "1");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody())
                .contains("\"id\":\"1\"", "\"state\":\"delivered\"", "\"nextAttempt\":\"2019-01-21T15:30:00Z\"");
        assertThat(VenueCalls.get(world, SETTLED).getBody()).contains("\"status\":200},{\"at\"");
        assertThat(receiver.bodies()).hasSize(2);
        assertThat(receiver.bodies().get(1)).isEqualTo(receiver.bodies().get(0));
    }

    @Test
    void a_delivery_that_is_not_there_is_not_sent_again(World world) {
        assertThat(redeliver(world, "7").getStatus()).isEqualTo(404);
        assertThat(redeliver(world, "7").getBody())
                .contains("there is no delivery '7' in this world; nothing was sent");
        set(world, "");
        world.fill(73552);
        assertThat(redeliver(world, "7").getBody())
                .contains("there is no delivery '7' in this world; GET /sandbox/webhooks/deliveries lists them");
    }

    private static HttpResponse<String> redeliver(World world, String id) {
        return Unirest.post(world.controlUrl() + "/webhooks/deliveries/" + id + "/redeliver")
                .asString();
    }

    @Test
    void all_problems_of_a_list_are_told_at_once_and_nothing_is_changed(World world) {
        set(world, "");
        var answer = put(
                world,
                "[{\"url\":\"ftp://127.0.0.1/\",\"secret\":\"\"},{\"event\":[],\"secret\":\"s\"},"
                        + "{\"url\":\"http://u:p@127.0.0.1/\",\"secret\":\"s\",\"events\":[\"order.canceled\"]}, 7]");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody())
                .contains("the body has 7 problems; nothing was changed")
                .contains(
                        "\"pointer\":\"/0/url\"",
                        "must be an http or https URL, without user information and fragment, such as")
                .contains("\"pointer\":\"/0/secret\"", "must be a text that is not empty")
                .contains("\"pointer\":\"/1/event\"", "did you mean 'events'?")
                .contains("\"pointer\":\"/1\"", "'url' is missing")
                .contains("\"pointer\":\"/2/url\"", "without user information")
                .contains("\"pointer\":\"/2/events/0\"", "did you mean \\\"order.cancelled\\\"?")
                .contains("\"pointer\":\"/3\"", "must be an object, found 7");
        assertThat(world.webhooks()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"url":"http://192.0.2.1/","secret":"s"}] | webhooks go to loopback addresses only, and 192.0.2.1 is none; start the sandbox with --webhooks-anywhere
            [{"url":"http://127.0.0.1/","secret":"s","events":[]}] | a webhook is for one event at least
            {"url":"http://127.0.0.1/","secret":"s"}   | must be an array of objects, found an object
            """)
    void a_webhook_that_cannot_be_is_refused_and_told_why(String body, String why, World world) {
        var answer = put(world, body);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains(why);
        assertThat(world.webhooks()).isEmpty();
    }

    @Test
    void one_webhook_too_many_is_refused(World world) {
        String one = "{\"url\":\"http://127.0.0.1/\",\"secret\":\"s\"}";
        var answer = put(world, Collections.nCopies(Webhook.LIMIT + 1, one).toString());
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains("is one more than the 20 that may be here");
    }

    @Test
    void a_secret_that_a_client_puts_elsewhere_is_not_in_the_journal(World world) {
        set(world, "");
        VenueCalls.ofTheApi(Unirest.get(world.apiUrl() + "/v1.0/users/whsec-1/info"));
        assertThat(VenueCalls.get(world, "/requests/1").getBody()).doesNotContain("whsec-1");
    }

    @Test
    void an_export_has_the_webhooks_and_a_world_that_begins_with_it_tells_them(World world, Sandbox sandbox) {
        set(world, ",\"events\":[\"order.filled\"]");
        String state = VenueCalls.get(world, "/state").getBody();
        assertThat(state)
                .contains("\"webhooks\":[\n{\"url\":\"" + receiver.url()
                        + "/hooks\",\"events\":[\"order.filled\"],\"secret\":\"whsec-1\"}\n]");
        try (World other = sandbox.newWorld(world.snapshot())) {
            other.fill(73552);
            assertThat(VenueCalls.get(other, SETTLED).getBody()).contains("\"state\":\"delivered\"");
            assertThat(receiver.bodies()).hasSize(1);
        }
        Unirest.put(world.controlUrl() + "/seed").body(state).asString();
        world.reset();
        world.fill(73552);
        VenueCalls.get(world, SETTLED);
        assertThat(receiver.bodies()).hasSize(2);
    }

    @Test
    void a_reset_comes_back_to_the_seeds_webhooks(World world) {
        set(world, "");
        world.fill(73552);
        world.reset();
        assertThat(VenueCalls.get(world, "/webhooks").getBody()).isEqualTo("[]\n");
        assertThat(VenueCalls.get(world, "/webhooks/deliveries").getBody())
                .isEqualTo("{\"deliveries\":[],\"matching\":0}\n");
    }
}
