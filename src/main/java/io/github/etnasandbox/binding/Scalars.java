package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.JsonDate;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers, dates and texts: Json.NET makes each of a text, too. */
final class Scalars extends Kind {
    static final Kind TEXT = new Scalars("a text", true, text -> text);
    static final Kind INT32 = new Scalars("a whole number of 32 bits", false, Scalars::int32);
    static final Kind DECIMAL = new Scalars("a number", false, Scalars::decimal);
    static final Kind DATE = new Scalars("a date such as \"2019-01-21T15:30:00Z\"", false, Scalars::date);

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9][0-9,]*\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private final boolean takesFlags;
    private final Function<String, @Nullable Object> conversion;

    private Scalars(String expected, boolean takesFlags, Function<String, @Nullable Object> conversion) {
        super(expected);
        this.takesFlags = takesFlags;
        this.conversion = conversion;
    }

    @Override
    @Nullable Object read(Body body) throws IOException {
        JsonToken token = body.token();
        return token.isScalarValue() && (takesFlags || !token.isBoolean()) ? conversion.apply(body.text()) : null;
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
}
