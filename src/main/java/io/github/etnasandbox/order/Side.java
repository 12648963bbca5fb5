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
}
