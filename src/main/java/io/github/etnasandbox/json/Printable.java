package io.github.etnasandbox.json;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Texts that repeat what a client sent, for headers and terminals: what could begin another line, move a cursor or turn
 * what stands around it is written as its number.
 */
public final class Printable {
    private Printable() {}

    /** The text in one line of printable ASCII. */
    public static String ascii(String text) {
        return with(text, Printable::isAscii);
    }

    /** The text in one line, for people: letters of any language stay as they are. */
    public static String line(String text) {
        return with(text, Printable::isShown);
    }

    private static boolean isAscii(int character) {
        return character >= ' ' && character <= '~';
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static String with(String text, IntPredicate isShown) {
        int plain = 0;
        while (plain < text.length() && isAscii(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text; // as nearly every text
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (isShown.test(character)) {
                shown.appendCodePoint(character);
            } else {
                for (char half : Character.toChars(character)) {
                    shown.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
                }
            }
        });
        return shown.toString();
    }

    /** Writes a text as HTML has it, between tags or in a quoted attribute. */
    public static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
