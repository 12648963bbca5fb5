package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.etnasandbox.json.Cursor;
import io.github.etnasandbox.json.Cursor.NotJson;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.json.Utf8Reader;
import io.github.etnasandbox.venue.OrderParameters;
import io.github.etnasandbox.venue.OrderProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A body while it is read: moves on, and notes what is wrong and what is ignored. */
final class Body {
    /** As in the framework: MaxDepth of its JSON formatter. */
    private static final int DEEPEST = 256;

    private static final int LONGEST_NAME = 1_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxStringLength(Cursor.LONGEST_TEXT) // as in fixtures, or an export could not be read again
                    .build())
            // Both would have one body's names outlive it.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    /** As in the framework: MaxAllowedErrors of its ModelState. */
    private static final int MOST_ERRORS = 200;

    private static final int MOST_HINTS = 20;

    /** By name in lower case: as in the framework, letter case does not matter. */
    private static final Map<String, OrderProperty<?>> BY_NAME = OrderProperty.ALL.stream()
            .collect(Collectors.toMap(property -> property.word().toLowerCase(Locale.ROOT), Function.identity()));

    private static final List<String> NAMES =
            OrderProperty.ALL.stream().map(OrderProperty::word).toList();

    /** The names that Json.NET writes into a path as they are. */
    private static final Pattern PLAIN =
            Pattern.compile("[^. '/\"\\[\\]()\\t\\n\\r\\f\\x08\\\\\\u0085\\u2028\\u2029]*");

    private final JsonParser parser;
    private final String parameter;
    private final List<Binding.ModelError> errors = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();

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
        OrderParameters order = OrderParameters.NONE;
        try {
            order = readRoot();
        } catch (IOException e) {
            NotJson fault = NotJson.of(e, parser);
            error(
                    parameter,
                    "the body cannot be read at line " + fault.line() + ", column " + fault.column() + ": "
                            + fault.explanation());
        }
        return errors.isEmpty() ? new Binding.Bound(order, List.copyOf(hints)) : new Binding.Failed(errors, hints);
    }

    private OrderParameters readRoot() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return OrderParameters.NONE;
        }
        if (first != JsonToken.START_OBJECT && first != JsonToken.VALUE_NULL) {
            error(parameter, "the body must be an object, found " + found());
            return OrderParameters.NONE;
        }
        OrderParameters order = first == JsonToken.VALUE_NULL ? OrderParameters.NONE : readOrder();
        if (parser.nextToken() != null) {
            error(parameter, "there is more after the end of the body's value, found " + found());
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
        return Cursor.describe(parser);
    }

    /** Notes that the value here is not allowed, and skips it. */
    void wrong(String complaint) throws IOException {
        error(parameter + path(), pointer() + " " + complaint);
        parser.skipChildren();
    }

    /** Moves to the end of the value here. */
    void skip() throws IOException {
        parser.skipChildren();
    }

    private void error(String key, String reason) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new Binding.ModelError(key, reason));
        }
    }

    /** Reads the order that starts here. */
    OrderParameters readOrder() throws IOException {
        OrderParameters order = OrderParameters.NONE;
        while (next() == JsonToken.FIELD_NAME) {
            String name = text();
            OrderProperty<?> property = BY_NAME.get(name.toLowerCase(Locale.ROOT));
            if (property == null) {
                ignore(name);
            } else {
                // Of two the last one counts, even when it is null.
                order = order.withRead(property, readValue(PropertyType.of(property.type())));
            }
        }
        return order;
    }

    private void ignore(String name) throws IOException {
        if (hints.size() < MOST_HINTS) {
            hints.add("unknown property " + pointer() + " is ignored"
                    + NearMiss.question(name, NAMES, "").map(", "::concat).orElse(""));
        }
        next();
        parser.skipChildren();
    }

    /** The value of the property here; null when it is null or not allowed. */
    private @Nullable Object readValue(PropertyType type) throws IOException {
        if (next() == JsonToken.VALUE_NULL || type.isNone(this)) {
            return null;
        }
        Object value = type.read(this);
        if (value == null) {
            wrong(type.complaint(this));
        }
        return value;
    }

    private String pointer() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    /** Where the parser is, as Json.NET spells it: {@code .Legs[0].Side}, the names as they were sent. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = parser.getParsingContext(); at != null; at = at.getParent()) {
            path.insert(0, segment(at));
        }
        return path.toString();
    }

    /** Nothing where the array or object has just begun. */
    private static String segment(JsonStreamContext at) {
        if (at.inArray()) {
            return at.hasCurrentIndex() ? "[" + at.getCurrentIndex() + "]" : "";
        }
        String name = at.getCurrentName();
        if (!at.inObject() || name == null) {
            return "";
        }
        return PLAIN.matcher(name).matches()
                ? "." + name
                : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }
}
