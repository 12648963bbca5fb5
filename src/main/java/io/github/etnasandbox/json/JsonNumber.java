package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;

/**
 * How the API writes a double: whole numbers without {@code .0}, all others as the shortest decimal that reads back as
 * the same double, never with an exponent.
 */
public final class JsonNumber {
    /** Up to here every whole double is exact and prints as a long. */
    private static final double LARGEST_EXACT = 9_007_199_254_740_992.0;

    private JsonNumber() {}

    /** Spells a number, negative zero as {@code 0}; an IllegalArgumentException when it is infinite or none. */
    public static String spell(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= LARGEST_EXACT) {
            return Long.toString((long) value);
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("JSON has no number for " + value);
        }
        // Not Double.toString: before JDK 19 it is not always the shortest.
        String shortest = NumberOutput.toString(value, true);
        return shortest.indexOf('E') < 0 ? shortest : spell(new BigDecimal(shortest));
    }

    /** Spells a decimal exactly, without an exponent or zeros at its end. */
    public static String spell(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
