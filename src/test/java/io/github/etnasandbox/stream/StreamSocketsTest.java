package io.github.etnasandbox.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.PlayedAgain;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.token.Streamer;
import io.github.etnasandbox.token.StreamerSession;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.world.World;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that speak to a streamer in habits of their own, below any library. */
@SandboxTest
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StreamSocketsTest {
    /** More than may wait and the buffers of both ends take, of 2 kB each. */
    private static final int FILLS = 20_000;

    /** Login and password form-encoded, and whatever does not begin with exactly these bytes is thrown away. */
    @Test
    void a_client_that_looks_for_a_space_behind_the_colon_logs_in_and_is_told(World world) throws Exception {
        try (RawSocket socket = new RawSocket(world, "User=trader&Password=trader-password&HttpClientType=WebSocket")) {
            String session = socket.next();
            assertThat(session).startsWith("{\"Cmd\": \"CreateSession.txt\"");
            String id = session.substring(session.indexOf("SessionId\": \"") + 13, session.length() - 2);
            socket.send("{\"Cmd\":\"Subscribe.txt\",\"SessionId\":\"" + id
                    + "\",\"Keys\":\"6303\",\"EntityType\":\"Order\",\"HttpClientType\":\"WebSocket\"}");
            assertThat(socket.next()).startsWith("{\"Cmd\": \"Subscribe.txt\"").contains("\"Keys\": \"6303\"");
            String order = socket.next();
            assertThat(order).startsWith("{\"EntityType\": \"Order\"");
            assertThat(order.replaceAll("\"\\w+\": \"[^\"]*\"(, )?", "")).isEqualTo("{}"); // texts alone
        }
    }

    /** The user's id and twice the same session; a number for keys; commands without a type of client. */
    @Test
    void a_client_that_passes_one_session_twice_and_a_number_for_keys_is_told(World world) throws Exception {
        String session = new StreamerSession(Streamer.DATA, new UserId(7125), 0).id();
        try (RawSocket socket = new RawSocket(world, "User=7125:" + session + "&Password=" + session)) {
            String created = socket.next();
            String id = created.substring(created.indexOf("SessionId\": \"") + 13, created.length() - 2);
            socket.send(
                    "{\"Cmd\":\"Subscribe.txt\",\"SessionId\":\"" + id + "\",\"Keys\":6303,\"EntityType\":\"Order\"}");
            socket.next();
            assertThat(socket.next()).startsWith("{\"EntityType\": \"Order\"");
        }
    }

    @Test
    void a_client_that_greets_and_sends_in_pieces_is_told(World world) throws Exception {
        try (RawSocket socket = new RawSocket(world, "User=trader&Password=trader-password")) {
            socket.send("Hello Server!");
            socket.next();
            socket.frame(0x01, "{\"Cmd\":\"No");
            socket.frame(0x89, "ping");
            socket.frame(0x80, "thing\"}");
            assertThat(socket.next()).isEqualTo("pong ping");
            assertThat(socket.next()).startsWith("{\"Cmd\": \"Nothing\", \"StatusCode\": \"Error\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Version: 7\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
            })
    void what_is_no_handshake_is_refused_and_told_why(String fields, World world) throws Exception {
        URI api = URI.create(world.apiUrl());
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            String path = api.getPath().replaceFirst("/api$", "") + "/streamers/data/CreateSession.txt";
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: " + api.getAuthority() + "\r\nUpgrade: websocket\r\n"
                                    + "Connection: Upgrade, close\r\n" + fields + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 426 Upgrade Required")
                    .contains("Sandbox-Reason: the request is no handshake of RFC 6455");
        }
    }

    @Test
    void a_fault_ends_a_connection_without_a_goodbye(World world) throws Exception {
        world.inject(Fault.message("/streamers/data/Nothing", FaultEffect.close()));
        try (RawSocket socket = new RawSocket(world, "User=trader&Password=trader-password")) {
            socket.send("{\"Cmd\":\"Nothing\"}");
            assertThat(socket.untilEnd()).singleElement().asString().startsWith("{\"Cmd\": \"CreateSession.txt\"");
        }
    }

    @Test
    void a_client_that_says_goodbye_is_answered(World world) throws Exception {
        try (RawSocket socket = new RawSocket(world, "User=trader&Password=trader-password")) {
            socket.next();
            socket.frame(0x88, "\u0003\u00e8");
            assertThat(socket.next()).startsWith("close");
        }
    }

    @Test
    void a_command_that_is_too_long_ends_the_connection(World world) throws Exception {
        try (RawSocket socket = new RawSocket(world, "User=trader&Password=trader-password")) {
            socket.next();
            socket.send("x".repeat(70_000));
            assertThat(socket.next()).isEqualTo("close 1009 a command may have 65536 bytes");
        }
    }

    @Test
    @Tag(PlayedAgain.NOT) // it takes long
    void a_client_that_reads_nothing_is_left_and_others_are_told_meanwhile(World world) throws Exception {
        try (RawSocket deaf = new RawSocket(world, "User=trader&Password=trader-password");
                StreamClient other = StreamClient.data(world).subscribe("AccountBalance", "6303")) {
            String created = deaf.next();
            String id = created.substring(created.indexOf("SessionId\": \"") + 13, created.length() - 2);
            deaf.send("{\"Cmd\":\"Subscribe.txt\",\"SessionId\":\"" + id
                    + "\",\"Keys\":\"6303\",\"EntityType\":\"AccountBalance\"}");
            world.awaitEvent(
                    message -> message.connection() == 1 && message.type().equals("AccountBalance"),
                    Duration.ofSeconds(60));
            for (int i = 0; i < FILLS; i++) {
                world.fill(73552, 0.001, 150);
            }
            assertThat(other.rest()).hasSizeGreaterThanOrEqualTo(FILLS);
            assertThat(deaf.untilEnd()).hasSizeBetween(1, FILLS - 1);
        }
    }

    /** A WebSocket by hand. */
    private static final class RawSocket implements AutoCloseable {
        private final Socket socket;
        private final DataInputStream in;
        private final OutputStream out;

        RawSocket(World world, String query) throws IOException {
            URI api = URI.create(world.apiUrl());
            socket = new Socket(api.getHost(), api.getPort());
            in = new DataInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            String path = api.getPath().replaceFirst("/api$", "") + "/streamers/data/CreateSession.txt?" + query;
            out.write(("GET " + path + " HTTP/1.1\r\nHost: " + api.getAuthority()
                            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.readUnsignedByte());
            }
            assertThat(head.toString()).startsWith("HTTP/1.1 101 ").contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        }

        void send(String text) throws IOException {
            frame(0x81, text);
        }

        /** Sends a frame with a mask of zeros. */
        void frame(int firstByte, String payload) throws IOException {
            byte[] bytes = payload.getBytes(firstByte == 0x88 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
            out.write(firstByte);
            if (bytes.length < 126) {
                out.write(0x80 | bytes.length);
            } else if (bytes.length < 65_536) {
                out.write(new byte[] {(byte) 0xfe, (byte) (bytes.length >> 8), (byte) bytes.length});
            } else {
                out.write(new byte[] {
                    (byte) 0xff,
                    0,
                    0,
                    0,
                    0,
                    (byte) (bytes.length >> 24),
                    (byte) (bytes.length >> 16),
                    (byte) (bytes.length >> 8),
                    (byte) bytes.length
                });
            }
            out.write(new byte[4]);
            out.write(bytes);
        }

        /** The next frame that is no ping of the streamer's: its text, or what else it is. */
        String next() throws IOException {
            String next = frame();
            return next.startsWith("{\"Cmd\": \"Ping\"") ? next() : next;
        }

        private String frame() throws IOException {
            int opcode = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte();
            length = length == 126 ? in.readUnsignedShort() : length;
            byte[] payload = in.readNBytes(length);
            if (payload.length < length) {
                throw new EOFException();
            }
            String text = new String(payload, StandardCharsets.UTF_8);
            return switch (opcode) {
                case 0x8 ->
                    length < 2
                            ? "close"
                            : "close " + ((payload[0] & 0xff) * 256 + (payload[1] & 0xff)) + " "
                                    + new String(payload, 2, length - 2, StandardCharsets.UTF_8);
                case 0xa -> "pong " + text;
                default -> text;
            };
        }

        /** All frames until the connection is at its end. */
        List<String> untilEnd() {
            List<String> all = new ArrayList<>();
            try {
                while (true) {
                    all.add(next());
                }
            } catch (IOException end) {
                return all;
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
