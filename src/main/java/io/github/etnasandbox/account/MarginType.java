package io.github.etnasandbox.account;

import io.github.etnasandbox.json.Word;

/**
 * How an account may borrow.
 *
 * <p>Source: guide page on a user's accounts.
 */
public enum MarginType implements Word {
    /** Spelt {@code Empty}. */
    EMPTY,
    /** Spelt {@code Cash}. */
    CASH,
    /** Spelt {@code Margin}. */
    MARGIN,
    /** Spelt {@code DayTrader}. */
    DAY_TRADER,
    /** Spelt {@code MarginIra}. */
    MARGIN_IRA;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }
}
