package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that the sandbox does not interpret: names with their values as compact JSON text, kept as
 * they were written, in their order, and given back unchanged.
 *
 * <p>Immutable. Names and values lie in one array, and it is no {@code AbstractMap}, which has two fields more, because a
 * large world has millions of them.
 */
public final class KeptFields implements Map<String, String> {
    private static final JsonFactory JSON = new JsonFactory();

    /** No field at all. */
    public static final KeptFields NONE = new KeptFields(new String[0]);

    /** A name, its value as compact JSON text, the next name, and so on. */
    private final String[] namesAndValues;

    private KeptFields(String[] namesAndValues) {
        this.namesAndValues = namesAndValues;
    }

    /** Makes one of names and values in turn; names are distinct. */
    public static KeptFields of(List<String> namesAndValues) {
        return namesAndValues.isEmpty() ? NONE : new KeptFields(namesAndValues.toArray(new String[0]));
    }

    /** Copies a map from name to compact JSON text; one of these is given back itself. */
    public static KeptFields copyOf(Map<String, String> fields) {
        if (fields instanceof KeptFields kept) {
            return kept;
        }
        List<String> namesAndValues = new ArrayList<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            Collections.addAll(namesAndValues, field.getKey(), field.getValue());
        }
        return of(namesAndValues);
    }

    /** The name of the field at a place in the kept order, from 0. */
    String name(int index) {
        return namesAndValues[2 * index];
    }

    /** The value of the field at a place in the kept order, from 0. */
    String value(int index) {
        return namesAndValues[2 * index + 1];
    }

    /** The value of a field, a text without its quotes; null when there is none, or it begins with no such token. */
    public static @Nullable String scalar(Map<String, String> fields, String name, JsonToken... types) {
        String json = fields.get(name);
        if (json == null) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            return List.of(types).contains(parser.nextToken()) ? parser.getText() : null;
        } catch (IOException e) {
            throw new UncheckedIOException("what is kept is JSON", e);
        }
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

    /** Whether the other has the same fields in the same order, which equal maps need not have. */
    boolean isSame(KeptFields other) {
        return Arrays.equals(namesAndValues, other.namesAndValues);
    }

    @Override
    public int size() {
        return namesAndValues.length / 2;
    }

    @Override
    public boolean isEmpty() {
        return namesAndValues.length == 0;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public boolean containsValue(@Nullable Object value) {
        return view().containsValue(value);
    }

    @Override
    public Set<String> keySet() {
        return view().keySet();
    }

    @Override
    public Collection<String> values() {
        return view().values();
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return view().entrySet();
    }

    private Map<String, String> view() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public @Nullable String put(String name, String value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable String remove(@Nullable Object name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(Map<? extends String, ? extends String> fields) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeptFields that
                ? isSame(that) || (hashCode() == that.hashCode() && view().equals(that.view()))
                : other instanceof Map && view().equals(other);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            hash += namesAndValues[i].hashCode() ^ namesAndValues[i + 1].hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return view().toString();
    }
}
