package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * How long an order stays in force.
 *
 * <p>Source: definitions of the API reference, {@code TimeInForce}; the last three appear in later editions.
 */
public enum TimeInForce implements Word {
    /** Spelt {@code Day}. */
    DAY,
    /** Spelt {@code GoodTillCancel}. */
    GOOD_TILL_CANCEL,
    /** Spelt {@code AtTheOpening}. */
    AT_THE_OPENING,
    /** Spelt {@code ImmediateOrCancel}. */
    IMMEDIATE_OR_CANCEL,
    /** Spelt {@code FillOrKill}. */
    FILL_OR_KILL,
    /** Spelt {@code GoodTillCrossing}. */
    GOOD_TILL_CROSSING,
    /** Spelt {@code GoodTillDate}. */
    GOOD_TILL_DATE,
    /** Spelt {@code GoodTillTime}. */
    GOOD_TILL_TIME,
    /** Spelt {@code AtTheClose}. */
    AT_THE_CLOSE,
    /** Spelt {@code GoodTillCancelPlus}. */
    GOOD_TILL_CANCEL_PLUS,
    /** Spelt {@code GoodTillDatePlus}. */
    GOOD_TILL_DATE_PLUS;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }
}
