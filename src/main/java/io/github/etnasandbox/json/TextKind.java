package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A text that stands for a value. */
final class TextKind<V> extends Kind<V> {
    private final Function<String, @Nullable V> parser;
    private final Collection<String> words;
    private final boolean shared;
    private final @Nullable Class<?> type;
    private final @Nullable String format;

    /**
     * @param parser gives null, or throws an IllegalArgumentException, for what is not allowed
     * @param words the texts that are allowed, when they can be listed
     * @param shared whether many records share a value
     * @param type the enumeration that the words are of, null for none
     * @param format the format that JSON Schema has for such texts, null for none
     */
    TextKind(
            String expected,
            Function<String, @Nullable V> parser,
            Collection<String> words,
            boolean shared,
            @Nullable Class<?> type,
            @Nullable String format) {
        super(expected);
        this.parser = parser;
        this.words = words;
        this.shared = shared;
        this.type = type;
        this.format = format;
    }

    @Override
    public @Nullable V read(Cursor cursor) throws IOException {
        V value = cursor.isAt(JsonToken.VALUE_STRING) ? parse(cursor.text()) : null;
        return value == null ? refuse(cursor) : shared ? cursor.shared(value) : value;
    }

    private @Nullable V parse(String text) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException refused) {
            return null;
        }
    }

    @Override
    String hint(Cursor cursor) throws IOException {
        return cursor.isAt(JsonToken.VALUE_STRING) ? NearMiss.hint(cursor.text(), words, "\"") : "";
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        // Generators of clients write a description into a comment, which this would end.
        String description = expected().contains("*/") || expected().equals("a text") ? null : expected();
        return words.isEmpty()
                ? Schemas.of("type", "string", "format", format, "description", description)
                : schemas.words(type, words);
    }
}
