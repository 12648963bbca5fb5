package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.etnasandbox.json.FoundValue;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.NotJson;
import io.github.etnasandbox.json.Utf8Reader;
import io.github.etnasandbox.order.OrderParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A body while it is read: moves on, and notes what is wrong and what is ignored. */
final class Body {
    /** As in the framework: MaxDepth of its JSON formatter. */
    private static final int DEEPEST = 256;

    private static final int LONGEST_NAME = 1_000;

    /** As in fixtures: an order with a longer text could not be read again from an export. */
    private static final int LONGEST_TEXT = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            // Both would have one body's names outlive it.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private final JsonParser parser;
    private final String parameter;
    private final Findings findings = new Findings();

    private Body(JsonParser parser, String parameter) {
        this.parser = parser;
        this.parameter = parameter;
    }

    static Binding read(byte[] bytes, String parameter) {
        try (JsonParser parser = JSON.createParser(new Utf8Reader(bytes))) {
            return new Body(parser, parameter).read();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to close", e);
        }
    }

    private Binding read() {
        OrderParameters order = OrderReader.NOTHING;
        try {
            order = readRoot();
        } catch (IOException e) {
            NotJson fault = NotJson.of(e, parser);
            findings.error(
                    parameter,
                    "the body cannot be read at line " + fault.line() + ", column " + fault.column() + ": "
                            + fault.explanation());
        }
        return findings.on(order);
    }

    private OrderParameters readRoot() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return OrderReader.NOTHING;
        }
        if (first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
            findings.error(parameter, "the body must be an object, found " + found());
            return OrderReader.NOTHING;
        }
        OrderParameters order = first == JsonToken.VALUE_NULL ? OrderReader.NOTHING : readOrder();
        if (parser.nextToken() != null) {
            findings.error(parameter, "there is more after the end of the body's value, found " + found());
        }
        return order;
    }

    JsonToken token() {
        return Objects.requireNonNull(parser.currentToken());
    }

    /** Moves on inside an array or object. */
    JsonToken next() throws IOException {
        return Objects.requireNonNull(parser.nextToken());
    }

    /** The name or scalar here. Half a surrogate pair is no text: no answer could repeat it. */
    String text() throws IOException {
        String text = parser.getText();
        if (JsonText.hasHalfPair(text)) {
            throw new JsonParseException(parser, "half a surrogate pair", parser.currentTokenLocation());
        }
        return text;
    }

    String found() throws IOException {
        return FoundValue.describe(parser);
    }

    /** Notes that the value here is not allowed, and skips it. */
    void wrong(String complaint) throws IOException {
        findings.error(parameter + JsonPath.of(parser.getParsingContext()), pointer() + " " + complaint);
        parser.skipChildren();
    }

    /** Reads the order that starts here. */
    OrderParameters readOrder() throws IOException {
        Map<Property, Object> values = new EnumMap<>(Property.class);
        while (next() == JsonToken.FIELD_NAME) {
            String name = text();
            Property property = Property.named(name);
            if (property == null) {
                findings.ignored(pointer(), name);
                next();
                parser.skipChildren();
            } else {
                readProperty(property, values);
            }
        }
        return OrderReader.order(values);
    }

    private void readProperty(Property property, Map<Property, Object> values) throws IOException {
        values.remove(property); // of two the last one counts, be it null
        if (next() == JsonToken.VALUE_NULL) {
            return;
        }
        Object value = property.kind().read(this);
        if (value == null) {
            wrong(property.kind().complaint(this));
        } else {
            values.put(property, value);
        }
    }

    private String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }
}
