package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no request to the API at all still gets no page of the server's own. */
@SandboxTest
class TransportTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | GARBAGE
            400 | GET /api/%zz HTTP/1.1\\r\\nHost: a
            400 | GET /api HTTP/1.1
            400 | GET /api HTTP/1.1\\r\\nHost: a\\r\\nHost: b
            400 | GET /api\\u0000 HTTP/1.1\\r\\nHost: a
            505 | GET /api HTTP/9.9\\r\\nHost: a
            404 | OPTIONS * HTTP/1.1\\r\\nHost: a
            """)
    void what_is_no_request_is_answered_with_a_status_and_a_reason(int status, String head, World world) {
        String request = head.replace("\\r\\n", "\r\n").replace("\\u0000", "\u0000") + "\r\nConnection: close\r\n\r\n";
        assertBare(RawHttp.sendBytes(world.apiUrl(), request.getBytes(StandardCharsets.ISO_8859_1)), status);
    }

    @Test
    void what_is_too_large_is_answered_with_a_status_and_a_reason(World world) {
        String long20k = "a".repeat(20_000);
        assertBare(RawHttp.send(world.apiUrl(), "GET /api/" + long20k), 414);
        assertBare(RawHttp.send(world.apiUrl(), "GET /api", "X: " + long20k), 431);
    }

    @Test
    void an_upgrade_to_websocket_is_answered_like_any_other_request(World world) {
        String request = """
                GET /api/x HTTP/1.1
                Host: a
                Connection: Upgrade, close
                Upgrade: websocket
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: x

                """.replace("\n", "\r\n");
        RawHttp.Response response = RawHttp.sendBytes(world.apiUrl(), request.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(response.body()).isEqualTo("{\"error\":\"Application key is not defined or does not exist\"}");
    }

    @Test
    void random_bytes_bring_up_no_stack_trace_and_leave_the_world_as_it_is(World world) {
        Random random = new Random(6303);
        for (int i = 0; i < 300; i++) {
            byte[] garbage = new byte[1 + random.nextInt(200)];
            random.nextBytes(garbage);
            byte[] request = garbled(garbage, i);
            String answer = RawHttp.exchange(world.apiUrl(), request);
            assertThat(answer)
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ")
                    .doesNotContain("<html");
        }
        assertThat(LiveWorld.of(world).state()).isEqualTo(Snapshots.stateOf(world.seed()));
    }

    /** Garbage on its own, as a path, as a header, as a body. */
    private static byte[] garbled(byte[] garbage, int kind) {
        String text = new String(garbage, StandardCharsets.ISO_8859_1);
        String request = switch (kind % 4) {
            case 0 -> text;
            case 1 -> "DELETE /api/v1.0/" + text + " HTTP/1.1\r\nHost: a\r\nEt-App-Key: demo-app-key\r\n";
            case 2 ->
                "DELETE /api/v1.0/accounts/6303/orders/73552 HTTP/1.1\r\nHost: a\r\nEt-App-Key: demo-app-key\r\n"
                        + "Authorization: " + text + "\r\n";
            default ->
                "PUT /sandbox/seed HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + garbage.length + "\r\n\r\n"
                        + text;
        };
        return (request + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertBare(RawHttp.Response response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
        assertThat(response.header("Sandbox-Reason"))
                .startsWith("this is no HTTP request the sandbox can read: ")
                .doesNotEndWith(": null");
    }
}
