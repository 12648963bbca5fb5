package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one JSON object, which stands for a record T: the values of its fields, and where they are, for problems
 * that show only when the whole object is read. Not thread-safe.
 */
public final class Found<T> {
    /** More than any record of the API has; each further one would be compared with all before it. */
    private static final int MOST_UNKNOWN = 200;

    private final Shape<T> shape;
    private final Cursor cursor;
    private final int line;
    private final int column;
    private final int problemsBefore;
    private final @Nullable Object[] values;
    /** Of each field's value the line, then the column. */
    private final int[] places;

    private final List<String> unknown = new ArrayList<>(0);
    private boolean tooMany;
    /** Bits of the fields that were met, whatever they held. */
    private long met;
    /** Where the object is, once the cursor has gone on. */
    private @Nullable String pointer;

    Found(Shape<T> shape, Cursor cursor) {
        JsonLocation start = cursor.location();
        this.shape = shape;
        this.cursor = cursor;
        this.line = start.getLineNr();
        this.column = start.getColumnNr();
        this.problemsBefore = cursor.problems();
        this.values = new @Nullable Object[shape.places()];
        this.places = new int[2 * shape.places()];
    }

    /** Reads the field whose name the cursor is at. */
    public void readField() throws IOException {
        String name = cursor.text();
        Field<T, ?> field = shape.named(name);
        if (field == null) {
            readUnknown(name);
        } else if (meet(field)) {
            readValue(field);
        }
    }

    /** Notes that the cursor is at the name of a field; false when it was met before, which is a problem. */
    public boolean meet(Field<T, ?> field) throws IOException {
        if (wasMet(field)) {
            isDouble(field.name());
            return false;
        }
        met |= field.bit();
        return true;
    }

    private void readValue(Field<T, ?> field) throws IOException {
        cursor.next();
        if (field.isInterpreted()) {
            JsonLocation here = cursor.location();
            places[2 * field.index()] = here.getLineNr();
            places[2 * field.index() + 1] = here.getColumnNr();
        }
        if (field.isRequired() || !cursor.isAt(JsonToken.VALUE_NULL)) {
            values[field.index()] = field.kind().read(cursor);
        }
    }

    private void readUnknown(String name) throws IOException {
        if (shape.keepsUnknown() && cursor.isUnlikeAny(name, shape)) {
            keep(name);
            return;
        }
        cursor.problem("unknown " + cursor.wording().member + " '" + name + "'" + allowed(name));
        cursor.next();
        cursor.skipValue();
    }

    private String allowed(String name) {
        if (shape.keepsUnknown()) {
            return NearMiss.hint(name, shape.names(false), "'");
        }
        List<String> names = shape.names(true);
        return names.isEmpty()
                ? "; no " + cursor.wording().member + "s are allowed here"
                : "; allowed are " + String.join(", ", names) + NearMiss.hint(name, names, "'");
    }

    private void keep(String name) throws IOException {
        if (unknown.size() == 2 * MOST_UNKNOWN) {
            if (!tooMany) {
                cursor.problem("there are more than " + MOST_UNKNOWN + " fields here that the sandbox does not know");
            }
            tooMany = true;
            cursor.next();
            cursor.skipValue();
            return;
        }
        for (int i = 0; i < unknown.size(); i += 2) {
            if (unknown.get(i).equals(name)) {
                isDouble(name);
                return;
            }
        }
        cursor.next();
        unknown.add(cursor.shared(name));
        unknown.add(cursor.shared(JsonObjectWriter.copyOf(cursor.parser())));
    }

    private void isDouble(String name) throws IOException {
        cursor.problem("'" + name + "' appears twice in this object");
        cursor.next();
        cursor.skipValue();
    }

    /** Notes the required fields that are missing, now that the cursor is at the object's end. */
    public void end() {
        long missing = shape.required() & ~met;
        for (int i = 0; missing != 0 && i < shape.fields().size(); i++) {
            Field<T, ?> field = shape.fields().get(i);
            if ((missing & field.bit()) != 0) {
                problem("'" + field.name() + "' is missing");
            }
        }
    }

    /** Remembers where the object is, for who asks when the cursor has gone on. */
    Found<T> withPointer() {
        pointer = cursor.pointer();
        return this;
    }

    /** Whether nothing was wrong with the object so far. */
    public boolean isSound() {
        return cursor.problems() == problemsBefore;
    }

    public boolean wasMet(Field<T, ?> field) {
        return (met & field.bit()) != 0;
    }

    /** Whether a field has a value: it was met, and held what is allowed and no null. */
    public boolean has(Field<T, ?> field) {
        return values[field.index()] != null;
    }

    /** The value of a field, null when it has none. */
    @SuppressWarnings("unchecked") // the field's own kind read it
    public <V> @Nullable V find(Field<T, V> field) {
        return (V) values[field.index()];
    }

    /** The value of a field that has one. */
    public <V> V get(Field<T, V> field) {
        V value = find(field);
        if (value == null) {
            throw new NoSuchElementException(field.name());
        }
        return value;
    }

    /** The value of a field, or another when it has none. */
    public <V> V get(Field<T, V> field, V absent) {
        V value = find(field);
        return value == null ? absent : value;
    }

    /** Returns what is kept: fields of the shape in its order, then the unknown ones as they came. */
    public KeptFields kept() {
        List<String> kept = new ArrayList<>(2 * shape.keptAsWritten().size() + unknown.size());
        for (Field<T, ?> field : shape.keptAsWritten()) {
            if (values[field.index()] instanceof String asWritten) {
                kept.add(field.name());
                kept.add(asWritten);
            }
        }
        kept.addAll(unknown);
        KeptFields fields = KeptFields.of(kept);
        KeptFields known = cursor.shared(fields);
        return known.isSame(fields) ? known : fields;
    }

    /** Where the object begins. */
    public Place place() {
        return cursor.place(line, column, pointer());
    }

    /** Where an interpreted field's value is, or where the object begins when it has no such field. */
    public Place place(Field<T, ?> field) {
        int at = 2 * field.index();
        return wasMet(field) ? cursor.place(places[at], places[at + 1], pointer() + "/" + field.name()) : place();
    }

    private String pointer() {
        return pointer == null ? cursor.pointer() : pointer;
    }

    /** Notes what is wrong with the object. */
    public void problem(String message) {
        cursor.problem(place(), message);
    }

    /** Notes what is wrong with the value of a field. */
    public void problem(Field<T, ?> field, String message) {
        cursor.problem(place(field), message);
    }

    /** Notes that the values, each of them right, do not go together. */
    void contradiction(String message) {
        cursor.contradiction(place(), message);
    }
}
