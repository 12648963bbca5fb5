package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiResponse;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Writes answers of the API: status, body and headers as documented, and nothing of the server's own.
 */
final class Wire {
    private static final int REASON_LIMIT = 1_000;

    private Wire() {}

    static void write(Context context, ApiResponse response, boolean reasons) {
        HttpServletResponse servletResponse = context.res();
        servletResponse.setContentType(null); // Javalin has set text/plain before anyone was asked
        context.status(response.status());
        if (response.status() == 401) {
            context.header("WWW-Authenticate", "Bearer"); // RFC 9110, 15.5.2: a 401 must carry a challenge
        }
        response.fields().forEach(field -> context.header(field.name(), field.value()));
        String reason = response.reason();
        if (reasons && reason != null) {
            context.header("Sandbox-Reason", headerText(reason));
        }
        if (!response.body().isEmpty()) {
            contentType(context, mediaType(context) + "; charset=utf-8");
            context.result(response.bytes());
        }
    }

    /** Sets the type below the servlet layer, which would write it in a spelling of its own, without the space. */
    private static void contentType(Context context, String contentType) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getServletContextResponse()
                .getWrapped()
                .getHeaders()
                .put(HttpHeader.CONTENT_TYPE, contentType);
    }

    /** One line of printable ASCII: a reason may repeat what a client sent. */
    static String headerText(String reason) {
        StringBuilder text = new StringBuilder(reason.length());
        for (int i = 0; i < reason.length() && i < REASON_LIMIT; i++) {
            char c = reason.charAt(i);
            if (c >= ' ' && c <= '~') {
                text.append(c);
            } else {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return reason.length() > REASON_LIMIT ? text + "..." : text.toString();
    }

    /** The API produces {@code application/json}, and {@code text/json} for those who would rather have it. */
    private static String mediaType(Context context) {
        String accept = context.header("Accept");
        return accept != null && Accept.prefersTextJson(accept) ? "text/json" : "application/json";
    }
}
