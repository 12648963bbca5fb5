package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * What an execution report says, in FIX's sense: {@link #CANCEL} is a busted execution, not a canceled order.
 *
 * <p>Source: definitions of the API reference, {@code TransType}.
 */
public enum TransType implements Word {
    /** Spelt {@code New}. */
    NEW("New"),
    /** Spelt {@code Cancel}. */
    CANCEL("Cancel"),
    /** Spelt {@code Correct}. */
    CORRECT("Correct"),
    /** Spelt {@code Status}. */
    STATUS("Status");

    private final String word;

    TransType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
