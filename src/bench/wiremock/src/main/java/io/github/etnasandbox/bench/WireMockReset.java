package io.github.etnasandbox.bench;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.etnasandbox.bench.subject.CancelRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;

/**
 * Measures what WireMock's reset costs. It forgets the stubs as well, so that the next test has to make them again; that
 * is measured apart.
 */
final class WireMockReset {
    private static final long PATIENCE_NANOS = 4_000_000_000L;
    private static final int AT_MOST = 2_000;

    private WireMockReset() {}

    /** Prints a line for 10 stubs and one for the number in the first argument: stubs, microseconds, microseconds. */
    public static void main(String... arguments) throws IOException {
        WireMockServer server = new WireMockServer(
                WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        for (int stubs : new int[] {10, Integer.parseInt(arguments[0])}) {
            measure(server, stubs);
        }
        server.stop();
    }

    private static void measure(WireMockServer server, int stubs) throws IOException {
        long[] resets = new long[AT_MOST];
        long[] fills = new long[AT_MOST];
        int count = 0;
        long started = System.nanoTime();
        while (count < AT_MOST && System.nanoTime() - started < PATIENCE_NANOS) {
            long before = System.nanoTime();
            Stubs.cancelEach(server, stubs);
            long filled = System.nanoTime();
            requestOne(server.port());
            long requested = System.nanoTime();
            server.resetAll();
            resets[count] = System.nanoTime() - requested;
            fills[count] = filled - before;
            count++;
        }
        System.out.println(stubs + " " + medianMicros(resets, count) + " " + medianMicros(fills, count));
    }

    private static void requestOne(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(CancelRequest.bytes(CancelRequest.FIRST_OF_MANY));
            if (socket.getInputStream().read(new byte[4096]) <= 0) {
                throw new IOException("no answer");
            }
        }
    }

    private static double medianMicros(long[] nanos, int count) {
        Arrays.sort(nanos, 0, count);
        return nanos[count / 2] / 1e3;
    }
}
