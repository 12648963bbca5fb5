package io.github.etnasandbox.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The named schemas of one document, by name. A schema is what JSON Schema 2020-12 says of a value, as a map. Not
 * thread-safe.
 */
public final class Schemas {
    private final Map<String, Object> named = new TreeMap<>();

    /** Makes a schema, or another object of a document: name, value, name, value … A value that is null is left out. */
    public static Map<String, Object> of(@Nullable Object... namesAndValues) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            if (value != null) {
                members.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return members;
    }

    /** Makes the schema of an object. */
    public static Map<String, Object> object(Map<String, Object> properties, List<String> required, boolean open) {
        return of(
                "type",
                "object",
                "properties",
                properties.isEmpty() ? null : properties,
                "required",
                required.isEmpty() ? null : required,
                "additionalProperties",
                open ? null : false);
    }

    /** Refers to a named schema, which is made when nobody has named it yet; it may refer to itself. */
    public Map<String, Object> named(String name, Supplier<Map<String, Object>> schema) {
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, schema.get());
        }
        return of("$ref", "#/components/schemas/" + name);
    }

    /** The schema of a text that is one of some words, by the name of their type where they have one. */
    public Map<String, Object> words(@Nullable Class<?> type, Collection<String> words) {
        Map<String, Object> schema = of("type", "string", "enum", List.copyOf(words));
        return type == null ? schema : named(name(type), () -> schema);
    }

    /** The name of a class; one inside another begins with what the other is about, unless it says itself what it shows. */
    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String own = type.getSimpleName();
        if (outer == null || own.startsWith("Shown")) {
            return own.replaceFirst("^Shown", "");
        }
        return name(outer).replaceFirst("(Shape|Property|Command|Endpoints|Answers)$", "") + own;
    }

    /** All that were named so far, in the order of their names. */
    public Map<String, Object> all() {
        return named;
    }
}
