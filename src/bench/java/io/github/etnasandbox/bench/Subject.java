package io.github.etnasandbox.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/**
 * A server in the JVM that measures it.
 *
 * <p>Plain code without lambdas: what is linked here before a server needs it would be charged to all of them and blur the
 * difference.
 */
abstract class Subject {
    private static final int CYCLES = 60;

    /** Starts it as the first example of its documentation does, on any free port; a load needs more routes. */
    abstract void start(boolean forLoad);

    abstract int port();

    abstract void stop();

    /**
     * Prints what is asked for: how many milliseconds it takes from the first line of main to the first answer; how many a
     * start, first answer and stop take in a JVM that has done it often before; or its URL, and serves until it is killed.
     */
    final void play(String what, long mainNanos) throws Exception {
        if (what.equals("cold")) {
            start(false);
            readAnswer();
            System.out.println((System.nanoTime() - mainNanos) / 1e6);
            stop();
        } else if (what.equals("warm")) {
            System.out.println(warmCycle() / 1e6);
        } else {
            start(true);
            System.out.println("http://127.0.0.1:" + port());
            new CountDownLatch(1).await();
        }
    }

    private long warmCycle() throws IOException {
        long[] nanos = new long[CYCLES];
        for (int cycle = -CYCLES; cycle < CYCLES; cycle++) {
            long before = System.nanoTime();
            start(false);
            readAnswer();
            stop();
            nanos[Math.max(cycle, 0)] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        return nanos[CYCLES / 2];
    }

    /** Sends one cancel over a plain socket, so that no client library is measured. */
    private void readAnswer() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(Request.cancel(73_552, 204).bytes());
            byte[] answer = new byte[4_096];
            String text = "";
            int count = 0;
            for (int length = 0; count >= 0 && !text.endsWith("\r\n\r\n"); length += count) {
                count = socket.getInputStream().read(answer, length, answer.length - length);
                text = new String(answer, 0, length + Math.max(count, 0), StandardCharsets.US_ASCII);
            }
            if (!text.startsWith("HTTP/1.1 204 ")) {
                throw new IOException("204 was expected, the answer is: " + text);
            }
        }
    }
}
