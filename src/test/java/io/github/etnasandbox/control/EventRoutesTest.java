package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.delivery.Receiver;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stream.StreamClient;
import io.github.etnasandbox.world.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code GET /sandbox/events} tells to who listens. Its events are those of all worlds, so each test has a sandbox. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read of a socket ends by no interrupt
class EventRoutesTest {
    private final Sandbox sandbox = Sandbox.start();
    private final World world = sandbox.world();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_request_to_any_world_is_told_by_its_number() throws IOException {
        World other = sandbox.newWorld();
        try (Listener listener = new Listener(world, null)) {
            cancel(world);
            cancel(other);
            cancel(other);

            assertThat(listener.next(3))
                    .containsExactly(
                            "1 request {\"world\":\"default\",\"number\":1}",
                            "2 request {\"world\":\"1\",\"number\":1}",
                            "3 request {\"world\":\"1\",\"number\":2}");
        }
    }

    @Test
    void what_changes_a_world_otherwise_is_told() throws IOException {
        try (Listener listener = new Listener(world, null)) {
            world.fill(73552, 50, 156.57);
            world.restore(world.seed());
            world.forgetRequests();

            assertThat(listener.next(3))
                    .containsExactly(
                            "1 changed {\"world\":\"default\"}",
                            "2 changed {\"world\":\"default\"}",
                            "3 changed {\"world\":\"default\"}");
        }
    }

    @Test
    void gates_and_faults_are_told_when_they_are_made_met_and_removed() throws IOException {
        try (Listener listener = new Listener(world, null)) {
            world.inject(Fault.before("DELETE", "**", FaultEffect.status(503)));
            cancel(world);
            world.clearFaults();

            assertThat(listener.next(4))
                    .containsExactly(
                            "1 stage {\"world\":\"default\"}",
                            "2 stage {\"world\":\"default\"}",
                            "3 request {\"world\":\"default\",\"number\":1}",
                            "4 stage {\"world\":\"default\"}");
        }
    }

    @Test
    void messages_of_streamers_are_told_once_until_somebody_lists_them() throws Exception {
        try (StreamClient client = StreamClient.data(world)) {
            world.messages();
            try (Listener listener = new Listener(world, null)) {
                client.rest();
                client.rest();
                world.messages();
                client.rest();
                world.forgetRequests();

                assertThat(listener.next(3))
                        .containsExactly(
                                "1 message {\"world\":\"default\"}",
                                "2 message {\"world\":\"default\"}",
                                "3 changed {\"world\":\"default\"}");
            }
        }
    }

    @Test
    void a_delivery_is_told_when_an_attempt_is_over() throws IOException {
        try (Receiver receiver = new Receiver();
                Listener listener = new Listener(world, null)) {
            world.webhooks(List.of(receiver.webhook()));
            cancel(world);

            assertThat(listener.next(3))
                    .containsExactly(
                            "1 changed {\"world\":\"default\"}",
                            "2 request {\"world\":\"default\",\"number\":1}",
                            "3 delivery {\"world\":\"default\"}");
        }
    }

    @Test
    void worlds_are_told_when_they_come_and_go() throws IOException {
        try (Listener listener = new Listener(world, null)) {
            World other = sandbox.newWorld();
            listener.until("worlds");
            other.close();
            listener.until("worlds");
        }
    }

    @Test
    void a_refused_change_is_no_event() throws IOException {
        try (Listener listener = new Listener(world, null)) {
            Unirest.post(world.controlUrl() + "/orders/1/fill").asEmpty();
            world.forgetRequests();

            assertThat(listener.next(1)).containsExactly("1 changed {\"world\":\"default\"}");
        }
    }

    @Test
    void who_comes_back_gets_what_happened_since_its_last_event() throws IOException {
        try (Listener first = new Listener(world, null)) {
            cancel(world);
            assertThat(first.next(1)).hasSize(1);
        }
        cancel(world);
        cancel(world);
        try (Listener again = new Listener(world, "1")) {
            assertThat(again.next(2))
                    .containsExactly(
                            "2 request {\"world\":\"default\",\"number\":2}",
                            "3 request {\"world\":\"default\",\"number\":3}");
        }
    }

    @Test
    void who_comes_back_to_another_sandbox_is_told_to_fetch_everything() throws IOException {
        try (Listener listener = new Listener(world, "17")) {
            assertThat(listener.next(1)).containsExactly("0 reload {\"from\":1}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "1.5", "99999999999999999999"})
    void what_is_no_id_of_an_event_is_refused(String id) {
        HttpResponse<String> answer = Unirest.get(world.controlUrl() + "/events")
                .header("Last-Event-ID", id)
                .asString();

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains("Last-Event-ID is '" + id + "'; it must be the id of an event, a number");
    }

    @Test
    void a_stream_ends_when_the_sandbox_closes() throws IOException {
        try (Listener listener = new Listener(world, null)) {
            cancel(world);
            sandbox.close();

            List<String> all = listener.next(Integer.MAX_VALUE);
            assertThat(all.get(0)).isEqualTo("1 request {\"world\":\"default\",\"number\":1}");
        }
    }

    @Test
    void clients_that_never_read_keep_nobody_waiting_and_learn_what_they_have_lost() throws IOException {
        List<Listener> deaf = new ArrayList<>();
        try (Listener listener = new Listener(world, null)) {
            for (int i = 0; i < 200; i++) {
                deaf.add(new Listener(world, null));
            }
            for (int i = 0; i < 100_000; i++) {
                world.forgetRequests(); // more than their connections take, and than is kept
            }
            while (!listener.next(1).get(0).startsWith("100000 ")) {
                // it reads on, or is told in one event what it has lost
            }
            cancel(world);

            assertThat(listener.next(1)).containsExactly("100001 request {\"world\":\"default\",\"number\":1}");
            deaf.get(0).until("reload");
        } finally {
            for (Listener each : deaf) {
                each.close();
            }
        }
    }

    @Test
    void more_clients_than_the_sandbox_can_have_are_refused() throws IOException {
        List<Listener> all = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                all.add(new Listener(world, null));
            }
            assertThat(Unirest.get(world.controlUrl() + "/events").asString().getBody())
                    .contains("500 clients listen to events already; close some, then ask again");
        } finally {
            for (Listener each : all) {
                each.close();
            }
        }
    }

    private static void cancel(World world) {
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();
    }

    /** One client, which has the head of the answer once it is made. */
    private static final class Listener implements AutoCloseable {
        private final Socket socket = new Socket();
        private final BufferedReader lines;

        Listener(World world, @Nullable String last) throws IOException {
            URI uri = URI.create(world.controlUrl());
            socket.setReceiveBufferSize(8_192);
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write(("GET " + uri.getPath() + "/events HTTP/1.1\r\nHost: localhost\r\n"
                                    + (last == null ? "" : "Last-Event-ID: " + last + "\r\n") + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(lines.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(lines.readLine()).isEqualTo("Content-Type: text/event-stream");
        }

        /** The next events, each in one line; fewer when the stream ends before. */
        List<String> next(int count) throws IOException {
            List<String> events = new ArrayList<>();
            String event = "";
            while (events.size() < count) {
                String line = lines.readLine();
                if (line == null) {
                    return events;
                }
                if (line.startsWith("id: ")) {
                    event = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    event += " " + line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    events.add(event + " " + line.substring("data: ".length()));
                }
            }
            return events;
        }

        /** Reads on until an event of a type. */
        void until(String type) throws IOException {
            while (!next(1).get(0).contains(" " + type + " ")) {
                // not yet
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
