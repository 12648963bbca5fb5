package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * The direction of an order.
 *
 * <p>Source: definitions of the API reference, {@code Side}.
 */
public enum Side implements Word {
    /** Spelt {@code Buy}. */
    BUY,
    /** Spelt {@code Sell}. */
    SELL,
    /** Spelt {@code SellShort}. */
    SELL_SHORT,
    /** Spelt {@code BuyToCover}. */
    BUY_TO_COVER;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }

    /** {@return whether somebody who sells has to be found on the other side} */
    public boolean isBuy() {
        return this == BUY || this == BUY_TO_COVER;
    }

    /**
     * {@return whether an execution makes a position larger and takes buying power: that of {@link #BUY} and
     * {@link #SELL_SHORT}; the others give it back}
     */
    public boolean opens() {
        return this == BUY || this == SELL_SHORT;
    }
}
