package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kong.unirest.core.Unirest;
import kong.unirest.core.UnirestInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send or read slowly, more of them than the sandbox may have threads: nobody else waits for them. */
@Execution(ExecutionMode.SAME_THREAD) // each case loads the machine enough
class SlowClientsTest {
    private static final int CLIENTS = 500;
    private static final int ROUNDS = 10;

    /** A client of its own: the tests' usual one checks each answer against the contract, which takes its time. */
    private static final UnirestInstance CLIENT = Unirest.spawnInstance();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST /token                      | Content-Length: 1000
            POST /token                      | Content-Length: 1000\\r\\nExpect: 100-continue
            POST /token                      | Transfer-Encoding: chunked
            POST /v1.0/accounts/6303/orders  | Content-Length: 1000
            PUT /sandbox/seed                | Content-Length: 1000
            PUT /sandbox/seed                | Content-Length: 1000\\r\\nExpect: 100-continue
            """)
    void bodies_that_come_byte_by_byte_hold_no_thread(String requestLine, String headers) throws IOException {
        try (Sandbox sandbox = Sandbox.start()) {
            World world = sandbox.world();
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < CLIENTS; i++) {
                    slow.add(begun(world, requestLine, headers));
                }
                for (Socket socket : slow) {
                    socket.getOutputStream().write('7'); // of a body, or of a chunk's size
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

    @ParameterizedTest
    @ValueSource(strings = {"GET {control}/state", "GET {api}/v1.0/accounts/1/orders/2"})
    void answers_that_nobody_reads_hold_no_thread(String requestLine) throws IOException {
        SandboxConfig noJournal = SandboxConfig.DEFAULTS.withSettings(settings -> settings.withJournalBytes(0));
        try (Sandbox sandbox = Sandbox.start(noJournal)) {
            World world = sandbox.newWorld(large());
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < CLIENTS; i++) {
                    slow.add(asking(world, requestLine));
                }
                assertThat(status(world.apiUrl() + "/v1.0/accounts/1/orders/1")).isEqualTo(200);
                assertThat(status(world.controlUrl() + "/clock")).isEqualTo(200);
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    /**
     * Its times are those of a server that runs for a while. A machine that does other work makes a round slow, a server that
     * is deaf makes all of them slow.
     */
    @Test
    void a_thousand_that_drip_and_three_hundred_that_never_read_delay_nobody() throws IOException {
        SandboxConfig noJournal = SandboxConfig.DEFAULTS.withSettings(settings -> settings.withJournalBytes(0));
        try (Sandbox sandbox = Sandbox.start(noJournal)) {
            World world = sandbox.newWorld(large());
            List<Socket> slow = new ArrayList<>();
            try {
                for (int i = 0; i < 300; i++) {
                    slow.add(asking(world, "GET {control}/state"));
                }
                for (Socket socket : slow) {
                    socket.getInputStream().read(); // it has been answered
                }
                List<Socket> dripping = new ArrayList<>();
                for (int i = 0; i < 1_000; i++) {
                    dripping.add(
                            begun(world, i % 2 == 0 ? "POST /token" : "PUT /sandbox/seed", "Content-Length: 1000"));
                }
                slow.addAll(dripping);
                Times times = times(world, dripping);
                for (int round = 1; round < ROUNDS && !times.areShort(); round++) {
                    times = times(world, dripping);
                }
                assertThat(times).matches(Times::areShort);
            } finally {
                for (Socket socket : slow) {
                    socket.close();
                }
            }
        }
    }

    private record Times(Duration median, Duration longest) {
        boolean areShort() {
            return median.compareTo(Duration.ofMillis(10)) < 0 && longest.compareTo(Duration.ofMillis(250)) < 0;
        }
    }

    /** How long a good client waits for answers, while each of the others sends a byte of its body now and then. */
    private static Times times(World world, List<Socket> dripping) throws IOException {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < dripping.size(); i++) {
            dripping.get(i).getOutputStream().write(' ');
            if (i % 5 == 0) {
                long begin = System.nanoTime();
                assertThat(status(world.apiUrl() + "/v1.0/accounts/1/orders/1")).isEqualTo(200);
                times.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }
        Collections.sort(times);
        return new Times(times.get(times.size() / 2), times.get(times.size() - 1));
    }

    /** A world whose order 2, and so its export, is more than lies between a server and a client that does not read. */
    private static Seed large() {
        String order = "\"AccountId\":1,\"UserId\":1,\"Side\":\"Buy\",\"Status\":\"New\",\"Quantity\":1";
        String notes = ("\"" + "n".repeat(9_998) + "\",").repeat(400);
        String document = "{\"appKeys\":[{\"key\":\"demo-app-key\"}],\"users\":[{\"UserId\":1,\"Login\":\"a\","
                + "\"password\":\"p\",\"administrator\":true}],\"tokens\":[{\"token\":\"admin-token\",\"UserId\":1}],"
                + "\"accounts\":[{\"Id\":1,\"access\":[]}],\"orders\":[{\"Id\":1," + order + "},{\"Id\":2," + order
                + ",\"notes\":[" + notes + "null]}]}";
        return Fixtures.document("large", document.getBytes(StandardCharsets.UTF_8))
                .load();
    }

    /** Asks, and reads nothing. */
    private static Socket asking(World world, String requestLine) throws IOException {
        URI uri = URI.create(world.apiUrl());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4 * 1024);
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        socket.getOutputStream()
                .write(Hostile.request(world, requestLine + " HTTP/1.1\\r\\nHost: {host}\\r\\n{credentials}\\r\\n"));
        return socket;
    }

    private static Socket begun(World world, String requestLine, String headers) throws IOException {
        URI uri = URI.create(world.apiUrl());
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        String head = requestLine + " HTTP/1.1\\r\\nHost: " + uri.getAuthority()
                + "\\r\\nContent-Type: application/json\\r\\n" + headers + "\\r\\n\\r\\n";
        socket.getOutputStream().write(RawHttp.bytes(head));
        return socket;
    }

    private static int status(String url) {
        return CLIENT.get(url)
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .requestTimeout(10_000)
                .asString()
                .getStatus();
    }
}
