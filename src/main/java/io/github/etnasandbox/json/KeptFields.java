package io.github.etnasandbox.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that the sandbox does not interpret: kept as they were written, in their order, and given
 * back unchanged.
 *
 * <p>Immutable. Names and values lie in one array because a large world has millions of them.
 */
public final class KeptFields {
    /** No field at all. */
    public static final KeptFields NONE = new KeptFields(new String[0]);

    /** A name, its value as compact JSON text, the next name, and so on. */
    private final String[] namesAndValues;

    private KeptFields(String[] namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    /**
     * Makes one of the given fields.
     *
     * @param namesAndValues a name, its value as compact JSON text, the next name, and so on; names are distinct
     */
    public static KeptFields of(List<String> namesAndValues) {
        return namesAndValues.isEmpty() ? NONE : new KeptFields(namesAndValues.toArray(new String[0]));
    }

    /**
     * Returns how many fields there are.
     *
     * @return 0 or more
     */
    public int size() {
        return namesAndValues.length / 2;
    }

    /**
     * Returns the name of one field.
     *
     * @param index its place in the kept order, from 0
     */
    public String name(int index) {
        return namesAndValues[2 * index];
    }

    /**
     * Returns the value of one field.
     *
     * @param index its place in the kept order, from 0
     * @return the value as compact JSON text
     */
    public String value(int index) {
        return namesAndValues[2 * index + 1];
    }

    /**
     * Looks up one field.
     *
     * @return its value as compact JSON text, or null when there is no such field
     */
    public @Nullable String get(String name) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    /** Adds fields, or gives those of the same name another value. */
    public KeptFields with(KeptFields fields) {
        String[] all = Arrays.copyOf(namesAndValues, namesAndValues.length + fields.namesAndValues.length);
        int length = namesAndValues.length;
        boolean changes = false;
        for (int i = 0; i < fields.size(); i++) {
            int at = 0;
            while (at < length && !all[at].equals(fields.name(i))) {
                at += 2;
            }
            changes |= at == length || !all[at + 1].equals(fields.value(i));
            all[at] = fields.name(i);
            all[at + 1] = fields.value(i);
            length = Math.max(length, at + 2);
        }
        return changes ? new KeptFields(Arrays.copyOf(all, length)) : this;
    }

    /** Leaves some fields out. */
    public KeptFields where(Predicate<String> names) {
        List<String> staying = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (names.test(name(i))) {
                staying.add(name(i));
                staying.add(value(i));
            }
        }
        return of(staying);
    }

    /**
     * Lists the fields.
     *
     * @return a new map from name to compact JSON text, in the kept order
     */
    public Map<String, String> asMap() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeptFields that && Arrays.equals(namesAndValues, that.namesAndValues);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(namesAndValues);
    }

    @Override
    public String toString() {
        return asMap().toString();
    }
}
