package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * What an execution report says, in FIX's sense: {@link #CANCEL} is a busted execution, not a canceled order.
 *
 * <p>Source: definitions of the API reference, {@code TransType}.
 */
public enum TransType implements Word {
    /** Spelt {@code New}. */
    NEW,
    /** Spelt {@code Cancel}. */
    CANCEL,
    /** Spelt {@code Correct}. */
    CORRECT,
    /** Spelt {@code Status}. */
    STATUS;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }
}
