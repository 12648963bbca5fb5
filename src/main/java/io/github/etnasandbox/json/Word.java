package io.github.etnasandbox.json;

/**
 * A constant that JSON spells as a word: what every enumeration of the API is.
 */
public interface Word {
    /**
     * Returns the documented spelling.
     *
     * @return a non-empty word such as {@code PartiallyFilled}, letter case included
     */
    String word();
}
