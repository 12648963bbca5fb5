package io.github.etnasandbox.security;

import io.github.etnasandbox.json.Word;

/**
 * By what custom an option expires. Filters name it by its code.
 *
 * <p>Source: later guide page Get an Option Chain.
 */
public enum ExpirationType implements Word {
    /** Spelt {@code Regular}, code 0. */
    REGULAR(0),
    /** Spelt {@code Quarterly}, code 1. */
    QUARTERLY(1),
    /** Spelt {@code Weekly}, code 2. */
    WEEKLY(2),
    /** Spelt {@code Flex}, code 3. */
    FLEX(3),
    /** Spelt {@code Undefined}, code 4. */
    UNDEFINED(4),
    /** Spelt {@code Mini}, code 5. */
    MINI(5),
    /** Spelt {@code NonStandard}, code 6. */
    NON_STANDARD(6);

    private final String word = Word.camelCase(name());
    private final int code;

    ExpirationType(int code) {
        this.code = code;
    }

    @Override
    public String word() {
        return word;
    }

    /** Returns the number that filters have for it. */
    public int code() {
        return code;
    }
}
