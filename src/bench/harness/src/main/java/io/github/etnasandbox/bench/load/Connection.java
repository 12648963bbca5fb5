package io.github.etnasandbox.bench.load;

import io.github.etnasandbox.bench.subject.CancelRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection with at most one request under way. Expects answers without a body. */
final class Connection implements AutoCloseable {
    private static final int ID_DIGITS = 7;

    private final SocketChannel channel;
    private final int expectedStatus;
    private final ByteBuffer request;
    private final int idAt;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(4096);
    private long sentAtNanos;

    private Connection(SocketChannel channel, int expectedStatus) {
        byte[] bytes = CancelRequest.bytes(CancelRequest.FIRST_OF_MANY);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        this.channel = channel;
        this.expectedStatus = expectedStatus;
        this.request = ByteBuffer.allocateDirect(bytes.length).put(bytes);
        this.idAt = text.indexOf(Integer.toString(CancelRequest.FIRST_OF_MANY));
    }

    /** Connects and registers with a selector, itself the attachment. */
    static Connection open(int port, int expectedStatus, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel, expectedStatus);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    void send(int orderId) throws IOException {
        int rest = orderId;
        for (int i = idAt + ID_DIGITS - 1; i >= idAt; i--) {
            request.put(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        request.rewind();
        sentAtNanos = System.nanoTime();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** Reads what is there. Returns how long the request took, in nanoseconds; -1 when its answer is not whole yet. */
    long receive() throws IOException {
        if (channel.read(answer) < 0) {
            throw new IOException("the server closed a connection in the middle of an answer");
        }
        int end = answer.position();
        if (end < 4 || answer.getInt(end - 4) != 0x0D0A0D0A) {
            return -1;
        }
        long nanos = System.nanoTime() - sentAtNanos;
        int status = (answer.get(9) - '0') * 100 + (answer.get(10) - '0') * 10 + (answer.get(11) - '0');
        if (status != expectedStatus) {
            throw new IOException(expectedStatus + " was expected, the answer is: " + text());
        }
        answer.clear();
        return nanos;
    }

    private String text() {
        return StandardCharsets.US_ASCII.decode(answer.flip()).toString();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
