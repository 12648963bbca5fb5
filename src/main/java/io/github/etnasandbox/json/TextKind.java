package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSON has as a text. */
abstract class TextKind<V> extends Kind<V> {
    TextKind(String expected) {
        super(expected);
    }

    /** The value that a text stands for, null for none. */
    abstract @Nullable V parse(String text);

    @Override
    public @Nullable V read(Cursor cursor) throws IOException {
        V value = cursor.isAt(JsonToken.VALUE_STRING) ? parse(cursor.text()) : null;
        return value == null ? refuse(cursor) : value;
    }

    /** A text of some length, of characters of a range. */
    static class Plain extends TextKind<String> {
        private final int leastLength;
        private final char highest;

        /** @param highest the highest character; when it is one of ASCII no space and no control character is allowed */
        Plain(String expected, int leastLength, char highest) {
            super(expected);
            this.leastLength = leastLength;
            this.highest = highest;
        }

        @Override
        @Nullable String parse(String text) {
            for (int i = 0; highest < 0x7F && i < text.length(); i++) {
                if (text.charAt(i) <= ' ' || text.charAt(i) > highest) {
                    return null;
                }
            }
            return text.length() < leastLength ? null : text;
        }
    }

    /** An instant. */
    static final class Date extends TextKind<Instant> {
        static final String EXPECTED = "an instant such as \"2019-01-21T15:30:00Z\" with at most 7 fraction digits";

        Date(String expected) {
            super(expected);
        }

        @Override
        @Nullable Instant parse(String text) {
            return JsonDate.parse(text);
        }

        @Override
        public @Nullable Instant read(Cursor cursor) throws IOException {
            Instant date = super.read(cursor);
            return date == null ? null : cursor.shared(date);
        }
    }

    /** A span of time; with a limit it is more than nothing. */
    static final class Span extends TextKind<Duration> {
        private final @Nullable Duration most;

        Span(String expected, @Nullable Duration most) {
            super(expected);
            this.most = most;
        }

        @Override
        @Nullable Duration parse(String text) {
            try {
                Duration span = Duration.parse(text);
                return most == null || (!span.isNegative() && !span.isZero() && span.compareTo(most) <= 0)
                        ? span
                        : null;
            } catch (DateTimeParseException noDuration) {
                return null;
            }
        }
    }

    /** One of some words. */
    static final class Choice<V> extends TextKind<V> {
        private final Map<String, V> bySpelling;

        /** @param bySpelling the words in their order */
        Choice(Map<String, V> bySpelling) {
            super("one of " + String.join(", ", bySpelling.keySet()));
            this.bySpelling = bySpelling;
        }

        @Override
        @Nullable V parse(String text) {
            return bySpelling.get(text);
        }

        @Override
        String hint(Cursor cursor) throws IOException {
            return cursor.isAt(JsonToken.VALUE_STRING) ? NearMiss.hint(cursor.text(), bySpelling.keySet(), "\"") : "";
        }
    }
}
