package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * The operation that the latest request on an order asked for.
 *
 * <p>Source: definitions of the API reference, {@code Target}.
 */
public enum Target implements Word {
    /** Spelt {@code Ignore}. */
    IGNORE,
    /** Spelt {@code New}. */
    NEW,
    /** Spelt {@code Modify}. */
    MODIFY,
    /** Spelt {@code Cancel}. */
    CANCEL,
    /** Spelt {@code Execution}. */
    EXECUTION,
    /** Spelt {@code Status}. */
    STATUS,
    /** Spelt {@code CancelReject}. */
    CANCEL_REJECT,
    /** Spelt {@code Reject}. */
    REJECT,
    /** Spelt {@code Error}. */
    ERROR,
    /** Spelt {@code All}. */
    ALL;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }
}
