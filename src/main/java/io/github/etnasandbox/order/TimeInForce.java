package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * How long an order stays in force.
 *
 * <p>Source: definitions of the API reference, {@code TimeInForce}; the last three appear in later editions.
 */
public enum TimeInForce implements Word {
    /** Spelt {@code Day}. */
    DAY("Day"),
    /** Spelt {@code GoodTillCancel}. */
    GOOD_TILL_CANCEL("GoodTillCancel"),
    /** Spelt {@code AtTheOpening}. */
    AT_THE_OPENING("AtTheOpening"),
    /** Spelt {@code ImmediateOrCancel}. */
    IMMEDIATE_OR_CANCEL("ImmediateOrCancel"),
    /** Spelt {@code FillOrKill}. */
    FILL_OR_KILL("FillOrKill"),
    /** Spelt {@code GoodTillCrossing}. */
    GOOD_TILL_CROSSING("GoodTillCrossing"),
    /** Spelt {@code GoodTillDate}. */
    GOOD_TILL_DATE("GoodTillDate"),
    /** Spelt {@code GoodTillTime}. */
    GOOD_TILL_TIME("GoodTillTime"),
    /** Spelt {@code AtTheClose}. */
    AT_THE_CLOSE("AtTheClose"),
    /** Spelt {@code GoodTillCancelPlus}. */
    GOOD_TILL_CANCEL_PLUS("GoodTillCancelPlus"),
    /** Spelt {@code GoodTillDatePlus}. */
    GOOD_TILL_DATE_PLUS("GoodTillDatePlus");

    private final String word;

    TimeInForce(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
