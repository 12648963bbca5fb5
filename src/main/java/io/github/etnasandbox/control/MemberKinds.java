package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.json.NearMiss;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What members of control bodies hold. */
final class MemberKinds {
    /** Any text. */
    static final MemberKind<String> TEXT = texts("a text", text -> text);

    /** A quantity: a number that a double can hold. */
    static final MemberKind<Double> ABOVE_0 = numbers("a number above 0", value -> value > 0);

    /** A price: a number that a double can hold. */
    static final MemberKind<Double> FROM_0 = numbers("a number from 0", value -> value >= 0);

    /** True or false. */
    static final MemberKind<Boolean> FLAG = MemberKind.of("true or false", reader -> {
        boolean flag = reader.isAt(JsonToken.VALUE_TRUE) || reader.isAt(JsonToken.VALUE_FALSE);
        return flag ? reader.isAt(JsonToken.VALUE_TRUE) : null;
    });

    /** Any duration in the spelling of ISO 8601, negative ones included. */
    static final MemberKind<Duration> DURATION =
            texts("an ISO 8601 duration such as \"PT2S\" or \"PT24H\"", MemberKinds::duration);

    /** An instant with its offset. */
    static final MemberKind<Instant> INSTANT = texts("an instant such as \"2019-01-22T15:30:00Z\"", JsonDate::parse);

    private MemberKinds() {}

    /** A duration of more than nothing, up to a limit. */
    static MemberKind<Duration> durationUpTo(Duration most) {
        return texts("an ISO 8601 duration such as \"PT2S\", more than zero and at most \"" + most + "\"", text -> {
            Duration duration = duration(text);
            boolean right =
                    duration != null && !duration.isNegative() && !duration.isZero() && duration.compareTo(most) <= 0;
            return right ? duration : null;
        });
    }

    /** One of the given words, letter case included. */
    static MemberKind<String> oneOf(List<String> words) {
        Map<String, String> meanings = new LinkedHashMap<>();
        words.forEach(word -> meanings.put(word, word));
        return oneOf(meanings);
    }

    /** One of the given constants, in the spelling of {@link #word}. */
    static <E extends Enum<E>> MemberKind<E> oneOf(E[] constants) {
        Map<String, E> meanings = new LinkedHashMap<>();
        for (E constant : constants) {
            meanings.put(word(constant), constant);
        }
        return oneOf(meanings);
    }

    /** How control routes spell a constant: {@code before-apply}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A duration in the spelling of ISO 8601; null when the text is none. */
    static @Nullable Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException noDuration) {
            return null;
        }
    }

    /** A text that a parser takes; it refuses others with an IllegalArgumentException. */
    static <T> MemberKind<T> parsed(String expected, Function<String, T> parser) {
        return texts(expected, text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException refused) {
                return null;
            }
        });
    }

    /** An object with the given members. */
    static MemberKind<ControlBody> object(Member<?>... members) {
        return object(List.of(members));
    }

    static MemberKind<ControlBody> object(List<Member<?>> members) {
        return MemberKind.of("an object", reader -> reader.object(members));
    }

    private static MemberKind<Double> numbers(String expected, DoublePredicate allowed) {
        return MemberKind.of(expected, reader -> {
            boolean number = reader.isAt(JsonToken.VALUE_NUMBER_INT) || reader.isAt(JsonToken.VALUE_NUMBER_FLOAT);
            double value = number ? reader.number() : Double.NaN;
            return allowed.test(value) && !Double.isInfinite(value) ? value : null;
        });
    }

    private static <T> MemberKind<T> oneOf(Map<String, T> meanings) {
        return MemberKinds.<T>texts("one of " + String.join(", ", meanings.keySet()), meanings::get)
                .withHint(text -> NearMiss.of(text, meanings.keySet())
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse(""));
    }

    private static <T> MemberKind<T> texts(String expected, Function<String, @Nullable T> parser) {
        return MemberKind.of(expected, reader -> reader.isText() ? parser.apply(reader.text()) : null);
    }
}
