package io.github.etnasandbox.http;

import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.live.Faults.LiveFault;
import io.github.etnasandbox.stage.FaultEffect;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a request, below HTTP: sends what no server would send on purpose, and closes. What the server would
 * write afterwards goes nowhere.
 */
final class FaultyConnection {
    /** Turns no character that JSON begins with into another one, but for {@code f}: "false" becomes "349&0". */
    private static final int GARBLE = 0x55;

    private final EndPoint endPoint;
    private final boolean isHead;

    FaultyConnection(HttpServletRequest request) {
        this.endPoint = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        this.isHead = request.getMethod().equals("HEAD");
    }

    /** Sends a reply as the fault has it, or nothing. */
    void send(@Nullable Reply reply, FaultEffect harm, LiveFault.@Nullable Wait room) {
        try (room) {
            if (reply != null) {
                harm(reply, harm, room);
            } else if (harm instanceof FaultEffect.Reset && endPoint.getTransport() instanceof SocketChannel channel) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0); // the client is sent RST, not FIN
            }
        } catch (IOException clientIsGone) {
            // then it has seen a fault of its own making
        } finally {
            endPoint.close();
        }
    }

    /** The harm is done to the body or, when there is none, to the head. */
    private void harm(Reply reply, FaultEffect harm, LiveFault.@Nullable Wait room) throws IOException {
        byte[] body = reply.bytes();
        byte[] head = head(reply, body.length);
        boolean headOnly = isHead || body.length == 0;
        byte[] harmed = headOnly ? head : body;
        if (!headOnly) {
            write(head, 0, head.length);
        }
        if (harm instanceof FaultEffect.Truncate truncate) {
            int half = harmed.length / 2;
            write(harmed, 0, headOnly ? half : Math.min(truncate.bytes().orElse(half), body.length - 1));
        } else if (harm instanceof FaultEffect.Garble) {
            for (int i = 0; i < harmed.length && !(headOnly && harmed[i] == '\r'); i++) {
                harmed[i] ^= GARBLE; // of a head the status line
            }
            write(harmed, 0, harmed.length);
        } else if (harm instanceof FaultEffect.Drip drip && room != null) {
            drip(harmed, drip, room);
        }
    }

    /** The head of the last reply on its connection. */
    private static byte[] head(Reply reply, int bodyLength) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(reply.status());
        head.append(' ').append(StatusLines.phrase(reply.status())).append("\r\n");
        for (HeaderField field : reply.fields()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        if (reply.status() != HttpStatus.NO_CONTENT_204) {
            head.append("Content-Length: ").append(bodyLength).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        return head.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void drip(byte[] bytes, FaultEffect.Drip drip, LiveFault.Wait room) throws IOException {
        long piecesLeft = FaultEffect.LONGEST.dividedBy(drip.every());
        int sent = 0;
        while (sent < bytes.length && piecesLeft-- > 0 && room.pass(drip.every())) {
            int end = (int) Math.min((long) sent + drip.bytes(), bytes.length);
            write(bytes, sent, end);
            sent = end;
        }
        write(bytes, sent, bytes.length);
    }

    /** Returns when the bytes are on their way. */
    private void write(byte[] bytes, int from, int to) throws IOException {
        try (Blocker.Callback written = Blocker.callback()) {
            endPoint.write(written, ByteBuffer.wrap(bytes, from, to - from));
            written.block();
        }
    }
}
