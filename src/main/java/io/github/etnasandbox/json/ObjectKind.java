package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object that a record is made of. */
final class ObjectKind<T> extends Kind<T> {
    private static final String EXPECTED = "an object";

    private final Shape<T> shape;
    private final @Nullable Consumer<Found<T>> check;
    private final Function<Found<T>, T> maker;

    ObjectKind(Shape<T> shape, @Nullable Consumer<Found<T>> check, Function<Found<T>, T> maker) {
        super(EXPECTED);
        this.shape = shape;
        this.check = check;
        this.maker = maker;
    }

    @Override
    public @Nullable T read(Cursor cursor) throws IOException {
        if (!cursor.isAt(JsonToken.START_OBJECT)) {
            return refuse(cursor);
        }
        Found<T> found = shape.read(cursor);
        if (check != null) {
            check.accept(found);
        }
        return found.isSound() ? make(found) : null;
    }

    private @Nullable T make(Found<T> found) {
        try {
            return maker.apply(found);
        } catch (IllegalArgumentException contradiction) {
            found.contradiction(String.valueOf(contradiction.getMessage()));
            return null;
        }
    }

    @Override
    public void write(T value, JsonObjectWriter json) {
        shape.write(value, json.begin());
        json.end();
    }

    /** An object whose values are all that is wanted. */
    static final class Unmade<T> extends Kind<Found<T>> {
        private final Shape<T> shape;

        Unmade(Shape<T> shape) {
            super(EXPECTED);
            this.shape = shape;
        }

        @Override
        public @Nullable Found<T> read(Cursor cursor) throws IOException {
            return cursor.isAt(JsonToken.START_OBJECT) ? shape.read(cursor).withPointer() : refuse(cursor);
        }

        @Override
        public void write(Found<T> value, JsonObjectWriter json) {
            throw new UnsupportedOperationException("it is only read");
        }
    }

    /** An array of objects that a record is made of each. */
    static final class Listed<T> extends Kind<List<T>> {
        private final ObjectKind<T> each;

        Listed(ObjectKind<T> each) {
            super("an array of objects");
            this.each = each;
        }

        @Override
        public @Nullable List<T> read(Cursor cursor) throws IOException {
            if (!cursor.isAt(JsonToken.START_ARRAY)) {
                return refuse(cursor);
            }
            List<T> records = new ArrayList<>();
            while (cursor.next() != JsonToken.END_ARRAY) {
                T record = each.read(cursor);
                if (record != null) {
                    records.add(record);
                }
            }
            return records;
        }

        @Override
        public void write(List<T> value, JsonObjectWriter json) {
            json.beginArray();
            for (T record : value) {
                each.write(record, json);
            }
            json.endArray();
        }
    }

    /** An object whose fields have any name and hold texts. */
    static final class OfTexts extends Kind<Map<String, String>> {
        OfTexts() {
            super("an object of texts");
        }

        @Override
        public @Nullable Map<String, String> read(Cursor cursor) throws IOException {
            if (!cursor.isAt(JsonToken.START_OBJECT)) {
                return refuse(cursor);
            }
            Map<String, String> texts = new LinkedHashMap<>();
            while (cursor.next() == JsonToken.FIELD_NAME) {
                String name = cursor.text();
                if (texts.containsKey(name)) {
                    cursor.problem("'" + name + "' appears twice in this object");
                }
                if (cursor.next() == JsonToken.VALUE_STRING) {
                    texts.put(name, cursor.text());
                } else {
                    cursor.problem("must be a text, found " + cursor.found());
                    cursor.skipValue();
                }
            }
            return texts;
        }

        @Override
        public void write(Map<String, String> value, JsonObjectWriter json) {
            json.begin();
            value.forEach(json::text);
            json.end();
        }
    }
}
