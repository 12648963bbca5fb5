package io.github.etnasandbox.json;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads an int32 as .NET does: an optional sign, digits, leading zeros allowed. */
public final class Int32 {
    /** Only ASCII digits: Integer.parseInt alone would take the digits of every script. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+");

    private Int32() {}

    /** Empty when the text is none. */
    public static OptionalInt parse(String text) {
        try {
            return DECIMAL.matcher(text).matches() ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
        } catch (NumberFormatException outOfRange) {
            return OptionalInt.empty();
        }
    }
}
