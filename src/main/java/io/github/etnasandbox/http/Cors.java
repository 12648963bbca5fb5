package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.Headers;
import io.github.etnasandbox.journal.HeaderField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may call the API (Fetch Standard, CORS protocol). Requests with credentials of the browser's
 * own, such as cookies, are not let in: the API has none.
 *
 * @param allowed the origin of such pages, {@code *} for any, null for none
 */
record Cors(@Nullable String allowed) {
    private static final String MOST_SECONDS = "600";

    /** Whether a browser asks if it may send a request. Without allowed origins that is a request like any other. */
    boolean isPreflight(ApiRequest request) {
        return allowed != null
                && request.method().equals("OPTIONS")
                && lets(request.headers())
                && !request.headers().all("Access-Control-Request-Method").isEmpty();
    }

    Reply preflight(ApiRequest request) {
        List<HeaderField> fields = new ArrayList<>(fields(request.headers()));
        fields.add(new HeaderField("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE"));
        String wanted = String.join(", ", request.headers().all("Access-Control-Request-Headers"));
        if (!wanted.isEmpty()) {
            fields.add(new HeaderField("Access-Control-Allow-Headers", wanted));
        }
        fields.add(new HeaderField("Access-Control-Max-Age", MOST_SECONDS));
        return new Reply(204, fields, "");
    }

    /** What an answer has so that the page may read it, its header fields included. */
    List<HeaderField> fields(Headers sent) {
        if (allowed == null) {
            return List.of();
        }
        List<HeaderField> fields = new ArrayList<>(3);
        if (!allowed.equals("*")) {
            fields.add(new HeaderField("Vary", "Origin"));
        }
        if (lets(sent)) {
            fields.add(new HeaderField("Access-Control-Allow-Origin", allowed));
            fields.add(new HeaderField("Access-Control-Expose-Headers", "*"));
        }
        return fields;
    }

    boolean lets(Headers sent) {
        List<String> origins = sent.all("Origin");
        return origins.size() == 1 && ("*".equals(allowed) || origins.get(0).equals(allowed));
    }
}
