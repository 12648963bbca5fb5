package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.json.Printable;
import io.github.etnasandbox.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is sent for a request.
 *
 * @param fields all header fields but those of the connection and the length, which are the server's
 * @param body empty for none
 */
record Reply(int status, List<HeaderField> fields, String body) {
    private static final int REASON_LIMIT = 1_000;

    /** The header fields of a reply that the API has decided follow from its status and body, and from the request. */
    static Reply of(ApiResponse response, ApiRequest request, boolean reasons) {
        List<HeaderField> fields = new ArrayList<>(4);
        if (response.status() == 401) {
            fields.add(new HeaderField("WWW-Authenticate", "Bearer")); // RFC 9110, 15.5.2: a 401 must carry a challenge
        }
        fields.addAll(response.fields());
        String reason = response.reason();
        if (reasons && reason != null) {
            fields.add(reason(reason));
        }
        if (!response.body().isEmpty()) {
            fields.add(new HeaderField("Content-Type", mediaType(request) + "; charset=utf-8"));
        }
        return new Reply(response.status(), fields, response.body());
    }

    /** Answers what cannot last, and so has not happened. */
    static Reply unavailable(StoreException why, boolean reasons) {
        HeaderField soon = new HeaderField("Retry-After", "1");
        List<HeaderField> fields = reasons ? List.of(soon, reason(String.valueOf(why.getMessage()))) : List.of(soon);
        return new Reply(503, fields, "");
    }

    /** {@code Sandbox-Reason} in one line of printable ASCII: a reason may repeat what a client sent. */
    static HeaderField reason(String reason) {
        boolean cut = reason.length() > REASON_LIMIT;
        return new HeaderField(
                "Sandbox-Reason",
                cut ? Printable.ascii(reason.substring(0, REASON_LIMIT)) + "..." : Printable.ascii(reason));
    }

    Reply with(List<HeaderField> further) {
        if (further.isEmpty()) {
            return this;
        }
        List<HeaderField> all = new ArrayList<>(fields);
        all.addAll(further);
        return new Reply(status, all, body);
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    Exchange.Response recorded() {
        return new Exchange.Response(status, fields, Exchange.Body.of(bytes()));
    }

    /** The API produces {@code application/json}, and {@code text/json} for those who would rather have it. */
    private static String mediaType(ApiRequest request) {
        List<String> accept = request.headers().all("Accept");
        return !accept.isEmpty() && prefersTextJson(accept.get(0)) ? "text/json" : "application/json";
    }

    /** Whether {@code text/json} has more weight in an {@code Accept}, or the same and is first (RFC 9110, 12.5.1). */
    static boolean prefersTextJson(String header) {
        double application = -1;
        double text = -1;
        boolean textFirst = false;
        for (String item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = item.split(";", -1);
            String range = parts[0].trim();
            double weight = weight(parts);
            if (range.equals("text/json") || range.equals("text/*")) {
                textFirst |= application < 0;
                text = Math.max(text, weight);
            } else if (range.equals("application/json") || range.equals("application/*") || range.equals("*/*")) {
                application = Math.max(application, weight);
            }
        }
        return text > 0 && (text > application || (text == application && textFirst));
    }

    private static double weight(String... parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
