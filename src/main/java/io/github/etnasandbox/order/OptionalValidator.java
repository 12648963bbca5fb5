package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * A validator that a venue applies only where its settings name it, since samples of the documentation would not pass.
 *
 * <p>Source: knowledge base, Faulty Orders and Exploring Various Validators.
 */
public enum OptionalValidator implements Word {
    /** An all-or-none order has a quantity of 2 or more. Spelt {@code AonOrderQuantity}. */
    AON_ORDER_QUANTITY,
    /** Outside of the regular session only limit orders are taken. Spelt {@code ExtendedHoursOnlyLimitOrders}. */
    EXTENDED_HOURS_ONLY_LIMIT_ORDERS,
    /** A market order is not good till canceled. Spelt {@code MarketOrderIsGtc}. */
    MARKET_ORDER_IS_GTC;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }
}
