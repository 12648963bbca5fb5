package io.github.etnasandbox.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Blocker;

/** The connection of a request, below HTTP: for answers that no server would give on purpose. */
record BareConnection(EndPoint endPoint) {

    static BareConnection of(HttpServletRequest request) {
        return new BareConnection(ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint());
    }

    /** Sends bytes, and returns when they are on their way. */
    void write(byte[] bytes, int from, int to) throws IOException {
        try (Blocker.Callback written = Blocker.callback()) {
            endPoint.write(written, ByteBuffer.wrap(bytes, from, to - from));
            written.block();
        }
    }

    /** Closes; the client reads the end of what was sent. */
    void close() {
        endPoint.close();
    }

    /** Closes so that the client is told of a reset (RST) instead of an end (FIN). */
    void reset() {
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException goneAlready) {
                // then there is nobody to be told
            }
        }
        endPoint.close();
    }
}
