package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.StandingFault;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients see of a fault, byte by byte, and what has become of the order meanwhile. */
@SandboxTest
@Timeout(60)
class FaultWireTest {
    private static final String ORDER = "**/orders/73552";
    private static final String ORDER_PATH = "/v1.0/accounts/6303/orders/73552";
    private static final Duration MOMENT = Duration.ofMillis(20);

    @Nested
    class Before {
        @Test
        void a_closed_connection_has_no_answer_and_the_order_goes_on(World world) {
            world.inject(Fault.before("DELETE", ORDER, FaultEffect.close()));
            assertThat(exchange(world, "DELETE")).isEmpty();
            assertThat(status(world)).isEqualTo(OrderStatus.NEW);
            assertThat(exchange(world, "DELETE")).startsWith("HTTP/1.1 204 ");
        }

        @Test
        void a_reset_connection_is_no_end_and_the_order_goes_on(World world) {
            world.inject(Fault.before("DELETE", ORDER, FaultEffect.reset()));
            assertReset(world);
            assertThat(status(world)).isEqualTo(OrderStatus.NEW);
        }

        @Test
        void a_status_is_answered_without_applying(World world) {
            world.inject(Fault.before(
                    "DELETE",
                    ORDER,
                    FaultEffect.status(503, Map.of("Retry-After", "2", "Content-Type", "text/plain"), "slow down")));
            RawHttp.Response answer = send(world, "DELETE");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers())
                    .containsExactlyInAnyOrder(
                            "Sandbox-Reason: fault 1: status 503 before the request was applied",
                            "Retry-After: 2",
                            "Content-Type: text/plain",
                            "Content-Length: 9",
                            "Connection: close");
            assertThat(answer.body()).isEqualTo("slow down");
            assertThat(status(world)).isEqualTo(OrderStatus.NEW);
        }

        @Test
        void a_delay_passes_and_the_request_is_applied_as_usual(World world) {
            StandingFault fault = world.inject(Fault.before("DELETE", ORDER, FaultEffect.delay(MOMENT)));
            assertThat(send(world, "DELETE").status()).isEqualTo(204);
            assertThat(status(world)).isEqualTo(OrderStatus.CANCELED);
            assertThat(fault.hits()).isEqualTo(1);
        }

        @Test
        void a_request_that_was_struck_before_is_not_counted_after(World world) {
            StandingFault after = world.inject(Fault.after("DELETE", ORDER, FaultEffect.close()));
            world.inject(Fault.before("DELETE", ORDER, FaultEffect.delay(MOMENT)));
            assertThat(send(world, "DELETE").status()).isEqualTo(204);
            assertThat(after.matches()).isZero();
        }
    }

    @Nested
    class After {
        @Test
        void a_closed_connection_has_no_answer_and_the_order_is_canceled(World world) {
            world.inject(Fault.after("DELETE", ORDER, FaultEffect.close()));
            assertThat(exchange(world, "DELETE")).isEmpty();
            assertThat(status(world)).isEqualTo(OrderStatus.CANCELED);
            assertThat(exchange(world, "DELETE")).startsWith("HTTP/1.1 409 ");
        }

        @Test
        void a_reset_connection_is_no_end_and_the_order_is_canceled(World world) {
            world.inject(Fault.after("DELETE", ORDER, FaultEffect.reset()));
            assertReset(world);
            assertThat(status(world)).isEqualTo(OrderStatus.CANCELED);
        }

        @Test
        void a_status_takes_the_place_of_the_answer(World world) {
            world.inject(Fault.after("DELETE", ORDER, FaultEffect.status(500)));
            RawHttp.Response answer = send(world, "DELETE");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.header("Sandbox-Reason")).isEqualTo("fault 1: status 500 after the request was applied");
            assertThat(answer.body()).isEmpty();
            assertThat(status(world)).isEqualTo(OrderStatus.CANCELED);
        }

        @Test
        void a_delay_leaves_the_answer_as_it_is(World world) {
            String answer = exchange(world, "GET");
            world.inject(Fault.after("GET", ORDER, FaultEffect.delay(MOMENT)));
            assertThat(exchange(world, "GET")).isEqualTo(answer);
        }

        @Test
        void a_truncated_answer_announces_its_whole_length_and_sends_half(World world) {
            RawHttp.Response whole = send(world, "GET");
            world.inject(Fault.after("GET", ORDER, FaultEffect.truncate()));
            RawHttp.Response cut = send(world, "GET");
            assertThat(cut.status()).isEqualTo(200);
            assertThat(cut.headers()).containsExactlyInAnyOrderElementsOf(whole.headers());
            assertThat(cut.body())
                    .isEqualTo(whole.body().substring(0, whole.body().length() / 2));
        }

        @Test
        void a_truncated_answer_sends_so_many_bytes_as_told_but_never_all(World world) {
            String whole = send(world, "GET").body();
            world.inject(Fault.after("GET", ORDER, FaultEffect.truncate(5)));
            world.inject(Fault.after("GET", ORDER, FaultEffect.truncate(1_000_000)));
            assertThat(send(world, "GET").body()).isEqualTo(whole.substring(0, 5));
            assertThat(send(world, "GET").body()).isEqualTo(whole.substring(0, whole.length() - 1));
        }

        @Test
        void a_garbled_answer_has_its_length_and_is_no_json_the_same_way_each_time(World world) {
            RawHttp.Response whole = send(world, "GET");
            world.inject(Fault.after("GET", ORDER, FaultEffect.garble()).times(2));
            RawHttp.Response garbled = send(world, "GET");
            assertThat(garbled.headers()).containsExactlyInAnyOrderElementsOf(whole.headers());
            assertThat(garbled.body()).hasSameSizeAs(whole.body()).startsWith(".w");
            assertThat(send(world, "GET")).isEqualTo(garbled);
        }

        @Test
        void a_dripping_answer_is_whole_in_the_end(World world) {
            RawHttp.Response whole = send(world, "GET");
            StandingFault fault = world.inject(Fault.after("GET", ORDER, FaultEffect.drip(Duration.ofMillis(1), 50)));
            RawHttp.Response dripped = send(world, "GET");
            assertThat(dripped.body()).isEqualTo(whole.body());
            assertThat(dripped.headers()).containsExactlyInAnyOrderElementsOf(whole.headers());
            assertThat(fault.hits()).isEqualTo(1);
        }

        @Test
        void of_an_answer_without_a_body_the_head_is_harmed(World world) {
            world.inject(Fault.after("DELETE", ORDER, FaultEffect.truncate()));
            assertThat(exchange(world, "DELETE")).startsWith("HTTP/1.1 204 No").doesNotContain("\r\n\r\n");
            world.inject(Fault.after("DELETE", ORDER, FaultEffect.garble()));
            assertThat(exchange(world, "DELETE")).doesNotContain("HTTP/1.1").endsWith("\r\n\r\n");
            world.inject(Fault.after("DELETE", ORDER, FaultEffect.drip(Duration.ofMillis(1), 10)));
            assertThat(exchange(world, "DELETE")).startsWith("HTTP/1.1 409 ").endsWith("\r\n\r\n");
        }
    }

    /** Clients that people use, each with its pool of connections. */
    @Nested
    class Clients {
        private final HttpClient client = HttpClient.newHttpClient();

        @Test
        void unirest_has_no_answer_while_the_order_is_canceled(World world) {
            world.inject(Fault.after("DELETE", ORDER, FaultEffect.close()));
            assertThatThrownBy(() -> Unirest.delete(world.apiUrl() + ORDER_PATH)
                            .header("Et-App-Key", "demo-app-key")
                            .header("Authorization", "Bearer admin-token")
                            .asString())
                    .hasRootCauseInstanceOf(IOException.class);
            assertThat(status(world)).isEqualTo(OrderStatus.CANCELED);
        }

        @Test
        void the_client_of_java_has_no_answer_and_the_next_time_one_again(World world) throws Exception {
            for (FaultEffect effect : new FaultEffect[] {
                FaultEffect.reset(), FaultEffect.truncate(), FaultEffect.close(),
            }) {
                world.reset();
                world.inject(Fault.after("POST", "**/token", effect));
                assertThatThrownBy(() -> login(world)).isInstanceOf(IOException.class);
                assertThat(login(world).statusCode()).isEqualTo(200);
            }
        }

        @Test
        void the_client_of_java_reads_on_after_a_harmed_answer(World world) throws Exception {
            String whole = login(world).body();
            world.reset();
            world.inject(Fault.after("POST", "**/token", FaultEffect.garble()));
            HttpResponse<String> garbled = login(world);
            assertThat(garbled.statusCode()).isEqualTo(200);
            assertThat(garbled.body()).hasSameSizeAs(whole).doesNotContain("Token");
            world.reset();
            world.inject(Fault.after("POST", "**/token", FaultEffect.drip(Duration.ofMillis(1), 100)));
            assertThat(login(world).body()).isEqualTo(whole);
        }

        /** Known of old: it repeats a request by itself when a connection ends without an answer. */
        @Test
        void the_old_client_of_java_cancels_twice_and_is_refused(World world) throws Exception {
            StandingFault fault = world.inject(Fault.after("DELETE", ORDER, FaultEffect.close()));
            HttpURLConnection cancel = (HttpURLConnection)
                    URI.create(world.apiUrl() + ORDER_PATH).toURL().openConnection();
            cancel.setRequestMethod("DELETE");
            cancel.setRequestProperty("Et-App-Key", "demo-app-key");
            cancel.setRequestProperty("Authorization", "Bearer admin-token");
            assertThat(cancel.getResponseCode()).isEqualTo(409);
            assertThat(fault.matches()).isEqualTo(2);
            assertThat(fault.hits()).isEqualTo(1);
        }

        @Test
        void a_client_that_gives_up_leaves_the_order_canceled(World world) {
            world.inject(Fault.after("DELETE", ORDER, FaultEffect.delay(Duration.ofMinutes(5))));
            HttpRequest cancel = HttpRequest.newBuilder(URI.create(world.apiUrl() + ORDER_PATH))
                    .header("Et-App-Key", "demo-app-key")
                    .header("Authorization", "Bearer admin-token")
                    .DELETE()
                    .build();
            CompletableFuture<?> answer = client.sendAsync(cancel, HttpResponse.BodyHandlers.ofString());
            while (status(world) != OrderStatus.CANCELED) {
                Thread.onSpinWait();
            }
            assertThat(answer).isNotDone();
            answer.cancel(true);
            assertThat(send(world, "DELETE").status()).isEqualTo(409);
        }

        private HttpResponse<String> login(World world) throws IOException, InterruptedException {
            HttpRequest login = HttpRequest.newBuilder(URI.create(world.apiUrl() + "/token"))
                    .header("Et-App-Key", "demo-app-key")
                    .header("Username", "admin")
                    .header("Password", "admin-password")
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            return client.send(login, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static OrderStatus status(World world) {
        return world.order(73552).status();
    }

    private static RawHttp.Response send(World world, String method) {
        return RawHttp.sendBytes(world.apiUrl(), request(world, method));
    }

    private static String exchange(World world, String method) {
        return RawHttp.exchange(world.apiUrl(), request(world, method));
    }

    private static byte[] request(World world, String method) {
        URI uri = URI.create(world.apiUrl() + ORDER_PATH);
        return String.join(
                        "\r\n",
                        method + " " + uri.getPath() + " HTTP/1.1",
                        "Host: " + uri.getAuthority(),
                        "Et-App-Key: demo-app-key",
                        "Authorization: Bearer admin-token",
                        "Connection: close",
                        "",
                        "")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertReset(World world) {
        URI uri = URI.create(world.apiUrl());
        assertThatThrownBy(() -> {
                    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                        socket.setSoTimeout(10_000);
                        socket.getOutputStream().write(request(world, "DELETE"));
                        socket.getInputStream().read();
                    }
                })
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
    }
}
