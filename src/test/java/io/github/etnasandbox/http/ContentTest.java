package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of requests, on the wire. */
@SandboxTest
class ContentTest {
    private static final int MIB = 1024 * 1024;
    private static final String ORDER = "/v1.0/accounts/6303/orders/73552";

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 7\r\n\r\ngarbage", "Transfer-Encoding: chunked\r\n\r\n7\r\ngarbage\r\n0\r\n\r\n"
            })
    void the_body_of_a_cancel_means_nothing(String body, World world) {
        assertThat(send(world, "DELETE", ORDER, body).status()).isEqualTo(204);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_body_that_means_nothing_is_not_waited_for(World world) {
        assertThat(send(world, "GET", ORDER, "Content-Length: 5000000\r\n\r\n").status())
                .isEqualTo(200);
        assertThat(send(world, "DELETE", ORDER, "Content-Length: 5000000\r\n\r\n")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void a_body_of_1_mib_is_read(World world) {
        assertThat(login(world, MIB).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {MIB + 1, 2 * MIB, 8 * MIB})
    void a_larger_body_is_refused_once_it_is_sent(int size, World world) {
        HttpResponse<String> answer = login(world, size);
        assertThat(answer.getStatus()).isEqualTo(413);
        assertThat(answer.getBody()).isEmpty();
        assertThat(answer.getHeaders().getFirst("Sandbox-Reason")).isEqualTo("the body is over 1048576 bytes");
    }

    @Test
    void a_body_in_chunks_is_read_like_any_other(World world) {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        assertThat(send(world, "POST", "/token", "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(32) + "0\r\n\r\n")
                        .status())
                .isEqualTo(200);
        assertThat(send(world, "POST", "/token", "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(33) + "0\r\n\r\n")
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 100\r\n\r\n{\"Symbol\"",
                "Content-Length: 2000000\r\n\r\n{\"Symbol\"",
                "Content-Length: 100\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"Sym",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"Symbol\"\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n"
            })
    void a_body_that_breaks_off_does_no_harm(String body, World world) {
        RawHttp.Response answer = send(world, "POST", "/token", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Sandbox-Reason"))
                .isEqualTo("this is no HTTP request the sandbox can read: its body has no end");
        assertThat(LiveWorld.of(world).state()).isEqualTo(Snapshots.stateOf(world.seed()));
        assertThat(login(world, 0).getStatus()).isEqualTo(200);
    }

    @Test
    void a_client_that_is_gone_before_its_body_came_does_no_harm(World world) throws IOException {
        URI uri = URI.create(world.apiUrl());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoLinger(true, 0); // closing resets the connection
            socket.getOutputStream().write(request(world, "POST", "/token", "Content-Length: 100\r\n\r\n{\"Sym"));
        }
        assertThat(login(world, 0).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "GET", "POST"})
    void a_body_is_never_taken_for_the_next_request(String method, World world) {
        String hidden = """
                DELETE /v1.0/accounts/6303/orders/80328 HTTP/1.1
                Host: a
                Et-App-Key: demo-app-key
                Authorization: Bearer admin-token

                """.replace("\n", "\r\n");
        String body = "Content-Length: " + hidden.length() + "\r\n\r\n" + hidden;
        byte[] request = new String(request(world, method, ORDER, body), StandardCharsets.ISO_8859_1)
                .replace("Connection: close\r\n", "")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(RawHttp.exchange(world.apiUrl(), request)).containsOnlyOnce("HTTP/1.1 ");
        assertThat(world.order(80328).status()).isEqualTo(OrderStatus.PENDING_NEW);
    }

    private static HttpResponse<String> login(World world, int bodySize) {
        byte[] body = new byte[bodySize];
        Arrays.fill(body, (byte) 'x');
        return Unirest.post(world.apiUrl() + "/token")
                .header("Et-App-Key", "demo-app-key")
                .header("Username", "admin")
                .header("Password", "admin-password")
                .body(body)
                .asString();
    }

    private static RawHttp.Response send(World world, String method, String path, String rest) {
        return RawHttp.sendBytes(world.apiUrl(), request(world, method, path, rest));
    }

    /** A request with the head's last lines and the body given. */
    private static byte[] request(World world, String method, String path, String rest) {
        URI uri = URI.create(world.apiUrl());
        String head = method + " " + uri.getPath() + path + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nConnection: close\r\nEt-App-Key: demo-app-key\r\nAuthorization: Bearer admin-token\r\n"
                + "Username: admin\r\nPassword: admin-password\r\n";
        return (head + rest).getBytes(StandardCharsets.ISO_8859_1);
    }
}
