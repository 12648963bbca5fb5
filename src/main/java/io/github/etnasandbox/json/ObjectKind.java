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
        if (!found.isSound()) {
            return null;
        }
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
    }

    /** An array of objects. */
    static final class Listed<V> extends Kind<List<V>> {
        private final Kind<V> object;

        Listed(Kind<V> object) {
            super("an array of objects");
            this.object = object;
        }

        @Override
        public @Nullable List<V> read(Cursor cursor) throws IOException {
            if (!cursor.isAt(JsonToken.START_ARRAY)) {
                return refuse(cursor);
            }
            List<V> values = new ArrayList<>();
            while (cursor.next() != JsonToken.END_ARRAY) {
                V value = object.read(cursor);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }

        @Override
        public void write(List<V> values, JsonObjectWriter json) {
            json.beginArray();
            for (V value : values) {
                object.write(value, json);
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
                cursor.next();
                String text = Kinds.TEXT.read(cursor);
                if (text != null) {
                    texts.put(name, text);
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
