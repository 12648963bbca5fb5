package io.github.etnasandbox.json;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a field may hold: reads a value V, or says what would have been allowed, and writes it. Immutable. */
public abstract class Kind<V> {
    private final String expected;

    /** @param expected what is allowed, such as {@code a date} */
    protected Kind(String expected) {
        this.expected = expected;
    }

    /** Reads the value at the cursor, to its end; null when it is not allowed, and the cursor knows the problem then. */
    public abstract @Nullable V read(Cursor cursor) throws IOException;

    public void write(V value, JsonObjectWriter json) {
        json.value(value);
    }

    /** Describes the values that may be sent as JSON Schema, with the named schemas of a document for what has a name. */
    public abstract Map<String, Object> schema(Schemas schemas);

    /** What is allowed, for a person. */
    protected final String expected() {
        return expected;
    }

    /** Whether the sandbox understands the value; it gives others back as they were written. */
    boolean isInterpreted() {
        return true;
    }

    /** Notes that the value at the cursor is not allowed, and skips it. */
    protected final @Nullable V refuse(Cursor cursor) throws IOException {
        cursor.refuse(expected, hint(cursor));
        return null;
    }

    /** What there is to add to the problem with the value at the cursor. */
    String hint(Cursor cursor) throws IOException {
        return "";
    }

    /** This kind, but in the body of a request another, which is written in the same way. */
    public final Kind<V> inBodies(Kind<V> other) {
        return in(Cursor.Wording.BODY, other, other);
    }

    /** This kind, but in what the sandbox has written for itself another, which is written in the same way. */
    final Kind<V> inStores(Kind<V> other) {
        return in(Cursor.Wording.STORED, other, this);
    }

    private Kind<V> in(Cursor.Wording there, Kind<V> other, Kind<V> described) {
        Kind<V> elsewhere = this;
        return new Kind<>(expected) {
            @Override
            public @Nullable V read(Cursor cursor) throws IOException {
                return (cursor.wording() == there ? other : elsewhere).read(cursor);
            }

            @Override
            public void write(V value, JsonObjectWriter json) {
                elsewhere.write(value, json);
            }

            @Override
            public Map<String, Object> schema(Schemas schemas) {
                return described.schema(schemas);
            }
        };
    }
}
