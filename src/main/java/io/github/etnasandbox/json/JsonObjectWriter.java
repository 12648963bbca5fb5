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

    /**
     * Makes a writer.
     *
     * @param json where the objects are appended
     */
    public JsonObjectWriter(StringBuilder json) {
        this.json = json;
    }

    /**
     * Opens an object.
     *
     * @return this
     */
    public JsonObjectWriter begin() {
        json.append('{');
        empty = true;
        return this;
    }

    /**
     * Closes the object.
     *
     * @return this
     */
    public JsonObjectWriter end() {
        json.append('}');
        empty = false;
        return this;
    }

    /**
     * Writes a text field.
     *
     * @param name the field's name
     * @param value the text
     * @return this
     */
    public JsonObjectWriter text(String name, String value) {
        name(name);
        JsonText.quote(value, json);
        return this;
    }

    /**
     * Writes a whole number field.
     *
     * @param name the field's name
     * @param value the number
     * @return this
     */
    public JsonObjectWriter integer(String name, int value) {
        name(name);
        json.append(value);
        return this;
    }

    /**
     * Writes a number field.
     *
     * @param name the field's name
     * @param value any finite number
     * @return this
     */
    public JsonObjectWriter decimal(String name, double value) {
        return raw(name, JsonNumber.spell(value));
    }

    /**
     * Writes a true or false field.
     *
     * @param name the field's name
     * @param value the truth
     * @return this
     */
    public JsonObjectWriter flag(String name, boolean value) {
        name(name);
        json.append(value);
        return this;
    }

    /**
     * Writes a date field.
     *
     * @param name the field's name
     * @param value the instant
     * @return this
     */
    public JsonObjectWriter date(String name, Instant value) {
        name(name);
        json.append('"').append(JsonDate.spell(value)).append('"');
        return this;
    }

    /**
     * Writes a field that holds a documented word.
     *
     * @param name the field's name
     * @param value the constant
     * @return this
     */
    public JsonObjectWriter word(String name, Word value) {
        return text(name, value.word());
    }

    /**
     * Writes a field whose value is JSON already.
     *
     * @param name the field's name
     * @param value JSON text
     * @return this
     */
    public JsonObjectWriter raw(String name, String value) {
        name(name);
        json.append(value);
        return this;
    }

    /**
     * Writes a field that holds an object.
     *
     * @param name the field's name
     * @param fields writes the object's fields with this writer
     * @return this
     */
    public JsonObjectWriter object(String name, Runnable fields) {
        name(name);
        begin();
        fields.run();
        return end();
    }

    /**
     * Writes a field that holds an array of objects.
     *
     * @param name the field's name
     * @param items what the objects are of
     * @param fields writes the fields of one of them with this writer
     * @param <T> kind of the items
     * @return this
     */
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

    /**
     * Writes all kept fields in their order.
     *
     * @param fields the fields
     * @return this
     */
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
