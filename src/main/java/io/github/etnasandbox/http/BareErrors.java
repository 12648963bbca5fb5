package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiCall;
import io.github.etnasandbox.journal.HeaderField;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what is no HTTP request at all, or too large a one, with its status and a reason, in place of Jetty's own page.
 */
final class BareErrors extends ErrorHandler {
    private static final int MEBIBYTE = 1024 * 1024;

    private final boolean reasons;

    /** @param reasons whether they say what is wrong */
    BareErrors(boolean reasons) {
        this.reasons = reasons;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (request.getConnectionMetaData().getConnector().getServer().isStopping()) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503); // whatever ended, the sandbox has ended it
        }
        if (response.getStatus() == HttpStatus.UPGRADE_REQUIRED_426) {
            response.getHeaders().put(HttpHeader.UPGRADE, "HTTP/1.1"); // RFC 9110, 15.5.22
        }
        if (reasons) {
            HeaderField reason = reason(String.valueOf(request.getAttribute(ERROR_MESSAGE)));
            response.getHeaders().put(reason.name(), reason.value());
        }
        callback.succeeded();
        return true;
    }

    static HeaderField reason(String message) {
        return Reply.reason("this is no HTTP request the sandbox can read: " + message);
    }

    /** Answers, beside the status, where the sandbox itself failed so badly that Javalin gives it to nobody else. */
    void fault(HttpServletResponse response, Error error) {
        if (error instanceof OutOfMemoryError) {
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE_413);
        }
        if (reasons) {
            HeaderField reason = Reply.reason(
                    error instanceof OutOfMemoryError
                            ? "this is more than fits into the sandbox's memory of "
                                    + Runtime.getRuntime().maxMemory() / MEBIBYTE
                                    + " MiB; nothing was changed, and java -Xmx gives it more"
                            : String.valueOf(ApiCall.sandboxFault(error).reason()));
            response.setHeader(reason.name(), reason.value());
        }
    }
}
