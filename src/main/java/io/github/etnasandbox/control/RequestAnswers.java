package io.github.etnasandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.Exchange.Rule;
import io.github.etnasandbox.journal.Exchange.StruckFault;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.journal.OrderChange;
import io.github.etnasandbox.journal.OrderChange.FieldChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the routes of the journal answer, member by member. */
final class RequestAnswers {
    private RequestAnswers() {}

    /**
     * Some of the exchanges that match.
     *
     * @param statesFrom the first request after which it is kept what the world was; null when that is kept for none
     */
    record Page(
            List<Summary> requests,
            int matching,
            long dropped,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long statesFrom) {}

    /**
     * How the orders differ from what they were.
     *
     * @param clock the instant of the world then
     * @param gone the ids of those that were there then and are not now, as another state was put back
     */
    record Since(Instant clock, List<Change> changes, List<Integer> gone) {}

    /** An exchange in a list. */
    record Summary(
            long number,
            Instant at,
            String method,
            String path,
            @Nullable String query,
            @Nullable Integer status,
            @Nullable String reason,
            @JsonUnwrapped AppliedRule rule,
            List<Change> changes,
            @Nullable StruckFault fault) {

        static Summary of(Exchange exchange) {
            Exchange.Request request = exchange.request();
            return new Summary(
                    exchange.number(),
                    exchange.at(),
                    request.method(),
                    request.path(),
                    request.query(),
                    exchange.response() == null ? null : exchange.status(),
                    exchange.reason(),
                    AppliedRule.of(exchange.rule()),
                    exchange.changes().stream().map(Change::of).toList(),
                    exchange.fault());
        }
    }

    /** An exchange with all there is to know of it. */
    record Whole(
            @JsonUnwrapped Summary summary,
            Request request,
            @Nullable Message response,
            List<String> gates,
            List<CheckOutcome> checks) {

        static Whole of(Exchange exchange) {
            Exchange.Request request = exchange.request();
            Exchange.Response response = exchange.response();
            return new Whole(
                    Summary.of(exchange),
                    new Request(request.url(), Message.of(request.headers(), request.body()), request.brokenOff()),
                    response == null ? null : Message.of(response.headers(), response.body()),
                    exchange.gates(),
                    CheckOutcome.of(exchange.checks()));
        }
    }

    /** Why a request was answered as it was. */
    record Explanation(
            long number,
            String summary,
            List<CheckOutcome> checks,
            @Nullable String reason,
            @Nullable String change,
            @JsonUnwrapped AppliedRule rule,
            @Nullable String when,
            @Nullable StruckFault fault) {

        static Explanation of(Exchange exchange) {
            Check failed = exchange.failedCheck();
            Rule rule = exchange.rule();
            return new Explanation(
                    exchange.number(),
                    exchange.line(),
                    CheckOutcome.of(exchange.checks()),
                    exchange.reason(),
                    failed == null ? null : failed.remedy(),
                    AppliedRule.of(rule),
                    rule == null ? null : rule.trigger(),
                    exchange.fault());
        }
    }

    /** The rule of an answer; its members are null when the request was not decided. */
    record AppliedRule(
            @Nullable String rule,
            @Nullable String provenance,
            @Nullable String source) {

        static AppliedRule of(@Nullable Rule rule) {
            return rule == null
                    ? new AppliedRule(null, null, null)
                    : new AppliedRule(rule.name(), rule.provenance(), rule.source());
        }
    }

    /** What became of one order. */
    record Change(int order, @JsonProperty("new") boolean isNew, Map<String, BeforeAfter> fields) {

        static Change of(OrderChange change) {
            Map<String, BeforeAfter> fields = new LinkedHashMap<>();
            for (FieldChange field : change.fields()) {
                fields.put(field.name(), new BeforeAfter(field.before(), field.after()));
            }
            return new Change(change.after().id().value(), change.before() == null, fields);
        }
    }

    /** A field of an order, which is JSON already. */
    record BeforeAfter(
            @JsonRawValue @Nullable String before,
            @JsonRawValue @Nullable String after) {}

    record CheckOutcome(
            String check,
            String outcome,
            String facts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nearMiss) {

        static List<CheckOutcome> of(List<Check> checks) {
            return checks.stream()
                    .map(check -> new CheckOutcome(
                            check.name(), check.passed() ? "passed" : "failed", check.facts(), check.nearMiss()))
                    .toList();
        }
    }

    record Request(String url, @JsonUnwrapped Message message, boolean brokenOff) {}

    /** What a request and an answer have alike. */
    record Message(List<HeaderField> headers, String body, int bodyBytes) {
        static Message of(List<HeaderField> headers, Exchange.Body body) {
            return new Message(headers, body.text(), body.bytes());
        }
    }
}
