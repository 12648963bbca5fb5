package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kong.unirest.core.Unirest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send or read slowly, more of them than the sandbox may have threads: nobody else waits for them. */
class SlowClientsTest {
    private static final int CLIENTS = 500;

    @ParameterizedTest
    @ValueSource(
            strings = {"POST /token", "POST /v1.0/accounts/6303/orders", "PUT /sandbox/seed", "POST /sandbox/reset"})
    void bodies_that_come_byte_by_byte_hold_no_thread(String requestLine) throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            World world = sandbox.world();
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < CLIENTS; i++) {
                    slow.add(begun(world, requestLine));
                }
                for (Socket socket : slow) {
                    socket.getOutputStream().write('{');
                }
                assertThat(status(world.apiUrl() + "/v1.0/accounts/6303/orders/73552"))
                        .isEqualTo(200);
                assertThat(status(world.controlUrl() + "/clock")).isEqualTo(200);
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    private static Socket begun(World world, String requestLine) throws IOException {
        URI uri = URI.create(world.apiUrl());
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        String head = requestLine + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static int status(String url) {
        return Unirest.get(url)
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .requestTimeout(10_000)
                .asString()
                .getStatus();
    }
}
