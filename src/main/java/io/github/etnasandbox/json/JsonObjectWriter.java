package io.github.etnasandbox.json;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * Writes compact JSON objects into a buffer, one after the other or inside each other, spelling values as the API does.
 *
 * <p>Not thread-safe.
 */
public final class JsonObjectWriter {
    private final StringBuilder json;
    private boolean empty = true;
    private boolean onNewLine;

    /** Makes a writer. */
    public JsonObjectWriter(StringBuilder json) {
        this.json = json;
    }

    /** Opens an object. */
    public JsonObjectWriter begin() {
        separate();
        return open('{');
    }

    /** Opens an object that a field holds. */
    public JsonObjectWriter begin(String name) {
        name(name);
        return open('{');
    }

    /** Closes the object. */
    public JsonObjectWriter end() {
        return close('}');
    }

    /** Opens an array that a field holds. */
    public JsonObjectWriter beginArray(String name) {
        name(name);
        return open('[');
    }

    /** Closes the array. */
    public JsonObjectWriter endArray() {
        return close(']');
    }

    /** Has what comes next on a line of its own. */
    public JsonObjectWriter onNewLine() {
        onNewLine = true;
        return this;
    }

    private JsonObjectWriter open(char bracket) {
        json.append(bracket);
        empty = true;
        return this;
    }

    private JsonObjectWriter close(char bracket) {
        empty = true;
        separate();
        json.append(bracket);
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
        begin(name);
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

    /** Writes all kept fields in their order. */
    public JsonObjectWriter kept(KeptFields fields) {
        for (int i = 0; i < fields.size(); i++) {
            raw(fields.name(i), fields.value(i));
        }
        return this;
    }

    private void name(String name) {
        separate();
        JsonText.quote(name, json);
        json.append(':');
    }

    private void separate() {
        if (!empty) {
            json.append(',');
        }
        if (onNewLine) {
            json.append('\n');
            onNewLine = false;
        }
        empty = false;
    }
}
