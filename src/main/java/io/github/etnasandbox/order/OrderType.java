package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * How an order is priced, or how a conditional group is tied together.
 *
 * <p>Source: definitions of the API reference, {@code Type}; the last two appear in later editions.
 */
public enum OrderType implements Word {
    /** Spelt {@code Market}. */
    MARKET("Market"),
    /** Spelt {@code Limit}. */
    LIMIT("Limit"),
    /** Spelt {@code Stop}. */
    STOP("Stop"),
    /** Spelt {@code StopLimit}. */
    STOP_LIMIT("StopLimit"),
    /** Spelt {@code Pegged}. */
    PEGGED("Pegged"),
    /** Spelt {@code TrailingStop}. */
    TRAILING_STOP("TrailingStop"),
    /** Spelt {@code TrailingStopLimit}. */
    TRAILING_STOP_LIMIT("TrailingStopLimit"),
    /** Spelt {@code OneCancelOther}. */
    ONE_CANCEL_OTHER("OneCancelOther"),
    /** Spelt {@code OneTriggerOther}. */
    ONE_TRIGGER_OTHER("OneTriggerOther"),
    /** Spelt {@code OneTriggerOneCancelOther}. */
    ONE_TRIGGER_ONE_CANCEL_OTHER("OneTriggerOneCancelOther"),
    /** Spelt {@code External}. */
    EXTERNAL("External"),
    /** Spelt {@code MutualFundsExchange}. */
    MUTUAL_FUNDS_EXCHANGE("MutualFundsExchange"),
    /** Spelt {@code StagingBlotter}. */
    STAGING_BLOTTER("StagingBlotter");

    private final String word;

    OrderType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /**
     * Tells whether an order of this type only ties its legs together, and is never executed itself.
     *
     * @return true for the three conditional types
     */
    public boolean isConditional() {
        return this == ONE_CANCEL_OTHER || this == ONE_TRIGGER_OTHER || this == ONE_TRIGGER_ONE_CANCEL_OTHER;
    }
}
