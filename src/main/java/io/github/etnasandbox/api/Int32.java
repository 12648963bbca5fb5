package io.github.etnasandbox.api;

import java.util.OptionalInt;

/** Reads an int32 as .NET does: an optional sign, digits, leading zeros allowed. */
final class Int32 {
    private Int32() {}

    static OptionalInt parse(String text) {
        if (isDecimal(text)) {
            try {
                return OptionalInt.of(Integer.parseInt(text));
            } catch (NumberFormatException outOfRange) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** Only ASCII digits: Integer.parseInt alone would take the digits of every script. */
    private static boolean isDecimal(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from;
    }
}
