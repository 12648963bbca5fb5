package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * What else the venue is told about an order.
 *
 * <p>Source: definitions of the API reference, {@code ExecInst}; the last three appear in later editions.
 */
public enum ExecInst implements Word {
    /** Spelt {@code DoNotIncrease}. */
    DO_NOT_INCREASE("DoNotIncrease"),
    /** Spelt {@code DoNotReduce}. */
    DO_NOT_REDUCE("DoNotReduce"),
    /** Spelt {@code AllOrNone}. */
    ALL_OR_NONE("AllOrNone"),
    /** Spelt {@code None}. */
    NONE("None"),
    /** Spelt {@code CashAmountOrder}. */
    CASH_AMOUNT_ORDER("CashAmountOrder"),
    /** Spelt {@code FullLiquidation}. */
    FULL_LIQUIDATION("FullLiquidation");

    private final String word;

    ExecInst(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
