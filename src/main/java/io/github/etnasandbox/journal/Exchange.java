package io.github.etnasandbox.journal;

import io.github.etnasandbox.json.Printable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to a world's API and what came of it. Immutable.
 *
 * @param number its place in the request journal, from 1; numbers are given when the answer is known and rise without gaps;
 *     0 as long as it is in none
 * @param at the world's instant when it was decided
 * @param request the request
 * @param response the answer that was sent; null when a fault had nothing sent
 * @param rule the rule it was answered by; null when a fault, or a body that broke off, kept it from being decided
 * @param checks the checks that decided it, in order; only the last can have failed
 * @param changes the orders it changed, by id
 * @param fault the fault it met, null for none
 * @param gates the ids of the gates that held it
 */
public record Exchange(
        long number,
        Instant at,
        Request request,
        @Nullable Response response,
        @Nullable Rule rule,
        List<Check> checks,
        List<OrderChange> changes,
        @Nullable StruckFault fault,
        List<String> gates) {

    /**
     * A request as it came, but for its credentials.
     *
     * @param method the method, as sent
     * @param path the path inside the world, percent-encoded as sent
     * @param url the absolute URL, without the query
     * @param query what stands behind the question mark, as sent; null when there is none
     * @param headers the header fields in the order they were sent, each credential replaced by {@code sha256:}
     *     and the first eight hexadecimal digits of its hash
     * @param body the body
     * @param brokenOff whether the body ended before its announced length; nothing was applied then
     */
    public record Request(
            String method,
            String path,
            String url,
            @Nullable String query,
            List<HeaderField> headers,
            Body body,
            boolean brokenOff) {

        /** Copies the fields. */
        public Request {
            headers = List.copyOf(headers);
        }
    }

    /**
     * An answer as it was sent, but for the token that a login gives.
     *
     * @param status the HTTP status
     * @param headers the header fields that the API sets
     * @param body the body
     */
    public record Response(int status, List<HeaderField> headers, Body body) {

        /** Copies the fields. */
        public Response {
            headers = List.copyOf(headers);
        }
    }

    /**
     * The body of a message, as far as the request journal keeps it.
     *
     * @param text its beginning, or all of it, read as UTF-8
     * @param bytes how long the whole body is, 0 for none
     */
    public record Body(String text, int bytes) {
        /** How many bytes of a body are kept. */
        public static final int LIMIT = 16 * 1024;

        /** No body. */
        public static final Body NONE = new Body("", 0);

        /**
         * {@return up to {@link #LIMIT} bytes of a body}
         *
         * @param body the whole body
         */
        public static Body of(byte[] body) {
            return body.length == 0
                    ? NONE
                    : new Body(new String(body, 0, Math.min(body.length, LIMIT), StandardCharsets.UTF_8), body.length);
        }

        /** {@return whether all of the body is kept} */
        public boolean isWhole() {
            return bytes <= LIMIT;
        }
    }

    /**
     * The documented rule by which a request was answered.
     *
     * @param name its name, such as {@code not-outstanding}
     * @param status the status of its answer
     * @param trigger when it applies, for a person
     * @param provenance {@code documented}, {@code framework} or {@code assumed}
     * @param source where it is documented, or what it is assumed from
     */
    public record Rule(String name, int status, String trigger, String provenance, String source) {}

    /**
     * The fault that a request met.
     *
     * @param id the fault's id in its world
     * @param when {@code before} or {@code after} the request was applied
     * @param effect what it did, such as {@code close}
     */
    public record StruckFault(String id, String when, String effect) {}

    /** Copies the lists. */
    public Exchange {
        checks = List.copyOf(checks);
        changes = List.copyOf(changes);
        gates = List.copyOf(gates);
    }

    /** {@return the HTTP status that was sent, 0 when nothing was sent} */
    public int status() {
        return response == null ? 0 : response.status();
    }

    /** {@return why it was refused, in one line, as {@code Sandbox-Reason} has it; null when no check failed} */
    public @Nullable String reason() {
        Check failed = failedCheck();
        return failed == null ? null : failed.line();
    }

    /** {@return the check that ended it, null when none failed} */
    public @Nullable Check failedCheck() {
        return Check.failedOf(checks);
    }

    /**
     * {@return whether the path names an order, or the order was changed}
     *
     * @param orderId the order's id
     */
    public boolean concerns(int orderId) {
        return request.path().matches("(?i).*orders/" + orderId + "(/.*)?")
                || changes.stream().anyMatch(change -> change.after().id().value() == orderId);
    }

    /**
     * {@return this exchange in one line, what would break or hide it written as {@code \\u000a}, such as
     * {@code #3 DELETE /api/v1.0/accounts/6303/orders/73552 -> 409 (order 73552 is Canceled; …)}}
     */
    public String line() {
        String path = request.query() == null ? request.path() : request.path() + "?" + request.query();
        String outcome = response == null ? "no answer" : Integer.toString(status());
        String reason = reason();
        return Printable.line((number == 0 ? "" : "#" + number + " ")
                + request.method() + " " + path + " -> " + outcome
                + (reason == null ? "" : " (" + reason + ")")
                + (fault == null ? "" : " [fault " + fault.id() + ": " + fault.effect() + " " + fault.when() + "]")
                + (request.brokenOff() ? " [the request broke off]" : ""));
    }

    /** {@return this exchange in one line, then a line for each check, what to change if one failed, and the rule} */
    public String explanation() {
        StringBuilder text = new StringBuilder(line());
        for (Check check : checks) {
            text.append(check.passed() ? "\n  passed " : "\n  FAILED ")
                    .append(check.name())
                    .append(": ")
                    .append(check.line());
        }
        Check failed = failedCheck();
        if (failed != null && failed.remedy() != null) {
            text.append("\n  to change: ").append(failed.remedy());
        }
        if (rule != null) {
            text.append("\n  rule " + rule.name() + " (" + rule.provenance() + ": " + rule.source() + ")");
        }
        return text.toString();
    }
}
