package io.github.etnasandbox.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request to a world's API and what came of it. Immutable.
 *
 * @param number its place in the journal, from 1; numbers are given when the answer is known and rise without gaps
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
        RecordedRequest request,
        @Nullable RecordedResponse response,
        @Nullable Rule rule,
        List<Check> checks,
        List<OrderChange> changes,
        @Nullable StruckFault fault,
        List<String> gates) {
    private static final int OBJECTS = 700;
    private static final int CHANGE = 1_200;
    private static final int TEXT = 56;

    /** Copies the lists. */
    public Exchange {
        checks = List.copyOf(checks);
        changes = List.copyOf(changes);
        gates = List.copyOf(gates);
    }

    /**
     * Returns the status that was sent.
     *
     * @return an HTTP status; 0 when nothing was sent
     */
    public int status() {
        return response == null ? 0 : response.status();
    }

    /**
     * Returns why the request was refused.
     *
     * @return the check that failed in one line, as {@code Sandbox-Reason} has it; null when none did
     */
    public @Nullable String reason() {
        Check failed = failedCheck();
        return failed == null ? null : failed.line();
    }

    /**
     * Returns the check that ended the request.
     *
     * @return the last check when it failed, else null
     */
    public @Nullable Check failedCheck() {
        return Check.failedOf(checks);
    }

    /**
     * Tells whether an order has to do with this exchange.
     *
     * @param orderId the order's id
     * @return whether the path names it, or it was changed
     */
    public boolean concerns(int orderId) {
        return request.path().matches("(?i).*orders/" + orderId + "(/.*)?")
                || changes.stream().anyMatch(change -> change.after().id().value() == orderId);
    }

    /**
     * Returns this exchange in one line.
     *
     * @return such as {@code #3 DELETE /api/v1.0/accounts/6303/orders/73552 -> 409 (order 73552 is Canceled; …)}
     */
    public String line() {
        String path = request.query() == null ? request.path() : request.path() + "?" + request.query();
        String outcome = response == null ? "no answer" : Integer.toString(status());
        String reason = reason();
        return "#" + number + " " + request.method() + " " + path + " -> " + outcome
                + (reason == null ? "" : " (" + reason + ")")
                + (fault == null ? "" : " [fault " + fault.id() + ": " + fault.effect() + " " + fault.when() + "]")
                + (request.brokenOff() ? " [the request broke off]" : "");
    }

    /**
     * Explains the outcome, check by check.
     *
     * @return this exchange in one line, then a line for each check, what to change if one failed, and the rule
     */
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
            text.append("\n  rule ")
                    .append(rule.name())
                    .append(" (")
                    .append(rule.provenance())
                    .append(": ");
            text.append(rule.source()).append(')');
        }
        return text.toString();
    }

    Exchange numbered(long newNumber) {
        return new Exchange(newNumber, at, request, response, rule, checks, changes, fault, gates);
    }

    /** How many bytes of memory it takes, near enough. */
    int weight() {
        int weight = OBJECTS + CHANGE * changes.size() + weight(request.path()) + weight(request.url());
        weight += weight(request.body().text()) + fields(request.headers());
        for (Check check : checks) {
            weight += weight(check.facts());
        }
        return response == null ? weight : weight + weight(response.body().text()) + fields(response.headers());
    }

    private static int fields(List<HeaderField> fields) {
        int weight = 0;
        for (HeaderField field : fields) {
            weight += weight(field.name()) + weight(field.value());
        }
        return weight;
    }

    private static int weight(String text) {
        return TEXT + text.length();
    }
}
