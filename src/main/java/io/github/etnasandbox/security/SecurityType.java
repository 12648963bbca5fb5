package io.github.etnasandbox.security;

import io.github.etnasandbox.json.Word;

/**
 * What kind of thing a security is.
 *
 * <p>Source: none; the words are assumed.
 */
public enum SecurityType implements Word {
    /** Spelt {@code Stock}; traded by the share. */
    STOCK(1),
    /** Spelt {@code Option}; traded by the contract, which is one on 100 shares. */
    OPTION(100);

    private final String word = Word.camelCase(name());
    private final int multiplier;

    SecurityType(int multiplier) {
        this.multiplier = multiplier;
    }

    @Override
    public String word() {
        return word;
    }

    /** Returns how many times its price one of it costs: shares a contract, 1 for what is no contract. */
    public int multiplier() {
        return multiplier;
    }
}
