package io.github.etnasandbox.json;

import java.util.Locale;

/** A constant that JSON spells as a word: what every enumeration of the API is. */
public interface Word {
    /** {@return the documented spelling, such as {@code PartiallyFilled}, letter case included} */
    String word();

    /** How JSON spells a constant: as it says itself, or else by its name, such as {@code before-apply}. */
    static String of(Enum<?> constant) {
        return constant instanceof Word word
                ? word.word()
                : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
