package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * The direction of an order.
 *
 * <p>Source: definitions of the API reference, {@code Side}.
 */
public enum Side implements Word {
    /** Spelt {@code Buy}. */
    BUY("Buy"),
    /** Spelt {@code Sell}. */
    SELL("Sell"),
    /** Spelt {@code SellShort}. */
    SELL_SHORT("SellShort"),
    /** Spelt {@code BuyToCover}. */
    BUY_TO_COVER("BuyToCover");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /**
     * Tells who has to be found on the other side.
     *
     * @return true when somebody who sells
     */
    public boolean isBuy() {
        return this == BUY || this == BUY_TO_COVER;
    }

    /**
     * Tells whether an execution makes a position larger.
     *
     * @return true for {@link #BUY} and {@link #SELL_SHORT}, which take buying power; the others give it back
     */
    public boolean opens() {
        return this == BUY || this == SELL_SHORT;
    }
}
