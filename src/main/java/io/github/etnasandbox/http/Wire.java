package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.journal.HeaderField;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;

/**
 * Writes answers of the API: status, body and headers as documented, and nothing of the server's own.
 */
final class Wire {
    private static final int REASON_LIMIT = 1_000;

    private Wire() {}

    /** The header fields of an answer, as a value: those that the API sets, in their order. */
    static List<HeaderField> fields(ApiResponse response, boolean reasons, Context context) {
        List<HeaderField> fields = new ArrayList<>(4);
        if (response.status() == 401) {
            fields.add(new HeaderField("WWW-Authenticate", "Bearer")); // RFC 9110, 15.5.2: a 401 must carry a challenge
        }
        fields.addAll(response.fields());
        String reason = response.reason();
        if (reasons && reason != null) {
            fields.add(new HeaderField("Sandbox-Reason", headerText(reason)));
        }
        if (!response.body().isEmpty()) {
            fields.add(new HeaderField("Content-Type", mediaType(context) + "; charset=utf-8"));
        }
        return fields;
    }

    static void write(Context context, ApiResponse response, List<HeaderField> fields) {
        write(context, response.status(), fields, response.bytes());
    }

    static void write(Context context, int status, List<HeaderField> fields, byte[] body) {
        context.res().setContentType(null); // Javalin has set text/plain before anyone was asked
        context.status(status);
        HttpFields.Mutable sent = ServletContextRequest.getServletContextRequest(context.req())
                .getServletContextResponse()
                .getWrapped()
                .getHeaders(); // below the servlet layer, which would spell a Content-Type in its own way, without the
        // space
        for (HeaderField field : fields) {
            sent.put(field.name(), field.value());
        }
        if (body.length > 0) {
            context.result(body);
        }
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
