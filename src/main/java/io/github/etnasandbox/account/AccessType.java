package io.github.etnasandbox.account;

import io.github.etnasandbox.json.Word;

/**
 * What a user may do on an account.
 *
 * <p>Source: guide page on a user's accounts; {@link #OWNER} appears in later editions.
 */
public enum AccessType implements Word {
    /** Spelt {@code Full}. */
    FULL,
    /** Spelt {@code ReadOnly}. */
    READ_ONLY,
    /** Spelt {@code ClosePositionsOnly}. */
    CLOSE_POSITIONS_ONLY,
    /** Spelt {@code Owner}. */
    OWNER;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }
}
