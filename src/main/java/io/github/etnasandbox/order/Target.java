package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * The operation that the latest request on an order asked for.
 *
 * <p>Source: definitions of the API reference, {@code Target}.
 */
public enum Target implements Word {
    /** Spelt {@code Ignore}. */
    IGNORE("Ignore"),
    /** Spelt {@code New}. */
    NEW("New"),
    /** Spelt {@code Modify}. */
    MODIFY("Modify"),
    /** Spelt {@code Cancel}. */
    CANCEL("Cancel"),
    /** Spelt {@code Execution}. */
    EXECUTION("Execution"),
    /** Spelt {@code Status}. */
    STATUS("Status"),
    /** Spelt {@code CancelReject}. */
    CANCEL_REJECT("CancelReject"),
    /** Spelt {@code Reject}. */
    REJECT("Reject"),
    /** Spelt {@code Error}. */
    ERROR("Error"),
    /** Spelt {@code All}. */
    ALL("All");

    private final String word;

    Target(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
