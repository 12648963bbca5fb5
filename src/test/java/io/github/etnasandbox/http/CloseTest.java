package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Start and close are clean whatever happens meanwhile. */
class CloseTest {
    private static final int TIMES = 100;
    private static final int CLIENTS = 4;

    @Test
    void every_connection_of_clients_that_connect_meanwhile_gets_an_answer_or_an_end() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        int unanswered = 0;
        try {
            for (int time = 0; time < TIMES; time++) {
                AtomicBoolean closed = new AtomicBoolean();
                CountDownLatch started = new CountDownLatch(3 * CLIENTS);
                List<Future<Integer>> waiting = new ArrayList<>();
                try (Sandbox sandbox = Sandbox.start()) {
                    URI uri = URI.create(sandbox.world().apiUrl());
                    for (int i = 0; i < CLIENTS; i++) {
                        waiting.add(clients.submit(() -> connecting(uri, started, closed)));
                    }
                    started.await();
                }
                closed.set(true);
                for (Future<Integer> client : waiting) {
                    unanswered += client.get();
                }
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(unanswered).isZero();
    }

    @Test
    void an_interrupted_thread_starts_and_closes_it_all_the_same_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        Sandbox sandbox = Sandbox.start();
        assertThat(Thread.interrupted()).isTrue();
        String health = sandbox.world().controlUrl() + "/health";
        assertThat(Unirest.get(health).asString().getStatus()).isEqualTo(200);

        Thread.currentThread().interrupt();
        sandbox.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> new Socket(
                        InetAddress.getLoopbackAddress(), URI.create(health).getPort()))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void who_waits_for_the_venue_is_answered() throws Exception {
        ExecutorService client = Executors.newSingleThreadExecutor();
        Sandbox sandbox = Sandbox.start();
        try {
            World world = sandbox.world();
            world.cancelOutcome(73552, CancelOutcome.HOLD);
            Future<Integer> waiting =
                    client.submit(() -> Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/syncorders/73552")
                            .header("Et-App-Key", "demo-app-key")
                            .header("Authorization", "Bearer admin-token")
                            .asString()
                            .getStatus());
            while (world.order(73552).status() != OrderStatus.PENDING_CANCEL) {
                Thread.onSpinWait();
            }
            sandbox.close();
            assertThat(waiting.get()).isEqualTo(500);
        } finally {
            sandbox.close();
            client.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /token", "PUT /sandbox/seed"})
    void a_request_that_is_half_sent_gets_no_answer_or_that_it_is_too_late(String requestLine) throws IOException {
        String half = requestLine + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{";
        for (int i = 0; i < 50; i++) {
            Sandbox sandbox = Sandbox.start();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
                RawHttp.send(sandbox.world().controlUrl(), "GET /sandbox/health"); // by now the half is read
                sandbox.close();
                assertThat(received(socket)).matches("(?s)|HTTP/1.1 503 .*");
            }
        }
    }

    /** What comes until the connection ends, in whatever way it does. */
    private static String received(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    void a_closed_sandbox_has_no_port() {
        Sandbox sandbox = Sandbox.start();
        sandbox.close();
        assertThatThrownBy(sandbox::port).hasMessage("the sandbox is closed, it has no port");
    }

    /** Connects again and again; counts the connections on which nothing comes, not even their end. */
    private static int connecting(URI uri, CountDownLatch started, AtomicBoolean closed) {
        byte[] request = ("GET /sandbox/health HTTP/1.1\r\nHost: " + uri.getAuthority()
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        int unanswered = 0;
        while (!closed.get()) {
            try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
                socket.setSoTimeout(10_000); // only a connection without an end takes so long
                socket.getOutputStream().write(request);
                socket.getInputStream().readAllBytes();
                started.countDown();
            } catch (SocketTimeoutException silent) {
                unanswered++;
            } catch (IOException ended) {
                started.countDown(); // a connection that was refused or reset has an end
            }
        }
        return unanswered;
    }
}
