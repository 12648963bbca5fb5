package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Writes compact JSON objects into a buffer, one after the other or inside each other, spelling values as the API does. Not
 * thread-safe.
 */
public final class JsonObjectWriter {
    private final StringBuilder json;
    /** Whether values keep what the API's spelling would cut off. */
    private final boolean exact;

    private boolean empty = true;
    private boolean onNewLine;

    public JsonObjectWriter(StringBuilder json) {
        this(json, false);
    }

    private JsonObjectWriter(StringBuilder json, boolean exact) {
        this.json = json;
        this.exact = exact;
    }

    public static String spell(Consumer<JsonObjectWriter> fields) {
        return spell(fields, false);
    }

    private static String spell(Consumer<JsonObjectWriter> fields, boolean exact) {
        StringBuilder text = new StringBuilder();
        JsonObjectWriter json = new JsonObjectWriter(text, exact).begin();
        fields.accept(json);
        json.end();
        return text.toString();
    }

    /** Spells an object that {@link Cursor.Wording#STORED} reads with the same values, to the nanosecond and the last zero. */
    public static String spellExactly(Consumer<JsonObjectWriter> fields) {
        return spell(fields, true);
    }

    /** Spells an array of the objects that are written into it. */
    public static String spellArray(Consumer<JsonObjectWriter> objects) {
        StringBuilder text = new StringBuilder();
        JsonObjectWriter json = new JsonObjectWriter(text).beginArray();
        objects.accept(json);
        json.endArray();
        return text.toString();
    }

    public JsonObjectWriter begin() {
        return open('{');
    }

    public JsonObjectWriter end() {
        return close('}');
    }

    public JsonObjectWriter beginArray(String name) {
        return name(name).open('[');
    }

    JsonObjectWriter beginArray() {
        return open('[');
    }

    public JsonObjectWriter endArray() {
        return close(']');
    }

    /** Has what comes next on a line of its own. */
    public JsonObjectWriter onNewLine() {
        onNewLine = true;
        return this;
    }

    /**
     * Copies the value a parser stands at, compact and its numbers digit by digit, and leaves the parser at the value's last
     * token.
     */
    static String copyOf(JsonParser parser) throws IOException {
        if (parser.currentToken().isNumeric()) {
            return parser.getText();
        }
        StringBuilder json = new StringBuilder();
        new JsonObjectWriter(json).copy(parser);
        return json.toString();
    }

    private void copy(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                begin();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    name(parser.currentName());
                    parser.nextToken();
                    copy(parser);
                }
                end();
            }
            case START_ARRAY -> {
                beginArray();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    copy(parser);
                }
                endArray();
            }
            case VALUE_STRING -> text(parser.getText());
            default -> raw(parser.getText());
        }
    }

    private JsonObjectWriter open(char bracket) {
        separated().append(bracket);
        empty = true;
        return this;
    }

    private JsonObjectWriter close(char bracket) {
        empty = true;
        separated().append(bracket);
        return this;
    }

    public JsonObjectWriter text(String name, String value) {
        return name(name).text(value);
    }

    /** Writes a field with a value that is spelt as the API does those of its type: a number, flag, date or word. */
    public JsonObjectWriter value(String name, Object value) {
        return name(name).value(value);
    }

    /** Writes a field whose value is JSON already. */
    public JsonObjectWriter raw(String name, String value) {
        return name(name).raw(value);
    }

    /** Writes a field that holds an object. */
    public JsonObjectWriter object(String name, Runnable fields) {
        name(name).begin();
        fields.run();
        return end();
    }

    /** Writes a field that holds an array of objects. */
    public <T> JsonObjectWriter objects(String name, Iterable<? extends T> items, Consumer<T> fields) {
        beginArray(name);
        for (T item : items) {
            begin();
            fields.accept(item);
            end();
        }
        return endArray();
    }

    JsonObjectWriter text(String value) {
        JsonText.quote(value, separated());
        return this;
    }

    JsonObjectWriter raw(String value) {
        separated().append(value);
        return this;
    }

    /** Writes a value as the API spells those of its type; one that JSON has no type for as a text. */
    JsonObjectWriter value(Object value) {
        if (value instanceof Map<?, ?> members) {
            begin();
            members.forEach((name, member) -> value(name.toString(), member));
            return end();
        }
        if (value instanceof Raw spelt) {
            return raw(spelt.json());
        }
        if (value instanceof List<?> values) {
            beginArray();
            values.forEach(this::value);
            return endArray();
        }
        if (value instanceof Double number) {
            return raw(exact && isNegativeZero(number) ? "-0.0" : JsonNumber.spell(number));
        }
        if (value instanceof Instant date) {
            separated()
                    .append('"')
                    .append(exact ? JsonDate.spellExactly(date) : JsonDate.spell(date))
                    .append('"');
            return this;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            separated().append(value);
            return this;
        }
        return text(value instanceof Enum<?> constant ? Word.of(constant) : value.toString());
    }

    private static boolean isNegativeZero(double number) {
        return number == 0 && 1 / number < 0;
    }

    JsonObjectWriter decimal(BigDecimal value) {
        return raw(exact ? value.toString() : JsonNumber.spell(value));
    }

    /** A value that is JSON already. */
    public record Raw(String json) {}

    /** Writes those kept fields whose names are wanted, in their order. */
    public JsonObjectWriter kept(Map<String, String> fields, Predicate<String> wanted) {
        fields.forEach((name, value) -> {
            if (wanted.test(name)) {
                raw(name, value);
            }
        });
        return this;
    }

    JsonObjectWriter name(String name) {
        JsonText.quote(name, separated());
        json.append(':');
        empty = true;
        return this;
    }

    /** Writes the name of a field, which is quoted and has its colon already. */
    JsonObjectWriter quotedName(String name) {
        separated().append(name);
        empty = true;
        return this;
    }

    private StringBuilder separated() {
        if (!empty) {
            json.append(',');
        }
        if (onNewLine) {
            json.append('\n');
            onNewLine = false;
        }
        empty = false;
        return json;
    }
}
