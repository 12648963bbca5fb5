package io.github.etnasandbox.bench.load;

import io.github.etnasandbox.bench.subject.ListRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks for pages over one keep-alive connection, one after the other, and measures each until its last byte is read. */
public final class PageClient implements AutoCloseable {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)\r\n");
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";

    private final Socket socket;
    private byte[] answer = new byte[1 << 16];
    private int length;

    /** Connects to a port on loopback. */
    public PageClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
    }

    /** Asks for the same page again and again. */
    public Load run(ListRequest request, int times) throws IOException {
        byte[] bytes = request.bytes();
        Histogram latencies = new Histogram();
        long started = System.nanoTime();
        for (int i = 0; i < times; i++) {
            long sent = System.nanoTime();
            send(bytes);
            latencies.add(System.nanoTime() - sent);
        }
        return Load.of(latencies, System.nanoTime() - started);
    }

    /** Asks for a page and returns its text. */
    public String body(ListRequest request) throws IOException {
        send(request.bytes());
        String text = new String(answer, 0, length, StandardCharsets.ISO_8859_1);
        int start = text.indexOf(END_OF_HEAD) + END_OF_HEAD.length();
        String body = endsWith(END_OF_CHUNKS) ? joined(text.substring(start)) : text.substring(start);
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Takes the lines with the lengths out of chunks. */
    private static String joined(String chunks) {
        StringBuilder joined = new StringBuilder();
        int at = 0;
        while (true) {
            int start = chunks.indexOf("\r\n", at) + 2;
            int size = Integer.parseInt(chunks.substring(at, start - 2), 16);
            if (size == 0) {
                return joined.toString();
            }
            joined.append(chunks, start, start + size);
            at = start + size + 2;
        }
    }

    private void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        length = 0;
        String head = "";
        while (!head.endsWith(END_OF_HEAD)) {
            read();
            head = head();
        }
        if (!head.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("200 was expected, the answer is: " + head);
        }
        Matcher contentLength = CONTENT_LENGTH.matcher(head);
        if (contentLength.find()) {
            int end = head.length() + Integer.parseInt(contentLength.group(1));
            while (length < end) {
                read();
            }
        } else {
            while (!endsWith(END_OF_CHUNKS)) {
                read();
            }
        }
    }

    private void read() throws IOException {
        if (length == answer.length) {
            answer = Arrays.copyOf(answer, 2 * length);
        }
        InputStream in = socket.getInputStream();
        int count = in.read(answer, length, answer.length - length);
        if (count < 0) {
            throw new IOException("the server closed the connection in the middle of an answer");
        }
        length += count;
    }

    /** The status line and the headers, or what there is of them. */
    private String head() {
        String text = new String(answer, 0, Math.min(length, 2_000), StandardCharsets.US_ASCII);
        int end = text.indexOf(END_OF_HEAD);
        return end < 0 ? text : text.substring(0, end + END_OF_HEAD.length());
    }

    private boolean endsWith(String end) {
        int from = length - end.length();
        return from >= 0 && new String(answer, from, end.length(), StandardCharsets.US_ASCII).equals(end);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
