package io.github.etnasandbox.account;

import io.github.etnasandbox.json.Word;

/**
 * What a user may do on an account.
 *
 * <p>Source: guide page on a user's accounts; {@link #OWNER} appears in later editions.
 */
public enum AccessType implements Word {
    /** Spelt {@code Full}. */
    FULL("Full"),
    /** Spelt {@code ReadOnly}. */
    READ_ONLY("ReadOnly"),
    /** Spelt {@code ClosePositionsOnly}. */
    CLOSE_POSITIONS_ONLY("ClosePositionsOnly"),
    /** Spelt {@code Owner}. */
    OWNER("Owner");

    private final String word;

    AccessType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
