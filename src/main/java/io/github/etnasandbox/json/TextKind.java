package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSON has as a text. */
abstract class TextKind<V> extends Kind<V> {
    TextKind(String expected) {
        super(expected);
    }

    /** The value that a text stands for, null for none. */
    abstract @Nullable V parse(String text);

    String spell(V value) {
        return value.toString();
    }

    @Override
    public @Nullable V read(Cursor cursor) throws IOException {
        V value = cursor.isAt(JsonToken.VALUE_STRING) ? parse(cursor.text()) : null;
        return value == null ? refuse(cursor) : value;
    }

    @Override
    public void write(V value, JsonObjectWriter json) {
        json.text(spell(value));
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

        @Override
        public Comparator<String> ascending() {
            return Comparator.naturalOrder();
        }
    }

    /** An instant. */
    static final class Date extends TextKind<Instant> {
        static final String EXPECTED = "an instant such as \"2019-01-21T15:30:00Z\" with at most 7 fraction digits";

        private static final int TICKS_A_SECOND = 10_000_000;
        private static final int NANOS_A_TICK = 100;

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

        @Override
        String spell(Instant value) {
            return JsonDate.spell(value);
        }

        /** As finely as dates are written; those of the years 1 to 9999 fit into a long. */
        @Override
        public Comparator<Instant> ascending() {
            return Comparator.comparingLong(
                    date -> date.getEpochSecond() * TICKS_A_SECOND + date.getNano() / NANOS_A_TICK);
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
    static class Choice<V> extends TextKind<V> {
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
        protected String hint(Cursor cursor) throws IOException {
            return cursor.isAt(JsonToken.VALUE_STRING) ? NearMiss.hint(cursor.text(), bySpelling.keySet(), "\"") : "";
        }
    }

    /** A constant by its word. */
    static final class Constant<E extends Enum<E>> extends Choice<E> {
        Constant(Map<String, E> bySpelling) {
            super(bySpelling);
        }

        @Override
        String spell(E value) {
            return Word.of(value);
        }

        @Override
        public Comparator<E> ascending() {
            return Comparator.naturalOrder();
        }
    }
}
