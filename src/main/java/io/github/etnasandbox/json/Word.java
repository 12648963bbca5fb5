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

    /** How the API spells a constant of this name, such as {@code PartiallyFilled}. */
    static String camelCase(String name) {
        StringBuilder word = new StringBuilder(name.length());
        for (String part : name.split("_", -1)) {
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        }
        return word.toString();
    }
}
