package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
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

        @Override
        public Map<String, Object> schema(Schemas schemas) {
            return Schemas.of("type", "boolean");
        }
    };
    public static final Kind<Duration> DURATION = duration(DURATION_EXPECTED, Kinds::duration)
            .inBodies(duration(DURATION_EXPECTED + " or \"PT24H\"", Kinds::duration));
    public static final Kind<Instant> DATE = date(DATE_EXPECTED, JsonDate::parse)
            .inBodies(date("an instant such as \"2019-01-22T15:30:00Z\"", JsonDate::parse))
            .inStores(date("an instant", JsonDate::parseExactly));

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

        @Override
        public Map<String, Object> schema(Schemas schemas) {
            return Schemas.of("type", "integer", "format", "int64");
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

    private static final Kind<BigDecimal> DECIMAL = new DecimalKind(60, 12);

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

        @Override
        public Map<String, Object> schema(Schemas schemas) {
            return Schemas.of("type", "string", "format", "date-time");
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

            @Override
            public Map<String, Object> schema(Schemas schemas) {
                return Schemas.of(
                        "type",
                        "integer",
                        "format",
                        "int32",
                        "minimum",
                        least == Integer.MIN_VALUE ? null : least,
                        "maximum",
                        most == Integer.MAX_VALUE ? null : most);
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

            @Override
            public Map<String, Object> schema(Schemas schemas) {
                return Schemas.of(
                        "type",
                        "number",
                        "format",
                        "double",
                        least == Double.MIN_VALUE ? "exclusiveMinimum" : "minimum",
                        least == Double.MIN_VALUE ? 0 : least,
                        "maximum",
                        most);
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
        return duration(DURATION_EXPECTED + ", more than zero and at most \"" + most + "\"", text -> {
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
        List<V> all = new ArrayList<>();
        for (V value : values) {
            all.add(value);
        }
        return wordsOr(Map.of(), all);
    }

    /** The same, but other spellings are read as well, which are not told as allowed. */
    public static <V> Kind<V> wordsOr(Map<String, V> older, List<V> values) {
        Map<String, V> bySpelling = new LinkedHashMap<>();
        Class<?> words = values.get(0) instanceof Enum<?> constant ? constant.getDeclaringClass() : null;
        for (V value : values) {
            bySpelling.put(value instanceof Enum<?> constant ? Word.of(constant) : value.toString(), value);
        }
        String expected = "one of " + String.join(", ", bySpelling.keySet());
        Function<String, @Nullable V> parser = text -> older.getOrDefault(text, bySpelling.get(text));
        return new TextKind<>(expected, parser, bySpelling.keySet(), false, words, null);
    }

    /** A text that {@code toString} gives back, and a parser takes or refuses with null or an IllegalArgumentException. */
    public static <V> Kind<V> parsed(String expected, Function<String, @Nullable V> parser) {
        return new TextKind<>(expected, parser, List.of(), false, null, null);
    }

    private static Kind<Duration> duration(String expected, Function<String, @Nullable Duration> parser) {
        return new TextKind<>(expected, parser, List.of(), false, null, "duration");
    }

    private static Kind<Instant> date(String expected, Function<String, @Nullable Instant> parser) {
        return new TextKind<>(expected, parser, List.of(), true, null, "date-time");
    }

    /** A text whose value many records share. */
    private static <V> Kind<V> shared(String expected, Function<String, @Nullable V> parser) {
        return new TextKind<>(expected, parser, List.of(), true, null, null);
    }

    /** An object that is only read, and goes on knowing its places. */
    public static <T> Kind<Found<T>> object(Shape<T> shape) {
        return new Kind<>("an object") {
            @Override
            public @Nullable Found<T> read(Cursor cursor) throws IOException {
                return cursor.isAt(JsonToken.START_OBJECT) ? shape.read(cursor).withPointer() : refuse(cursor);
            }

            @Override
            public Map<String, Object> schema(Schemas schemas) {
                return shape.schema(schemas);
            }
        };
    }

    /** An object that a record is made of, when nothing is wrong; an IllegalArgumentException of the maker is a problem. */
    public static <T> Kind<T> object(Shape<T> shape, Function<Found<T>, T> maker) {
        return object(shape, anyIsRight -> {}, maker);
    }

    /** The same, with a check that notes what is wrong with the object as a whole, be its fields sound or not. */
    public static <T> Kind<T> object(Shape<T> shape, Consumer<Found<T>> check, Function<Found<T>, T> maker) {
        return new ObjectKind<>(shape, check, maker);
    }

    /** An object that is only written. */
    public static <T> Kind<T> written(Shape<T> shape) {
        return object(shape, found -> {
            throw new IllegalArgumentException("is only written, and never read");
        });
    }

    /** An object with any names, and values of one kind. */
    public static <V> Kind<Map<String, V>> map(String expected, Kind<V> values) {
        return new MapKind<>(expected, values);
    }

    /** An exact number. */
    public static Kind<BigDecimal> decimal() {
        return DECIMAL;
    }

    /** An array of objects, of which those that are not allowed are left out. */
    public static <V> Kind<List<V>> list(Kind<V> object) {
        return list("an array of objects", object);
    }

    /** The same with so many at most; all that are beyond are one problem. */
    public static <V> Kind<List<V>> list(Kind<V> object, int most) {
        return new ListKind<>("an array of objects", object, most);
    }

    /** An array of values, of which those that are not allowed are left out. */
    public static <V> Kind<List<V>> list(String expected, Kind<V> element) {
        return new ListKind<>(expected, element, Integer.MAX_VALUE);
    }
}
