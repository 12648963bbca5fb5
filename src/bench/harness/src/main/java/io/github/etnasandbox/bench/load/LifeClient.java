package io.github.etnasandbox.bench.load;

import io.github.etnasandbox.bench.subject.CancelRequest;
import io.github.etnasandbox.bench.subject.PlaceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places an order and cancels it, again and again, over keep-alive connections with a thread each.
 *
 * @param port the server's port on loopback
 * @param connections how many connections
 */
public record LifeClient(int port, int connections) {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");
    private static final Pattern ID = Pattern.compile("\\{\"Id\":(\\d+)");
    private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** Counts how many orders were placed and canceled, and how long one took. */
    public Load run(Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            long started = System.nanoTime();
            List<Callable<Histogram>> lives = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                lives.add(() -> live(started + time.toNanos()));
            }
            Histogram all = new Histogram();
            for (Future<Histogram> life : threads.invokeAll(lives)) {
                all.addAll(life.get());
            }
            return Load.of(all, System.nanoTime() - started);
        } finally {
            threads.shutdown();
        }
    }

    private Histogram live(long endNanos) {
        Histogram latencies = new Histogram();
        byte[] place = PlaceRequest.bytes();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            while (System.nanoTime() < endNanos) {
                long before = System.nanoTime();
                Matcher id = ID.matcher(exchange(socket, place, "200"));
                if (!id.find()) {
                    throw new IOException("an answer without an id");
                }
                exchange(socket, CancelRequest.bytes(Integer.parseInt(id.group(1))), "204");
                latencies.add(System.nanoTime() - before);
            }
            return latencies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String exchange(Socket socket, byte[] request, String status) throws IOException {
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8_192];
        int length = 0;
        while (true) {
            int count = in.read(buffer, length, buffer.length - length);
            if (count < 0) {
                throw new IOException("the server closed the connection in the middle of an answer");
            }
            length += count;
            String text = new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
            int end = text.indexOf(END_OF_HEAD);
            if (end < 0) {
                continue;
            }
            if (!text.startsWith("HTTP/1.1 " + status)) {
                throw new IOException(status + " was expected, the answer is: " + text);
            }
            if (isWhole(text, end + END_OF_HEAD.length())) {
                return text;
            }
        }
    }

    private static boolean isWhole(String text, int bodyAt) {
        Matcher contentLength = LENGTH.matcher(text);
        if (contentLength.find()) {
            return text.length() >= bodyAt + Integer.parseInt(contentLength.group(1));
        }
        return text.startsWith("HTTP/1.1 204") || text.endsWith(END_OF_CHUNKS);
    }
}
