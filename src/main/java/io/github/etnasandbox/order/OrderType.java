package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * How an order is priced, or how a conditional group is tied together.
 *
 * <p>Source: definitions of the API reference, {@code Type}; the last two appear in later editions.
 */
public enum OrderType implements Word {
    /** Spelt {@code Market}. */
    MARKET,
    /** Spelt {@code Limit}. */
    LIMIT,
    /** Spelt {@code Stop}. */
    STOP,
    /** Spelt {@code StopLimit}. */
    STOP_LIMIT,
    /** Spelt {@code Pegged}. */
    PEGGED,
    /** Spelt {@code TrailingStop}. */
    TRAILING_STOP,
    /** Spelt {@code TrailingStopLimit}. */
    TRAILING_STOP_LIMIT,
    /** Spelt {@code OneCancelOther}. */
    ONE_CANCEL_OTHER,
    /** Spelt {@code OneTriggerOther}. */
    ONE_TRIGGER_OTHER,
    /** Spelt {@code OneTriggerOneCancelOther}. */
    ONE_TRIGGER_ONE_CANCEL_OTHER,
    /** Spelt {@code External}. */
    EXTERNAL,
    /** Spelt {@code MutualFundsExchange}. */
    MUTUAL_FUNDS_EXCHANGE,
    /** Spelt {@code StagingBlotter}. */
    STAGING_BLOTTER;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }

    /** {@return whether an order of this type only ties its legs together, and is never executed itself} */
    public boolean isConditional() {
        return this == ONE_CANCEL_OTHER || this == ONE_TRIGGER_OTHER || this == ONE_TRIGGER_ONE_CANCEL_OTHER;
    }
}
