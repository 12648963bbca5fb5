package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the JSON objects that stand for records T look like: one line a field, which both reads and writes it.
 *
 * <p>Lines are added where the class that holds them is initialised, and never later; immutable and thread-safe then.
 */
public final class Shape<T> {
    private final List<Field<T, ?>> fields = new ArrayList<>();
    private final Map<String, Field<T, ?>> byName = new HashMap<>();
    private final List<Field<T, ?>> keptAsWritten = new ArrayList<>();
    /** The {@link Field#bit bits} of the required lines. */
    private long required;

    /** What documents call such an object; null when they describe it where it stands. */
    private final @Nullable String name;

    private final @Nullable Function<? super T, Map<String, String>> kept;
    /** How many lines stand before the unknown fields; -1 for all. */
    private int beforeUnknown = -1;
    /** One more than the highest index of a line. */
    private int places;

    private Shape(@Nullable String name, @Nullable Function<? super T, Map<String, String>> kept) {
        this.name = name;
        this.kept = kept;
    }

    /** Makes a shape that refuses unknown fields. */
    public static <T> Shape<T> strict() {
        return new Shape<>(null, null);
    }

    /** Makes a shape that refuses unknown fields, of objects that documents call by a name. */
    public static <T> Shape<T> strict(String name) {
        return new Shape<>(name, null);
    }

    /** Makes a shape that keeps unknown fields, unless their names are near to a known one. */
    public static <T> Shape<T> keeping(Function<? super T, Map<String, String>> kept) {
        return new Shape<>(null, kept);
    }

    /** Makes the same for objects that documents call by a name. */
    public static <T> Shape<T> keeping(String name, Function<? super T, Map<String, String>> kept) {
        return new Shape<>(name, kept);
    }

    /** Adds a field that every record has. */
    public <V> Field<T, V> required(String name, Kind<V> kind, Function<? super T, V> getter) {
        return add(name, kind, true, getter);
    }

    /** Adds a field that a record has when the getter gives no null. */
    public <V> Field<T, V> optional(String name, Kind<V> kind, Function<? super T, ? extends @Nullable V> getter) {
        return add(name, kind, false, getter);
    }

    /** Adds a field of objects that are only read, and must have it. */
    public <V> Field<T, V> required(String name, Kind<V> kind) {
        return add(name, kind, true, null);
    }

    /** Adds a field of objects that are only read. */
    public <V> Field<T, V> optional(String name, Kind<V> kind) {
        return add(name, kind, false, null);
    }

    /** Adds a field whose value is kept as it was written. */
    public Field<T, String> kept(String name, Kind<String> kind) {
        return add(name, kind, false, null);
    }

    /** Has the unknown fields written here, not at the end. */
    public void unknownHere() {
        beforeUnknown = fields.size();
    }

    /** Makes a strict shape of some of the lines. */
    @SafeVarargs
    public final Shape<T> only(Field<T, ?>... lines) {
        Shape<T> part = strict();
        for (Field<T, ?> line : lines) {
            part.add(line);
        }
        part.places = places; // whoever reads it may ask for the other lines as well
        return part;
    }

    private <V> Field<T, V> add(
            String name, Kind<V> kind, boolean required, @Nullable Function<? super T, ? extends @Nullable V> getter) {
        Field<T, V> field = new Field<>(name, kind, required, fields.size(), getter);
        add(field);
        return field;
    }

    private void add(Field<T, ?> field) {
        fields.add(field);
        byName.put(field.name(), field);
        places = Math.max(places, field.index() + 1);
        if (!field.isInterpreted()) {
            keptAsWritten.add(field);
        }
        if (field.isRequired()) {
            required |= field.bit();
        }
    }

    public List<Field<T, ?>> fields() {
        return fields;
    }

    long required() {
        return required;
    }

    List<Field<T, ?>> keptAsWritten() {
        return keptAsWritten;
    }

    /** The names of all lines, or of the interpreted ones. */
    List<String> names(boolean ofAll) {
        List<String> names = new ArrayList<>();
        for (Field<T, ?> field : fields) {
            if (ofAll || field.isInterpreted()) {
                names.add(field.name());
            }
        }
        return names;
    }

    int places() {
        return places;
    }

    boolean keepsUnknown() {
        return kept != null;
    }

    /** The line of a field, null when there is none. */
    public @Nullable Field<T, ?> named(String name) {
        return byName.get(name);
    }

    /** Reads the object that starts at the cursor, and leaves the cursor at its end. */
    public Found<T> read(Cursor cursor) throws IOException {
        Found<T> found = begin(cursor);
        while (cursor.next() == JsonToken.FIELD_NAME) {
            found.readField();
        }
        found.end();
        return found;
    }

    /** Begins to read the object that starts at the cursor, for somebody who reads some of its fields in another way. */
    public Found<T> begin(Cursor cursor) {
        return new Found<>(this, cursor);
    }

    /** Describes the objects as JSON Schema. */
    public Map<String, Object> schema(Schemas schemas) {
        return name == null ? describe(schemas) : schemas.named(name, () -> describe(schemas));
    }

    private Map<String, Object> describe(Schemas schemas) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> always = new ArrayList<>();
        for (Field<T, ?> field : fields) {
            properties.put(field.name(), field.kind().schema(schemas));
            if (field.isRequired()) {
                always.add(field.name());
            }
        }
        return Schemas.object(properties, always, keepsUnknown());
    }

    /** Writes some field of a record in a way of its own. */
    @FunctionalInterface
    public interface Special<T> {
        /** Writes the field or leaves it out; false when it is none of those, and the shape writes it. */
        boolean write(Field<T, ?> field, T record);
    }

    /** Writes the fields of a record; what encloses them is the caller's. */
    public void write(T record, JsonObjectWriter json) {
        write(record, json, (field, of) -> false);
    }

    /** Spells records as an array of objects. */
    public String array(Iterable<? extends T> records) {
        return JsonObjectWriter.spellArray(json -> {
            for (T record : records) {
                write(record, json.begin());
                json.end();
            }
        });
    }

    /** Writes the fields of a record, some of them in another way; what encloses them is the caller's. */
    public void write(T record, JsonObjectWriter json, Special<T> special) {
        KeptFields keptFields = kept == null ? KeptFields.NONE : KeptFields.copyOf(kept.apply(record));
        @Nullable String[] listed = listed(keptFields);
        for (int i = 0; i < fields.size(); i++) {
            if (i == beforeUnknown) {
                writeUnknown(keptFields, json);
            }
            Field<T, ?> field = fields.get(i);
            String asWritten = listed[field.index()];
            if (asWritten != null) {
                field.writeKept(asWritten, json);
            } else if (!special.write(field, record)) {
                field.write(record, json);
            }
        }
        if (beforeUnknown < 0) {
            writeUnknown(keptFields, json);
        }
    }

    /** The kept values of those fields that have a line, each at its line's index. */
    private @Nullable String[] listed(KeptFields keptFields) {
        @Nullable String[] listed = new @Nullable String[places];
        for (int i = 0; i < keptFields.size(); i++) {
            Field<T, ?> field = byName.get(keptFields.name(i));
            if (field != null && !field.isInterpreted()) {
                listed[field.index()] = keptFields.value(i);
            }
        }
        return listed;
    }

    private void writeUnknown(KeptFields keptFields, JsonObjectWriter json) {
        for (int i = 0; i < keptFields.size(); i++) {
            Field<T, ?> field = byName.get(keptFields.name(i));
            if (field == null || field.isInterpreted()) {
                json.raw(keptFields.name(i), keptFields.value(i));
            }
        }
    }
}
