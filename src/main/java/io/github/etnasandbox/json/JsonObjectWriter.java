package io.github.etnasandbox.json;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Writes one compact JSON object after another into the same buffer, spelling values as the API does.
 *
 * <p>Not thread-safe.
 */
public final class JsonObjectWriter {
    private final StringBuilder json;
    private boolean empty = true;

    /** Makes a writer. */
    public JsonObjectWriter(StringBuilder json) {
        this.json = json;
    }

    /** Opens an object. */
    public JsonObjectWriter begin() {
        json.append('{');
        empty = true;
        return this;
    }

    /** Closes the object. */
    public JsonObjectWriter end() {
        json.append('}');
        empty = false;
        return this;
    }

    /** Writes a text field. */
    public JsonObjectWriter text(String name, String value) {
        name(name);
        JsonText.quote(value, json);
        return this;
    }

    /** Writes a whole number field. */
    public JsonObjectWriter integer(String name, int value) {
        name(name);
        json.append(value);
        return this;
    }

    /** Writes a number field. */
    public JsonObjectWriter decimal(String name, double value) {
        return raw(name, JsonNumber.spell(value));
    }

    /** Writes a true or false field. */
    public JsonObjectWriter flag(String name, boolean value) {
        name(name);
        json.append(value);
        return this;
    }

    /** Writes a date field. */
    public JsonObjectWriter date(String name, Instant value) {
        name(name);
        json.append('"').append(JsonDate.spell(value)).append('"');
        return this;
    }

    /** Writes a field that holds a documented word. */
    public JsonObjectWriter word(String name, Word value) {
        return text(name, value.word());
    }

    /** Writes a field whose value is JSON already. */
    public JsonObjectWriter raw(String name, String value) {
        name(name);
        json.append(value);
        return this;
    }

    /** Writes a field that holds an object. */
    public JsonObjectWriter object(String name, Runnable fields) {
        name(name);
        begin();
        fields.run();
        return end();
    }

    /** Writes a field that holds an array of objects. */
    public <T> JsonObjectWriter objects(String name, Iterable<? extends T> items, Consumer<T> fields) {
        name(name);
        json.append('[');
        String separator = "";
        for (T item : items) {
            json.append(separator);
            begin();
            fields.accept(item);
            end();
            separator = ",";
        }
        json.append(']');
        empty = false;
        return this;
    }

    /** Writes all kept fields in their order. */
    public JsonObjectWriter kept(KeptFields fields) {
        for (int i = 0; i < fields.size(); i++) {
            raw(fields.name(i), fields.value(i));
        }
        return this;
    }

    private void name(String name) {
        if (!empty) {
            json.append(',');
        }
        empty = false;
        JsonText.quote(name, json);
        json.append(':');
    }
}
