package io.github.etnasandbox.bench.subject;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends one cancel over a plain socket, so that no client library is measured. */
final class FirstAnswer {
    private FirstAnswer() {}

    /** Returns once the whole 204 is read. */
    static void read(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(CancelRequest.bytes(CancelRequest.DOCUMENTED_ORDER));
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[4096];
            int length = 0;
            while (!endsWithEmptyLine(answer, length)) {
                int read = in.read(answer, length, answer.length - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
            String head = new String(answer, 0, length, StandardCharsets.US_ASCII);
            if (!head.startsWith("HTTP/1.1 204 ")) {
                throw new IOException("204 was expected, the answer is: ".concat(head));
            }
        }
    }

    private static boolean endsWithEmptyLine(byte[] text, int length) {
        return length >= 4
                && text[length - 4] == '\r'
                && text[length - 3] == '\n'
                && text[length - 2] == '\r'
                && text[length - 1] == '\n';
    }
}
