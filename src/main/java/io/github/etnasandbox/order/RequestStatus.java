package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * How far the order management system is with the latest request on an order.
 *
 * <p>Source: definitions of the API reference, {@code RequestStatus}.
 */
public enum RequestStatus implements Word {
    /** Spelt {@code RequireValidation}. */
    REQUIRE_VALIDATION("RequireValidation"),
    /** Spelt {@code Validated}. */
    VALIDATED("Validated"),
    /** Spelt {@code Rejected}. */
    REJECTED("Rejected"),
    /** Spelt {@code Executing}. */
    EXECUTING("Executing"),
    /** Spelt {@code Complete}. */
    COMPLETE("Complete"),
    /** Spelt {@code Error}. */
    ERROR("Error");

    private final String word;

    RequestStatus(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
