package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * How far the order management system is with the latest request on an order.
 *
 * <p>Source: definitions of the API reference, {@code RequestStatus}.
 */
public enum RequestStatus implements Word {
    /** Spelt {@code RequireValidation}. */
    REQUIRE_VALIDATION,
    /** Spelt {@code Validated}. */
    VALIDATED,
    /** Spelt {@code Rejected}. */
    REJECTED,
    /** Spelt {@code Executing}. */
    EXECUTING,
    /** Spelt {@code Complete}. */
    COMPLETE,
    /** Spelt {@code Error}. */
    ERROR;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }
}
