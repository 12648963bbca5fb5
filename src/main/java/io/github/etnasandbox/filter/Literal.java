package io.github.etnasandbox.filter;

import io.github.etnasandbox.json.JsonDate;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How values of one type are written in a filter.
 *
 * @param expected what is allowed, for a person
 * @param reader reads a lexeme; null when it is no such value
 */
record Literal<V>(String expected, Reader<V> reader) {
    /** Reads a lexeme. */
    @FunctionalInterface
    interface Reader<V> {
        @Nullable V read(Lexeme lexeme);
    }

    static final Literal<Integer> INT32 = new Literal<>("a number", Literal::int32);
    static final Literal<Double> NUMBER =
            new Literal<>("a number", lexeme -> isNumber(lexeme) ? Double.valueOf(lexeme.text()) : null);
    static final Literal<Instant> DATE = new Literal<>("a date in UTC such as #2019-03-13T18:31:42#", Literal::date);

    /** Letter case does not matter in texts; documented filters also have a number in a text's place. */
    static final Literal<String> TEXT = new Literal<>(
            "a text such as 'AAPL'",
            lexeme -> lexeme.kind() == Lexeme.Kind.TEXT || isNumber(lexeme) ? folded(lexeme.text()) : null);

    static final Literal<Boolean> FLAG = new Literal<>("true or false", Literal::flag);

    /** How texts are compared. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    V of(Lexeme lexeme) {
        V value = reader.read(lexeme);
        if (value == null) {
            throw lexeme.insteadOf(expected);
        }
        return value;
    }

    private static boolean isNumber(Lexeme lexeme) {
        return lexeme.kind() == Lexeme.Kind.NUMBER;
    }

    private static @Nullable Integer int32(Lexeme lexeme) {
        try {
            return isNumber(lexeme) ? Integer.valueOf(lexeme.text()) : null;
        } catch (NumberFormatException outOfRange) {
            throw lexeme.insteadOf("an int32 (-2147483648 to 2147483647)");
        }
    }

    private static @Nullable Instant date(Lexeme lexeme) {
        String text = lexeme.text();
        return lexeme.kind() == Lexeme.Kind.DATE ? JsonDate.parse(text.endsWith("Z") ? text : text + "Z") : null;
    }

    private static @Nullable Boolean flag(Lexeme lexeme) {
        return lexeme.is("true") ? Boolean.TRUE : lexeme.is("false") ? Boolean.FALSE : null;
    }
}
