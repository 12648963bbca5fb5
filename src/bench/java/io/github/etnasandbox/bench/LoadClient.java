package io.github.etnasandbox.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests over keep-alive connections, one at a time over each, and measures each until its answer's last byte. One
 * thread serves all connections: a thread for each would fight the server for the cores, and the fight would be measured.
 */
record LoadClient(int port, int connections) {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");

    record Load(double perSecond, double medianMicros, double p99Micros) {}

    /**
     * Sends until the time is over or there were as many requests as wanted. An answer with another status than expected
     * ends the load.
     *
     * @param next gives the next request; it is told how the last answer over the same connection begins
     */
    Load run(long requests, double seconds, Function<String, Request> next) throws IOException {
        long[] nanos = new long[1 << 16];
        int answers = 0;
        long started = System.nanoTime();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                new Connection(port, selector).send(next.apply(""));
            }
            long sent = connections;
            int underWay = connections;
            while (underWay > 0) {
                selector.select();
                boolean isOver = System.nanoTime() - started > seconds * 1e9;
                for (SelectionKey key : selector.selectedKeys()) {
                    Connection connection = (Connection) key.attachment();
                    if (!connection.receive()) {
                        continue;
                    }
                    if (answers == nanos.length) {
                        nanos = Arrays.copyOf(nanos, 2 * answers);
                    }
                    nanos[answers++] = System.nanoTime() - connection.sentAt;
                    if (isOver || sent == requests) {
                        key.channel().close();
                        underWay--;
                    } else {
                        connection.send(next.apply(connection.head));
                        sent++;
                    }
                }
                selector.selectedKeys().clear();
            }
        }
        double perSecond = answers * 1e9 / (System.nanoTime() - started);
        Arrays.sort(nanos, 0, answers);
        return new Load(perSecond, nanos[answers / 2] / 1e3, nanos[answers * 99 / 100] / 1e3);
    }

    private static final class Connection {
        private final SocketChannel channel;
        private ByteBuffer answer = ByteBuffer.allocate(1 << 14);
        private Request request;
        private long sentAt;

        /** The answer's status, headers, and how its body begins. */
        private String head;

        Connection(int port, Selector selector) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
        }

        void send(Request next) throws IOException {
            request = next;
            answer.clear();
            ByteBuffer bytes = ByteBuffer.wrap(next.bytes());
            sentAt = System.nanoTime();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        /** Reads what is there, and returns whether that makes the answer whole. */
        boolean receive() throws IOException {
            if (!answer.hasRemaining()) {
                answer = ByteBuffer.allocate(2 * answer.capacity()).put(answer.flip());
            }
            if (channel.read(answer) < 0) {
                throw new IOException("the server closed a connection in the middle of an answer");
            }
            int length = answer.position();
            head = text(0, Math.min(length, 1_000));
            int body = head.indexOf("\r\n\r\n") + 4;
            if (body < 4) {
                return false;
            }
            if (!head.startsWith("HTTP/1.1 " + request.status())) {
                throw new IOException(request.status() + " was expected, the answer is: " + head);
            }
            if (request.status() == 204) {
                return true;
            }
            Matcher bodyLength = CONTENT_LENGTH.matcher(head);
            return bodyLength.find()
                    ? length >= body + Integer.parseInt(bodyLength.group(1))
                    : text(length - 5, length).equals("0\r\n\r\n"); // the last chunk
        }

        private String text(int from, int to) {
            return new String(answer.array(), from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
