package io.github.etnasandbox.security;

import io.github.etnasandbox.json.Word;

/**
 * What the holder of an option may do with the underlying security.
 *
 * <p>Source: guide page on filtered options.
 */
public enum OptionType implements Word {
    /** Spelt {@code Call}: buy it. */
    CALL,
    /** Spelt {@code Put}: sell it. */
    PUT;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }
}
