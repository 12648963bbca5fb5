package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiCall;
import io.github.etnasandbox.journal.HeaderField;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what is no HTTP request at all, or too large a one, with its status and a reason, in place of Jetty's own page.
 */
final class BareErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HeaderField reason = reason(String.valueOf(request.getAttribute(ERROR_MESSAGE)));
        response.getHeaders().put(reason.name(), reason.value());
        callback.succeeded();
        return true;
    }

    static HeaderField reason(String message) {
        return Reply.reason("this is no HTTP request the sandbox can read: " + message);
    }

    /** Answers, beside the status, where the sandbox itself failed so badly that Javalin gives it to nobody else. */
    static void fault(HttpServletResponse response, Error error) {
        HeaderField reason =
                Reply.reason(String.valueOf(ApiCall.sandboxFault(error).reason()));
        response.setHeader(reason.name(), reason.value());
    }
}
