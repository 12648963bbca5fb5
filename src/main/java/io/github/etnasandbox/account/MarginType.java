package io.github.etnasandbox.account;

import io.github.etnasandbox.json.Word;

/**
 * How an account may borrow.
 *
 * <p>Source: guide page on a user's accounts.
 */
public enum MarginType implements Word {
    /** Spelt {@code Empty}. */
    EMPTY("Empty"),
    /** Spelt {@code Cash}. */
    CASH("Cash"),
    /** Spelt {@code Margin}. */
    MARGIN("Margin"),
    /** Spelt {@code DayTrader}. */
    DAY_TRADER("DayTrader"),
    /** Spelt {@code MarginIra}. */
    MARGIN_IRA("MarginIra");

    private final String word;

    MarginType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
