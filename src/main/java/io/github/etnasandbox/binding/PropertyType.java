package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.venue.OrderProperty.AmountType;
import io.github.etnasandbox.venue.OrderProperty.ExecInst;
import io.github.etnasandbox.venue.OrderProperty.ExecInsts;
import io.github.etnasandbox.venue.OrderProperty.ExtendedHours;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The type of a property, with the forms in which Json.NET takes its values. Immutable. */
abstract class PropertyType {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9][0-9,]*\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private static final Map<String, TimeInForce> ABBREVIATIONS = Map.of(
            "GTC", TimeInForce.GOOD_TILL_CANCEL,
            "IOC", TimeInForce.IMMEDIATE_OR_CANCEL,
            "FOK", TimeInForce.FILL_OR_KILL,
            "GTD", TimeInForce.GOOD_TILL_DATE);

    private static final Map<Class<?>, PropertyType> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, scalar("a text", true, text -> text, "string", null)),
            Map.entry(
                    Integer.class, scalar("a whole number of 32 bits", false, PropertyType::int32, "integer", "int32")),
            Map.entry(Double.class, scalar("a number", false, PropertyType::decimal, "number", "double")),
            Map.entry(
                    Instant.class,
                    scalar(
                            "a date such as \"2019-01-21T15:30:00Z\"",
                            false,
                            PropertyType::date,
                            "string",
                            "date-time")),
            Map.entry(OrderType.class, new Words(OrderType.values(), spaced(OrderType.values()))),
            Map.entry(Side.class, new Words(Side.values(), Map.of())),
            Map.entry(TimeInForce.class, new Words(TimeInForce.values(), ABBREVIATIONS)),
            Map.entry(AmountType.class, new Words(AmountType.values(), Map.of("Percentage", AmountType.PERSENTAGE))),
            Map.entry(ExtendedHours.class, new Sessions()),
            Map.entry(ExecInsts.class, new SetOfWords(new Words(ExecInst.values(), Map.of()))),
            Map.entry(Map.class, ObjectType.texts()),
            Map.entry(List.class, ObjectType.legs()));

    private final String expected;

    /** @param expected what is allowed, such as {@code a number} */
    PropertyType(String expected) {
        this.expected = expected;
    }

    /** The type of properties that have values of this class. */
    static PropertyType of(Class<?> values) {
        PropertyType type = BY_CLASS.get(values);
        if (type == null) {
            throw new IllegalStateException("no body can hold " + values);
        }
        return type;
    }

    /** Reads the value that the body stands at, to its last token; null when it is not allowed, the body where it was. */
    abstract @Nullable Object read(Body body) throws IOException;

    /** Describes the values, in their documented form, as JSON Schema. */
    abstract Map<String, Object> schema(Schemas schemas);

    final String expected() {
        return expected;
    }

    /** Whether the value that the body stands at means the same as no value. */
    boolean isNone(Body body) throws IOException {
        return false;
    }

    /** Says what is wrong with a value that is not allowed. */
    String complaint(Body body) throws IOException {
        return "must be " + expected + ", found " + body.found();
    }

    /** Numbers, dates and texts: Json.NET makes each of a text, too. */
    private static PropertyType scalar(
            String expected,
            boolean takesFlags,
            Function<String, @Nullable Object> conversion,
            String type,
            @Nullable String format) {
        return new PropertyType(expected) {
            @Override
            @Nullable Object read(Body body) throws IOException {
                boolean taken = body.token().isScalarValue()
                        && (takesFlags || !body.token().isBoolean());
                return taken ? conversion.apply(body.text()) : null;
            }

            @Override
            Map<String, Object> schema(Schemas schemas) {
                return Schemas.of("type", type, "format", format);
            }
        };
    }

    /** {@code Stop Limit} beside {@code StopLimit}: the form in the guide's tables. */
    private static Map<String, OrderType> spaced(OrderType... types) {
        return Arrays.stream(types)
                .filter(type -> type.word().matches(".+[A-Z].*"))
                .collect(Collectors.toMap(type -> type.word().replaceAll("(?<=.)(?=[A-Z])", " "), Function.identity()));
    }

    private static @Nullable Object int32(String text) {
        String number = text.trim();
        if (!WHOLE.matcher(number).matches()) {
            return null;
        }
        try {
            return Integer.valueOf(number);
        } catch (NumberFormatException outOfRange) {
            return null;
        }
    }

    /** Commas between digits are for people and mean nothing. A number too large for a double is none. */
    private static @Nullable Object decimal(String text) {
        String number = text.trim();
        if (!NUMBER.matcher(number).matches()) {
            return null;
        }
        double value = Double.parseDouble(number.replace(",", ""));
        return Double.isInfinite(value) ? null : value;
    }

    /** A date without a zone is in UTC, one without a time is its midnight. */
    private static @Nullable Object date(String text) {
        Instant date = JsonDate.parse(text);
        if (date == null) {
            date = JsonDate.parse(text + "Z");
        }
        return date == null ? JsonDate.parse(text + "T00:00:00Z") : date;
    }

    /**
     * One of the words of an enumeration, in any letter case. Json.NET takes the number of a constant, too; no number is
     * documented, so here they are refused.
     */
    private static class Words extends PropertyType {
        private final List<String> spellings = new ArrayList<>();
        private final Map<String, Word> bySpelling = new HashMap<>();
        private final Word[] documented;

        /** @param others further spellings that are accepted, with what they mean */
        Words(Word[] words, Map<String, ? extends Word> others) {
            super("one of " + Arrays.stream(words).map(Word::word).collect(Collectors.joining(", ")));
            documented = words.clone();
            for (Word word : words) {
                add(word.word(), word);
            }
            others.forEach(this::add);
        }

        private void add(String spelling, Word word) {
            spellings.add(spelling);
            bySpelling.put(spelling.toLowerCase(Locale.ROOT), word);
        }

        @Override
        @Nullable Object read(Body body) throws IOException {
            return body.token() == JsonToken.VALUE_STRING ? word(body.text()) : null;
        }

        @Override
        Map<String, Object> schema(Schemas schemas) {
            return schemas.words(
                    documented[0].getClass(),
                    Arrays.stream(documented).map(Word::word).toList());
        }

        /** Looks up a word, white space around it aside; null when it is none. */
        @Nullable Word word(String text) {
            return bySpelling.get(text.trim().toLowerCase(Locale.ROOT));
        }

        @Override
        String complaint(Body body) throws IOException {
            String complaint = super.complaint(body);
            if (body.token() != JsonToken.VALUE_STRING) {
                return complaint + (body.token().isNumeric() ? "; numbers of words are not documented" : "");
            }
            return complaint + NearMiss.hint(body.text(), spellings, "\"");
        }
    }

    /** Trading sessions; an empty text is none. */
    private static final class Sessions extends Words {
        Sessions() {
            super(ExtendedHours.values(), Map.of());
        }

        @Override
        boolean isNone(Body body) throws IOException {
            return body.token() == JsonToken.VALUE_STRING && body.text().isEmpty();
        }
    }

    /**
     * Words parted by commas, or a number. Unlike other words execution instructions have a documented number: orders
     * without any show 0.
     */
    private static final class SetOfWords extends PropertyType {
        private final Words words;

        SetOfWords(Words words) {
            super("a whole number, or words parted by commas");
            this.words = words;
        }

        @Override
        @Nullable Object read(Body body) throws IOException {
            if (body.token() != JsonToken.VALUE_STRING) {
                return body.token() == JsonToken.VALUE_NUMBER_INT ? new ExecInsts(body.text()) : null;
            }
            List<String> spelt = new ArrayList<>();
            for (String text : body.text().split(",", -1)) {
                Word word = words.word(text);
                if (word == null) {
                    return null;
                }
                spelt.add(word.word());
            }
            return new ExecInsts(JsonText.quote(String.join(", ", spelt)));
        }

        @Override
        Map<String, Object> schema(Schemas schemas) {
            return Schemas.of(
                    "type", "string", "description", "one of the words of OrderExecInst, or several parted by commas");
        }

        @Override
        String complaint(Body body) throws IOException {
            return body.token() == JsonToken.VALUE_STRING ? words.complaint(body) : super.complaint(body);
        }
    }
}
