package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.Exchange.Rule;
import io.github.etnasandbox.journal.Exchange.StruckFault;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.journal.OrderChange;
import io.github.etnasandbox.journal.OrderChange.FieldChange;
import io.github.etnasandbox.json.JsonDate;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes exchanges: in a list, one with everything, or why it was answered so. */
final class ExchangeJson {
    private ExchangeJson() {}

    static void list(JsonGenerator json, List<Exchange> exchanges, int matching, long dropped) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("requests");
        for (Exchange exchange : exchanges) {
            json.writeStartObject();
            summary(json, exchange);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("matching", matching);
        json.writeNumberField("dropped", dropped);
        json.writeEndObject();
    }

    static void whole(JsonGenerator json, Exchange exchange) throws IOException {
        json.writeStartObject();
        summary(json, exchange);
        json.writeObjectFieldStart("request");
        json.writeStringField("url", exchange.request().url());
        headers(json, exchange.request().headers());
        body(json, exchange.request().body());
        json.writeBooleanField("brokenOff", exchange.request().brokenOff());
        json.writeEndObject();
        response(json, exchange.response());
        json.writeArrayFieldStart("gates");
        for (String gate : exchange.gates()) {
            json.writeString(gate);
        }
        json.writeEndArray();
        checks(json, exchange.checks());
        json.writeEndObject();
    }

    static void explanation(JsonGenerator json, Exchange exchange) throws IOException {
        Check failed = exchange.failedCheck();
        Rule rule = exchange.rule();
        json.writeStartObject();
        json.writeNumberField("number", exchange.number());
        json.writeStringField("summary", exchange.line());
        checks(json, exchange.checks());
        text(json, "reason", exchange.reason());
        text(json, "change", failed == null ? null : failed.remedy());
        rule(json, rule);
        text(json, "when", rule == null ? null : rule.trigger());
        fault(json, exchange.fault());
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Exchange exchange) throws IOException {
        json.writeNumberField("number", exchange.number());
        json.writeStringField("at", JsonDate.spell(exchange.at()));
        json.writeStringField("method", exchange.request().method());
        json.writeStringField("path", exchange.request().path());
        text(json, "query", exchange.request().query());
        if (exchange.response() == null) {
            json.writeNullField("status");
        } else {
            json.writeNumberField("status", exchange.status());
        }
        text(json, "reason", exchange.reason());
        rule(json, exchange.rule());
        json.writeArrayFieldStart("changes");
        for (OrderChange change : exchange.changes()) {
            change(json, change);
        }
        json.writeEndArray();
        fault(json, exchange.fault());
    }

    private static void rule(JsonGenerator json, @Nullable Rule rule) throws IOException {
        text(json, "rule", rule == null ? null : rule.name());
        text(json, "provenance", rule == null ? null : rule.provenance());
        text(json, "source", rule == null ? null : rule.source());
    }

    private static void change(JsonGenerator json, OrderChange change) throws IOException {
        json.writeStartObject();
        json.writeNumberField("order", change.after().id().value());
        json.writeBooleanField("new", change.before() == null);
        json.writeObjectFieldStart("fields");
        for (FieldChange field : change.fields()) {
            json.writeObjectFieldStart(field.name());
            raw(json, "before", field.before());
            raw(json, "after", field.after());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void fault(JsonGenerator json, @Nullable StruckFault fault) throws IOException {
        if (fault == null) {
            json.writeNullField("fault");
            return;
        }
        json.writeObjectFieldStart("fault");
        json.writeStringField("id", fault.id());
        json.writeStringField("when", fault.when());
        json.writeStringField("effect", fault.effect());
        json.writeEndObject();
    }

    private static void response(JsonGenerator json, Exchange.@Nullable Response response) throws IOException {
        if (response == null) {
            json.writeNullField("response");
            return;
        }
        json.writeObjectFieldStart("response");
        headers(json, response.headers());
        body(json, response.body());
        json.writeEndObject();
    }

    private static void headers(JsonGenerator json, List<HeaderField> headers) throws IOException {
        json.writeArrayFieldStart("headers");
        for (HeaderField field : headers) {
            json.writeStartObject();
            json.writeStringField("name", field.name());
            json.writeStringField("value", field.value());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void body(JsonGenerator json, Exchange.Body body) throws IOException {
        json.writeStringField("body", body.text());
        json.writeNumberField("bodyBytes", body.bytes());
    }

    private static void checks(JsonGenerator json, List<Check> checks) throws IOException {
        json.writeArrayFieldStart("checks");
        for (Check check : checks) {
            json.writeStartObject();
            json.writeStringField("check", check.name());
            json.writeStringField("outcome", check.passed() ? "passed" : "failed");
            json.writeStringField("facts", check.facts());
            if (check.nearMiss() != null) {
                json.writeStringField("nearMiss", check.nearMiss());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeStringField(name, value); // Jackson writes null for none
    }

    private static void raw(JsonGenerator json, String name, @Nullable String value) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(value == null ? "null" : value);
    }
}
