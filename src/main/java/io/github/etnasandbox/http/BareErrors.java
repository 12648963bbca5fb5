package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiCall;
import io.javalin.http.Context;
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
        Object message = request.getAttribute(ERROR_MESSAGE);
        response.getHeaders().put("Sandbox-Reason", reason(String.valueOf(message)));
        callback.succeeded();
        return true;
    }

    /** Answers so where Jetty was content with the head of a request. */
    static void answer(Context context, int status, String message) {
        context.res().setContentType(null); // Javalin has set text/plain before anyone was asked
        context.status(status);
        context.header("Sandbox-Reason", reason(message));
    }

    /** Answers where the sandbox itself failed so badly that Javalin gives it to nobody else. */
    static void fault(HttpServletResponse response, Error error) {
        response.setContentType(null);
        response.setStatus(500);
        response.setHeader(
                "Sandbox-Reason",
                Wire.headerText(String.valueOf(ApiCall.sandboxFault(error).reason())));
    }

    private static String reason(String message) {
        return Wire.headerText("this is no HTTP request the sandbox can read: " + message);
    }
}
