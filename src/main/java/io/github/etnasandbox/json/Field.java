package io.github.etnasandbox.json;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link Shape} of records T: the name of a field, what values V it may hold, and where a record has it. The
 * key to its value in what was {@link Found}.
 */
public final class Field<T, V> {
    private static final int TICKS_A_SECOND = 10_000_000;
    private static final int NANOS_A_TICK = 100;

    private final String name;
    private final String quotedName;
    private final Kind<V> kind;
    private final boolean required;
    private final int index;
    private final @Nullable Function<? super T, ? extends @Nullable V> getter;

    /** @param getter null when records of this shape are only read, and when the value is kept as it was written */
    Field(
            String name,
            Kind<V> kind,
            boolean required,
            int index,
            @Nullable Function<? super T, ? extends @Nullable V> getter) {
        this.name = name;
        this.quotedName = JsonText.quote(name) + ":";
        this.kind = kind;
        this.required = required;
        this.index = index;
        this.getter = getter;
    }

    public String name() {
        return name;
    }

    public Kind<V> kind() {
        return kind;
    }

    public boolean isRequired() {
        return required;
    }

    /** Whether the sandbox understands the value; it gives others back as they were written. */
    public boolean isInterpreted() {
        return kind.isInterpreted();
    }

    /** Its place among the lines of its shape, from 0 and below 64. */
    int index() {
        return index;
    }

    /** One bit at its index. */
    long bit() {
        return 1L << index;
    }

    /** The value that a record has, null for none. */
    public @Nullable V of(T record) {
        return getter == null ? null : getter.apply(record);
    }

    /** Writes the field of a record, nothing when it has no value. */
    public void write(T record, JsonObjectWriter json) {
        V value = of(record);
        if (value != null) {
            kind.write(value, json.quotedName(quotedName));
        }
    }

    void writeKept(String asWritten, JsonObjectWriter json) {
        json.quotedName(quotedName).raw(asWritten);
    }

    /** Spells the value that a record has; null when it has none. */
    public @Nullable String spell(T record) {
        V value = of(record);
        if (value == null) {
            return null;
        }
        StringBuilder json = new StringBuilder();
        kind.write(value, new JsonObjectWriter(json));
        return json.toString();
    }

    /** Tells whether records can be sorted by it: the sandbox understands it, and it is no object. */
    public boolean isComparable() {
        return isInterpreted() && getter != null;
    }

    /** A new list of records sorted by it, those without a value first; those alike stay as they are. */
    public List<T> ascending(List<T> records) {
        return sorted(records, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** A new list of records sorted by it from the largest, those without a value last; those alike stay as they are. */
    public List<T> descending(List<T> records) {
        return sorted(records, Comparator.nullsLast(Comparator.reverseOrder()));
    }

    private List<T> sorted(List<T> records, Comparator<@Nullable Comparable<Object>> order) {
        return records.stream()
                .map(record -> new Sorted<>(comparable(of(record)), record))
                .sorted(Comparator.comparing(Sorted::value, order))
                .map(Sorted::record)
                .toList();
    }

    /** Of the two zeros one is left, and of a date what is finer than it is written is not compared. */
    @SuppressWarnings("unchecked") // all values of one field have one type
    private static @Nullable Comparable<Object> comparable(@Nullable Object value) {
        Object compared = value;
        if (value instanceof Double number) {
            compared = number + 0.0;
        } else if (value instanceof Instant date) {
            compared = date.getEpochSecond() * TICKS_A_SECOND + date.getNano() / NANOS_A_TICK;
        }
        return (Comparable<Object>) compared;
    }

    /** A record beside what it is sorted by: many lie scattered in memory, and each comparison would seek two. */
    private record Sorted<T>(@Nullable Comparable<Object> value, T record) {}

    @Override
    public String toString() {
        return name;
    }
}
