package io.github.etnasandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.webhook.Delivery;
import io.github.etnasandbox.webhook.Delivery.Attempt;
import io.github.etnasandbox.webhook.Delivery.State;
import io.github.etnasandbox.webhook.Webhook;
import io.github.etnasandbox.webhook.WebhookEvent;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.WorldSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When events are sent, when again, and what is told of it. The limit of an answer is short where a test waits for it. */
@Timeout(60)
class DeliveryTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Instant NOW = Instant.parse("2019-01-21T15:30:00Z");
    private static final Seed SEED = Fixtures.named("docs").load();

    private final Receiver receiver = new Receiver();
    private final List<Worlds> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(Worlds::letGo);
        receiver.close();
    }

    private LiveWorld world(WorldSettings settings, boolean anywhere, Duration limit) {
        Worlds worlds = new Worlds(
                "http://localhost", settings, () -> SEED, null, null, () -> new Sender(anywhere, limit), null);
        started.add(worlds);
        return worlds.defaultWorld();
    }

    private LiveWorld world() {
        return world(WorldSettings.DEFAULTS, false, LONG);
    }

    private static List<Delivery> settled(World world) {
        return world.awaitDeliveries(any -> true, LONG);
    }

    private static Delivery only(World world) {
        List<Delivery> all = settled(world);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void an_event_is_posted_as_json_with_its_signature() {
        World world = world();
        world.webhooks(List.of(receiver.webhook()));
        world.fill(73552);
        Delivery delivery = only(world);
        assertThat(receiver.received()).singleElement().satisfies(sent -> {
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.path()).isEqualTo("/hooks");
            assertThat(sent.headers().get("Content-Type")).containsExactly("application/json");
            assertThat(sent.headers().get("X-AutoShares-Signature"))
                    .containsExactly(Signature.of(sent.body(), "whsec"))
                    .containsExactly(delivery.signature());
            assertThat(sent.body()).isEqualTo(delivery.body());
        });
        assertThat(delivery.state()).isEqualTo(State.DELIVERED);
        assertThat(delivery.attempts()).containsExactly(new Attempt(NOW, 200, null));
        assertThat(delivery.nextAttempt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 299})
    void any_status_of_success_is_one(int status) {
        World world = world();
        world.webhooks(List.of(receiver.answering(status).webhook()));
        world.fill(73552);
        assertThat(only(world).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void a_refused_event_is_sent_again_with_the_same_id_once_the_clock_has_come_so_far() {
        World world = world();
        world.webhooks(List.of(receiver.answering(500).webhook()));
        world.fill(73552);
        assertThat(only(world).state()).isEqualTo(State.PENDING);
        assertThat(only(world).nextAttempt()).isEqualTo(NOW.plusSeconds(60));

        world.advance(Duration.ofSeconds(59));
        assertThat(only(world).attempts()).hasSize(1);

        world.advance(Duration.ofSeconds(1));
        assertThat(only(world).state()).isEqualTo(State.DELIVERED);
        assertThat(only(world).attempts())
                .containsExactly(new Attempt(NOW, 500, null), new Attempt(NOW.plusSeconds(60), 200, null));
        assertThat(receiver.bodies()).hasSize(2);
        assertThat(receiver.bodies().get(1)).isEqualTo(receiver.bodies().get(0));
    }

    @Test
    void the_waits_are_a_minute_five_thirty_two_hours_and_twelve_and_then_it_has_failed() {
        World world = world();
        world.webhooks(List.of(receiver.answering(500, 500, 500, 500, 500, 500).webhook()));
        world.fill(73552);
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 1; attempt <= 5; attempt++) {
            Delivery delivery = only(world);
            assertThat(delivery.attempts()).hasSize(attempt);
            waits.add(Duration.between(world.now(), delivery.nextAttempt()));
            world.advance(waits.get(attempt - 1));
        }
        assertThat(waits)
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(30),
                        Duration.ofHours(2),
                        Duration.ofHours(12));
        assertThat(only(world).state()).isEqualTo(State.FAILED);
        assertThat(only(world).attempts()).hasSize(6);
        assertThat(only(world).nextAttempt()).isNull();
    }

    @Test
    void one_long_move_of_the_clock_makes_each_attempt_at_its_instant() {
        World world = world();
        world.webhooks(List.of(receiver.answering(500, 500, 500).webhook()));
        world.fill(73552);
        assertThat(only(world).attempts()).hasSize(1);
        world.advance(Duration.ofDays(1));
        assertThat(only(world).attempts())
                .extracting(Attempt::at)
                .containsExactly(NOW, NOW.plusSeconds(60), NOW.plusSeconds(360), NOW.plusSeconds(2160));
        assertThat(only(world).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void silence_is_no_answer() {
        World world = world(WorldSettings.DEFAULTS, false, Duration.ofMillis(200));
        world.webhooks(List.of(receiver.answering(Receiver.SILENCE).webhook()));
        world.fill(73552);
        assertThat(only(world).attempts()).containsExactly(new Attempt(NOW, null, "no answer within PT0.2S"));
    }

    @Test
    void an_answer_that_does_not_end_is_none() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> client = CompletableFuture.supplyAsync(
                    () -> answered(server, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nmore"),
                    task -> new Thread(task).start());
            World world = world(WorldSettings.DEFAULTS, false, Duration.ofSeconds(1));
            world.webhooks(List.of(receiver.webhook())); // the first client takes its time to be made
            world.fill(73552, 1, 155);
            settled(world);
            world.webhooks(List.of(Webhook.of("http://127.0.0.1:" + server.getLocalPort(), "s")));
            world.fill(73552);
            assertThat(settled(world).get(1).attempts())
                    .containsExactly(new Attempt(NOW, null, "no answer within PT1S"));
            client.get().close();
        }
    }

    @Test
    void a_connection_that_ends_before_an_answer_is_told_so() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> closed =
                    CompletableFuture.runAsync(() -> close(answered(server, "")), task -> new Thread(task).start());
            World world = world();
            world.webhooks(List.of(Webhook.of("http://127.0.0.1:" + server.getLocalPort(), "s")));
            world.fill(73552);
            assertThat(only(world).attempts().get(0).error()).startsWith("the connection ended before an answer: ");
            closed.get();
        }
    }

    private static Socket answered(ServerSocket server, String answer) {
        try {
            Socket client = server.accept();
            assertThat(client.getInputStream().read()).isEqualTo('P');
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            return client;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void no_redirect_is_followed() {
        World world = world();
        world.webhooks(List.of(receiver.answering(302).webhook()));
        world.fill(73552);
        assertThat(only(world).attempts()).containsExactly(new Attempt(NOW, 302, "redirects are not followed"));
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void where_nobody_listens_is_told() throws IOException {
        try (Socket nobody = Receiver.portOfNobody()) {
            String authority = "127.0.0.1:" + nobody.getLocalPort();
            World world = world();
            world.webhooks(List.of(Webhook.of("http://" + authority, "s")));
            world.fill(73552);
            assertThat(only(world).attempts())
                    .containsExactly(new Attempt(NOW, null, "nobody takes connections at " + authority));
        }
    }

    @Test
    void a_certificate_that_nobody_trusts_is_told(@TempDir Path folder) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys.p12"))));
        server.start();
        try {
            World world = world();
            world.webhooks(List.of(
                    Webhook.of("https://localhost:" + server.getAddress().getPort(), "s")));
            world.fill(73552);
            assertThat(only(world).attempts().get(0).error())
                    .startsWith("no secure connection: ")
                    .contains("unable to find valid certification path");
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext selfSigned(Path keys) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        keys.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-alias",
                        "receiver")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(KeyStore.getInstance(keys.toFile(), "secret".toCharArray()), "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void events_go_out_in_the_order_in_which_they_happened() {
        World world = world();
        world.webhooks(List.of(receiver.webhook()));
        for (int i = 0; i < 50; i++) {
            world.fill(73552, 1, 155);
        }
        List<String> bodies = settled(world).stream().map(Delivery::body).toList();
        assertThat(bodies).hasSize(50);
        assertThat(receiver.bodies()).containsExactlyElementsOf(bodies);
    }

    @Test
    void no_event_is_lost_whatever_threads_do_at_once() {
        World world = world();
        world.webhooks(List.of(receiver.webhook(WebhookEvent.ORDER_PARTIAL_FILL)));
        CompletableFuture<?>[] fills = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 25; i++) {
                        world.fill(73552, 1, 155);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(fills).join();
        List<Delivery> all = settled(world);
        assertThat(all).hasSize(100).extracting(Delivery::eventId).doesNotHaveDuplicates();
        assertThat(receiver.bodies())
                .containsExactlyElementsOf(all.stream().map(Delivery::body).toList());
    }

    @Test
    void a_receiver_that_is_silent_does_not_keep_the_others_waiting() {
        try (Receiver silent = new Receiver().answering(Receiver.SILENCE)) {
            World world = world();
            world.webhooks(List.of(silent.webhook(), receiver.webhook()));
            world.fill(73552);
            String body = world.deliveries().get(1).body();
            while (!receiver.bodies().contains(body)) {
                Thread.onSpinWait();
            }
            assertThat(world.deliveries().get(0).state()).isEqualTo(State.PENDING);
        }
    }

    @Test
    void sending_again_succeeds_where_all_attempts_have_failed() {
        World world = world();
        world.webhooks(List.of(receiver.answering(500, 500, 500, 500, 500, 500).webhook()));
        world.fill(73552);
        only(world);
        world.advance(Duration.ofDays(1));
        assertThat(only(world).state()).isEqualTo(State.FAILED);

        assertThat(world.redeliver("1").state()).isEqualTo(State.FAILED);
        assertThat(only(world).state()).isEqualTo(State.DELIVERED);
        assertThat(only(world).attempts().get(6)).isEqualTo(new Attempt(world.now(), 200, null));
    }

    @Test
    void what_was_delivered_stays_so_when_it_is_refused_the_second_time() {
        World world = world();
        world.webhooks(List.of(receiver.answering(200, 500).webhook()));
        world.fill(73552);
        only(world);
        world.redeliver("1");
        assertThat(only(world).state()).isEqualTo(State.DELIVERED);
        assertThat(only(world).attempts()).extracting(Attempt::status).containsExactly(200, 500);
        assertThat(receiver.bodies().get(1)).isEqualTo(receiver.bodies().get(0));
    }

    @Test
    void sending_again_in_vain_leaves_the_next_attempt_where_it_was() {
        World world = world();
        world.webhooks(List.of(receiver.answering(500, 500).webhook()));
        world.fill(73552);
        only(world);
        world.redeliver("1");
        assertThat(only(world).attempts()).hasSize(2);
        assertThat(only(world).nextAttempt()).isEqualTo(NOW.plusSeconds(60));
        world.advance(Duration.ofMinutes(1));
        assertThat(only(world).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void what_is_not_there_or_under_way_is_not_sent_again() {
        World world = world();
        assertThatThrownBy(() -> world.redeliver("1"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("there is no delivery '1' in this world; nothing was sent");
        world.webhooks(List.of(receiver.answering(Receiver.SILENCE).webhook()));
        world.fill(73552);
        assertThatThrownBy(() -> world.redeliver("1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an attempt of delivery 1 is under way already");
    }

    @Test
    void a_reset_forgets_what_is_pending_and_tells_nobody() {
        LiveWorld world = world();
        world.reseed(seedWith(receiver.answering(500).webhook()));
        world.fill(73552);
        only(world);
        world.reset();
        assertThat(world.deliveries()).isEmpty();
        world.advance(Duration.ofHours(1));
        world.fill(73552);
        assertThat(only(world).attempts()).extracting(Attempt::status).containsExactly(200);
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void the_same_events_have_the_same_ids_after_a_reset() {
        LiveWorld world = world();
        world.reseed(seedWith(receiver.webhook()));
        world.fill(73552);
        String before = only(world).body();
        world.reset();
        world.fill(73552);
        assertThat(only(world).body()).isEqualTo(before);
    }

    @Test
    void a_reset_does_not_wait_for_a_receiver_that_is_silent() {
        LiveWorld world = world();
        world.reseed(seedWith(receiver.answering(Receiver.SILENCE).webhook()));
        world.fill(73552);
        while (receiver.received().isEmpty()) {
            Thread.onSpinWait();
        }
        world.reset();
        world.fill(73552);
        assertThat(only(world).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void a_restored_snapshot_has_its_webhooks_and_no_deliveries() {
        World world = world();
        Seed before = world.snapshot();
        world.webhooks(List.of(receiver.webhook()));
        Seed after = world.snapshot();
        world.fill(73552);
        only(world);
        world.restore(before);
        assertThat(world.webhooks()).isEmpty();
        assertThat(world.deliveries()).isEmpty();
        world.restore(after);
        world.fill(73552);
        assertThat(only(world).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void who_is_no_webhook_any_more_is_told_nothing_new() {
        World world = world();
        world.webhooks(List.of(receiver.answering(500).webhook()));
        world.fill(73552, 1, 155);
        only(world);
        world.webhooks(List.of());
        world.fill(73552, 1, 155);
        assertThat(only(world).nextAttempt()).isEqualTo(NOW.plusSeconds(60));
        world.advance(Duration.ofMinutes(1));
        assertThat(only(world).state()).as("what was under way goes on").isEqualTo(State.DELIVERED);
    }

    @Test
    void worlds_have_deliveries_and_ids_of_their_own() {
        LiveWorld one = world();
        LiveWorld other = one.among().create(WorldSettings.DEFAULTS, SEED);
        one.webhooks(List.of(receiver.webhook()));
        other.webhooks(List.of(receiver.webhook()));
        one.fill(73552);
        other.fill(73552);
        assertThat(only(one).eventId()).startsWith("evt_default_");
        assertThat(only(other).eventId()).startsWith("evt_1_");
    }

    @Test
    void a_dropped_world_sends_nothing_more() {
        LiveWorld world = world().among().create(WorldSettings.DEFAULTS, SEED);
        world.webhooks(List.of(receiver.answering(500).webhook()));
        world.fill(73552);
        only(world);
        world.close();
        world.advance(Duration.ofHours(1));
        assertThat(world.awaitDeliveries(any -> true, LONG)).isEmpty();
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void where_the_clock_runs_what_comes_due_is_sent_by_itself() {
        World world = world(WorldSettings.DEFAULTS.withClock(ClockMode.TICKING), false, LONG);
        world.webhooks(List.of(receiver.answering(500).webhook()));
        world.fill(73552);
        only(world);
        world.advance(Duration.ofSeconds(59));
        while (receiver.received().size() < 2) {
            Thread.onSpinWait();
        }
        assertThat(only(world).state()).isEqualTo(State.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1/hooks", "http://0.0.0.0:8080", "https://[2001:db8::1]/"})
    void another_machine_is_refused_when_it_is_set_and_when_something_is_to_be_sent(String url) {
        LiveWorld world = world();
        Webhook elsewhere = Webhook.of(url, "s");
        String why =
                "webhooks go to loopback addresses only, and " + elsewhere.url().getHost()
                        + " is none; start the sandbox with --webhooks-anywhere to have them sent there";
        assertThatThrownBy(() -> world.webhooks(List.of(receiver.webhook(), elsewhere)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
        assertThat(world.webhooks()).isEmpty();

        world.reseed(seedWith(elsewhere));
        world.fill(73552);
        assertThat(only(world).attempts()).containsExactly(new Attempt(NOW, null, why));
    }

    @Test
    void another_machine_is_taken_where_that_is_wanted() {
        World world = world(WorldSettings.DEFAULTS, true, LONG);
        world.webhooks(List.of(Webhook.of("http://192.0.2.1/hooks", "s")));
        assertThat(world.webhooks()).hasSize(1);
    }

    /** The seed of the documentation with a webhook. */
    private Seed seedWith(Webhook webhook) {
        LiveWorld other = world(WorldSettings.DEFAULTS, true, LONG);
        other.webhooks(List.of(webhook));
        return other.snapshot();
    }
}
