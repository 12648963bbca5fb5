package io.github.etnasandbox.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Gives 500 the reason phrase that the API and RFC 9110 have for it; Jetty's is shorter. */
final class StatusLines extends Handler.Wrapper {
    StatusLines(Handler handler) {
        super(handler);
    }

    static String phrase(int status) {
        return status == HttpStatus.INTERNAL_SERVER_ERROR_500 ? "Internal Server Error" : HttpStatus.getMessage(status);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.addHttpStreamWrapper(Phrased::new);
        return super.handle(request, response, callback);
    }

    private static final class Phrased extends HttpStream.Wrapper {
        Phrased(HttpStream stream) {
            super(stream);
        }

        @Override
        public void send(
                MetaData.Request request, MetaData.Response response, boolean last, ByteBuffer content, Callback sent) {
            boolean phrased = response != null && response.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR_500;
            super.send(request, phrased ? phrased(response) : response, last, content, sent);
        }

        private static MetaData.Response phrased(MetaData.Response response) {
            return new MetaData.Response(
                    response.getStatus(),
                    phrase(response.getStatus()),
                    response.getHttpVersion(),
                    response.getHttpFields(),
                    response.getContentLength(),
                    response.getTrailersSupplier());
        }
    }
}
