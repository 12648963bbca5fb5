package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The kinds of values that fields hold. */
public final class Kinds {
    /** The largest quantity or price: what is beyond is a slip, and doubles get coarse. */
    public static final long LARGEST_AMOUNT = 1_000_000_000_000L;

    private static final String DATE_EXPECTED =
            "an instant such as \"2019-01-21T15:30:00Z\" with at most 7 fraction digits";
    private static final String DURATION_EXPECTED = "an ISO 8601 duration such as \"PT2S\"";

    public static final Kind<Boolean> FLAG = new Kind<>("true or false") {
        @Override
        public @Nullable Boolean read(Cursor cursor) throws IOException {
            boolean yes = cursor.isAt(JsonToken.VALUE_TRUE);
            return yes != cursor.isAt(JsonToken.VALUE_FALSE) ? Boolean.valueOf(yes) : refuse(cursor);
        }
    };
    public static final Kind<Duration> DURATION = parsed(DURATION_EXPECTED, Kinds::duration)
            .inBodies(parsed(DURATION_EXPECTED + " or \"PT24H\"", Kinds::duration));
    public static final Kind<Instant> DATE = shared(DATE_EXPECTED, JsonDate::parse)
            .inBodies(shared("an instant such as \"2019-01-22T15:30:00Z\"", JsonDate::parse));

    public static final Kind<String> TEXT = parsed("a text", text -> text);
    /** A text that many records share. */
    public static final Kind<String> REPEATED_TEXT = shared("a text", text -> text);

    public static final Kind<String> NON_EMPTY_TEXT =
            parsed("a text that is not empty", text -> text.isEmpty() ? null : text);
    /** What has to fit into a request header. */
    public static final Kind<String> HEADER_TEXT =
            parsed("a text of printable ASCII characters without spaces", Kinds::headerText);

    public static final Kind<Integer> INT32 = integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
    public static final Kind<Long> INT64 = new Kind<>("a whole number of 64 bits") {
        @Override
        public @Nullable Long read(Cursor cursor) throws IOException {
            return cursor.isAt(JsonToken.VALUE_NUMBER_INT) && cursor.parser().getNumberType() != NumberType.BIG_INTEGER
                    ? Long.valueOf(cursor.parser().getLongValue())
                    : refuse(cursor);
        }
    };
    /** An assigned id. The largest int32 is left out so that there is always a next id. */
    public static final Kind<Integer> ID = integer(1, Integer.MAX_VALUE - 1);

    public static final Kind<Integer> ID_OR_0 = integer(0, Integer.MAX_VALUE - 1);
    public static final Kind<Integer> NEXT_ID = integer(1, Integer.MAX_VALUE);

    /** How many there are, or which of them. */
    public static final Kind<Integer> COUNT = integer(1, Integer.MAX_VALUE);

    public static final Kind<Double> QUANTITY = amount(0);
    /** A price may be negative: that of a spread is. */
    public static final Kind<Double> PRICE = amount(-LARGEST_AMOUNT);

    public static final Kind<Double> ABOVE_0 = above0(LARGEST_AMOUNT);

    public static final Kind<String> KEPT_TEXT = new KeptKind("a text", KeptKind.TEXT);
    public static final Kind<String> KEPT_TEXT_OR_NUMBER =
            new KeptKind("a text or a number", KeptKind.TEXT | KeptKind.NUMBER);
    public static final Kind<String> KEPT_NUMBER = new KeptKind("a number", KeptKind.NUMBER);
    public static final Kind<String> KEPT_INTEGER =
            new KeptKind("a whole number", KeptKind.bit(JsonToken.VALUE_NUMBER_INT));
    public static final Kind<String> KEPT_FLAG = new KeptKind("true or false", KeptKind.FLAG);
    public static final Kind<String> KEPT_OBJECT = new KeptKind("an object", KeptKind.bit(JsonToken.START_OBJECT));
    public static final Kind<String> KEPT_DATE = new KeptKind(DATE_EXPECTED, KeptKind.TEXT) {
        @Override
        public @Nullable String read(Cursor cursor) throws IOException {
            return JsonDate.parse(cursor.text()) == null ? refuse(cursor) : super.read(cursor);
        }
    };
    public static final Kind<String> KEPT = new KeptKind("anything", KeptKind.ANYTHING);

    private Kinds() {}

    public static Kind<Integer> integer(int least, int most) {
        return new Kind<>("a whole number from " + least + " to " + most) {
            @Override
            public @Nullable Integer read(Cursor cursor) throws IOException {
                if (!cursor.isAt(JsonToken.VALUE_NUMBER_INT) || cursor.parser().getNumberType() != NumberType.INT) {
                    return refuse(cursor);
                }
                int value = cursor.parser().getIntValue();
                return value < least || value > most ? refuse(cursor) : Integer.valueOf(value);
            }
        };
    }

    private static Kind<Double> number(String expected, double least, double most) {
        return new Kind<>(expected) {
            @Override
            public @Nullable Double read(Cursor cursor) throws IOException {
                if (!cursor.isAt(JsonToken.VALUE_NUMBER_INT) && !cursor.isAt(JsonToken.VALUE_NUMBER_FLOAT)) {
                    return refuse(cursor);
                }
                double value = cursor.parser().getDoubleValue();
                return value < least || value > most ? refuse(cursor) : Double.valueOf(value);
            }
        };
    }

    private static Kind<Double> amount(long least) {
        return number("a number from " + least + " to " + LARGEST_AMOUNT, (double) least, LARGEST_AMOUNT);
    }

    /** A number of a range that begins right above 0. */
    public static Kind<Double> above0(long most) {
        return number("a number above 0 and up to " + most, Double.MIN_VALUE, (double) most);
    }

    /** A span of time that is more than nothing, up to a limit. */
    public static Kind<Duration> durationUpTo(Duration most) {
        return parsed(DURATION_EXPECTED + ", more than zero and at most \"" + most + "\"", text -> {
            Duration span = duration(text);
            return span == null || span.isNegative() || span.isZero() || span.compareTo(most) > 0 ? null : span;
        });
    }

    private static @Nullable Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException noDuration) {
            return null;
        }
    }

    private static @Nullable String headerText(String text) {
        boolean fits = !text.isEmpty();
        for (int i = 0; i < text.length(); i++) {
            fits &= text.charAt(i) > ' ' && text.charAt(i) <= '~';
        }
        return fits ? text : null;
    }

    /** One of the given texts, or of the given constants in the spelling of {@link Word#of}. */
    @SafeVarargs
    public static <V> Kind<V> words(V... values) {
        Map<String, V> bySpelling = new LinkedHashMap<>();
        for (V value : values) {
            bySpelling.put(value instanceof Enum<?> constant ? Word.of(constant) : value.toString(), value);
        }
        String expected = "one of " + String.join(", ", bySpelling.keySet());
        return text(expected, bySpelling::get, bySpelling.keySet(), false);
    }

    /** A text that {@code toString} gives back, and a parser takes or refuses with null or an IllegalArgumentException. */
    public static <V> Kind<V> parsed(String expected, Function<String, @Nullable V> parser) {
        return text(expected, parser, List.of(), false);
    }

    /** A text whose value many records share. */
    private static <V> Kind<V> shared(String expected, Function<String, @Nullable V> parser) {
        return text(expected, parser, List.of(), true);
    }

    /** @param words the texts that are allowed, when they can be listed */
    private static <V> Kind<V> text(
            String expected, Function<String, @Nullable V> parser, Collection<String> words, boolean shared) {
        return new Kind<>(expected) {
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
        };
    }

    /** An object that is only read, and goes on knowing its places. */
    public static <T> Kind<Found<T>> object(Shape<T> shape) {
        return new Kind<>("an object") {
            @Override
            public @Nullable Found<T> read(Cursor cursor) throws IOException {
                return cursor.isAt(JsonToken.START_OBJECT) ? shape.read(cursor).withPointer() : refuse(cursor);
            }
        };
    }

    /** An object that a record is made of, when nothing is wrong; an IllegalArgumentException of the maker is a problem. */
    public static <T> Kind<T> object(Shape<T> shape, Function<Found<T>, T> maker) {
        return object(shape, anyIsRight -> {}, maker);
    }

    /** The same, with a check that notes what is wrong with the object as a whole, be its fields sound or not. */
    public static <T> Kind<T> object(Shape<T> shape, Consumer<Found<T>> check, Function<Found<T>, T> maker) {
        return new Kind<>("an object") {
            @Override
            public @Nullable T read(Cursor cursor) throws IOException {
                if (!cursor.isAt(JsonToken.START_OBJECT)) {
                    return refuse(cursor);
                }
                Found<T> found = shape.read(cursor);
                check.accept(found);
                if (!found.isSound()) {
                    return null;
                }
                try {
                    return maker.apply(found);
                } catch (IllegalArgumentException contradiction) {
                    found.contradiction(String.valueOf(contradiction.getMessage()));
                    return null;
                }
            }

            @Override
            public void write(T value, JsonObjectWriter json) {
                shape.write(value, json.begin());
                json.end();
            }
        };
    }

    /** An array of objects, of which those that are not allowed are left out. */
    public static <V> Kind<List<V>> list(Kind<V> object) {
        return list("an array of objects", object);
    }

    /** The same with so many at most; all that are beyond are one problem. */
    public static <V> Kind<List<V>> list(Kind<V> object, int most) {
        return list("an array of objects", object, most);
    }

    /** An array of values, of which those that are not allowed are left out. */
    public static <V> Kind<List<V>> list(String expected, Kind<V> element) {
        return list(expected, element, Integer.MAX_VALUE);
    }

    private static <V> Kind<List<V>> list(String expected, Kind<V> element, int most) {
        return new Kind<>(expected) {
            @Override
            public @Nullable List<V> read(Cursor cursor) throws IOException {
                if (!cursor.isAt(JsonToken.START_ARRAY)) {
                    return refuse(cursor);
                }
                List<V> values = new ArrayList<>();
                for (int index = 0; cursor.next() != JsonToken.END_ARRAY; index++) {
                    V value = index < most ? element.read(cursor) : tooMany(cursor, index);
                    if (value != null) {
                        values.add(value);
                    }
                }
                return values;
            }

            private @Nullable V tooMany(Cursor cursor, int index) throws IOException {
                if (index == most) {
                    cursor.problem("is one more than the " + most + " that may be here");
                }
                cursor.skipValue();
                return null;
            }

            @Override
            public void write(List<V> values, JsonObjectWriter json) {
                json.beginArray();
                for (V value : values) {
                    element.write(value, json);
                }
                json.endArray();
            }
        };
    }
}
