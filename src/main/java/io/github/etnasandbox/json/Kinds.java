package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of values that fields hold. */
public final class Kinds {
    /** The largest number a fixture may hold: what is beyond is a slip, and doubles get coarse. */
    private static final long LARGEST_AMOUNT = 1_000_000_000_000L;

    private static final String DURATION_EXPECTED = "an ISO 8601 duration such as \"PT2S\"";

    public static final Kind<Boolean> FLAG = new NumberKind.Flag();
    public static final Kind<Duration> DURATION = new TextKind.Span(DURATION_EXPECTED, null)
            .inBodies(new TextKind.Span(DURATION_EXPECTED + " or \"PT24H\"", null));
    public static final Kind<Instant> DATE = new TextKind.Date(TextKind.Date.EXPECTED)
            .inBodies(new TextKind.Date("an instant such as \"2019-01-22T15:30:00Z\""));

    public static final Kind<String> TEXT = new TextKind.Plain("a text", 0, Character.MAX_VALUE);
    /** A text that many records share. */
    public static final Kind<String> REPEATED_TEXT = new TextKind.Plain("a text", 0, Character.MAX_VALUE) {
        @Override
        public @Nullable String read(Cursor cursor) throws IOException {
            String text = super.read(cursor);
            return text == null ? null : cursor.shared(text);
        }
    };

    public static final Kind<String> NON_EMPTY_TEXT =
            new TextKind.Plain("a text that is not empty", 1, Character.MAX_VALUE);
    /** What has to fit into a request header. */
    public static final Kind<String> HEADER_TEXT =
            new TextKind.Plain("a text of printable ASCII characters without spaces", 1, '~');

    public static final Kind<Integer> INT32 = integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    /** An assigned id. The largest int32 is left out so that there is always a next id. */
    public static final Kind<Integer> ID = integer(1, Integer.MAX_VALUE - 1);

    public static final Kind<Integer> ID_OR_0 = integer(0, Integer.MAX_VALUE - 1);
    public static final Kind<Integer> NEXT_ID = integer(1, Integer.MAX_VALUE);

    /** How many there are, or which of them. */
    public static final Kind<Integer> COUNT = integer(1, Integer.MAX_VALUE);

    /** What a file may say of a quantity. */
    public static final Kind<Double> QUANTITY = decimal(0, LARGEST_AMOUNT);
    /** A price may be negative: that of a spread is. */
    public static final Kind<Double> PRICE = decimal(-LARGEST_AMOUNT, LARGEST_AMOUNT);

    /** What something trades at. */
    public static final Kind<Double> POSITIVE_PRICE = above0(LARGEST_AMOUNT);

    /** Any number above 0 that a double can hold. */
    public static final Kind<Double> ABOVE_0 =
            new NumberKind.Decimal("a number above 0", Double.MIN_VALUE, Double.MAX_VALUE);
    /** Any number from 0 that a double can hold. */
    public static final Kind<Double> FROM_0 = new NumberKind.Decimal("a number from 0", 0, Double.MAX_VALUE);

    public static final Kind<String> KEPT_TEXT = new KeptKind("a text", KeptKind.TEXT);
    public static final Kind<String> KEPT_TEXT_OR_NUMBER =
            new KeptKind("a text or a number", KeptKind.TEXT | KeptKind.NUMBER);
    public static final Kind<String> KEPT_NUMBER = new KeptKind("a number", KeptKind.NUMBER);
    public static final Kind<String> KEPT_INTEGER =
            new KeptKind("a whole number", KeptKind.bit(JsonToken.VALUE_NUMBER_INT));
    public static final Kind<String> KEPT_FLAG = new KeptKind("true or false", KeptKind.FLAG);
    public static final Kind<String> KEPT_OBJECT = new KeptKind("an object", KeptKind.bit(JsonToken.START_OBJECT));
    public static final Kind<String> KEPT_DATE = new KeptKind(TextKind.Date.EXPECTED, KeptKind.TEXT) {
        @Override
        public @Nullable String read(Cursor cursor) throws IOException {
            return JsonDate.parse(cursor.text()) == null ? refuse(cursor) : super.read(cursor);
        }
    };
    public static final Kind<String> KEPT = new KeptKind("anything", KeptKind.ANYTHING);

    private Kinds() {}

    public static Kind<Integer> integer(int least, int most) {
        return new NumberKind.Int32(least, most);
    }

    public static Kind<Long> int64() {
        return new NumberKind.Int64();
    }

    public static Kind<Double> decimal(long least, long most) {
        return new NumberKind.Decimal("a number from " + least + " to " + most, least, most);
    }

    /** A number of a range that begins right above 0. */
    public static Kind<Double> above0(long most) {
        return new NumberKind.Decimal("a number above 0 and up to " + most, Double.MIN_VALUE, most);
    }

    /** A span of time that is more than nothing, up to a limit. */
    public static Kind<Duration> durationUpTo(Duration most) {
        return new TextKind.Span(DURATION_EXPECTED + ", more than zero and at most \"" + most + "\"", most);
    }

    /** One of the given constants, in the spelling of {@link Word#of}. */
    @SafeVarargs
    public static <E extends Enum<E>> Kind<E> words(E... constants) {
        Map<String, E> bySpelling = new LinkedHashMap<>();
        for (E constant : constants) {
            bySpelling.put(Word.of(constant), constant);
        }
        return new TextKind.Choice<>(bySpelling);
    }

    /** One of the given words. */
    public static Kind<String> oneOf(List<String> words) {
        Map<String, String> bySpelling = new LinkedHashMap<>();
        for (String word : words) {
            bySpelling.put(word, word);
        }
        return new TextKind.Choice<>(bySpelling);
    }

    /**
     * A text that a parser takes and {@code toString} gives back.
     *
     * @param parser refuses a text with an IllegalArgumentException
     */
    public static <V> Kind<V> parsed(String expected, Function<String, V> parser) {
        return new TextKind<>(expected) {
            @Override
            @Nullable V parse(String text) {
                try {
                    return parser.apply(text);
                } catch (IllegalArgumentException refused) {
                    return null;
                }
            }
        };
    }

    /** An object whose fields have any name and hold texts. */
    public static Kind<Map<String, String>> texts() {
        return new ObjectKind.OfTexts();
    }

    /** An object that is only read. */
    public static <T> Kind<Found<T>> object(Shape<T> shape) {
        return new ObjectKind.Unmade<>(shape);
    }

    /** An array of objects that are only read, and go on knowing their places. */
    public static <T> Kind<List<Found<T>>> objects(Shape<T> shape) {
        return new ObjectsKind<>(shape);
    }

    /**
     * An object that a record is made of.
     *
     * @param maker is asked when nothing is wrong with the object; an IllegalArgumentException is a problem of it
     */
    public static <T> Kind<T> object(Shape<T> shape, Function<Found<T>, T> maker) {
        return new ObjectKind<>(shape, null, maker);
    }

    /**
     * An object that a record is made of.
     *
     * @param check notes what is wrong with the object as a whole, be its fields sound or not
     * @param maker is asked when nothing is wrong with the object; an IllegalArgumentException is a problem of it
     */
    public static <T> Kind<T> object(Shape<T> shape, Consumer<Found<T>> check, Function<Found<T>, T> maker) {
        return new ObjectKind<>(shape, check, maker);
    }

    /** An array of objects that a record is made of each. */
    public static <T> Kind<List<T>> list(Shape<T> shape, Function<Found<T>, T> maker) {
        return new ObjectKind.Listed<>(new ObjectKind<>(shape, null, maker));
    }
}
