package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * How the distance of a trailing order is measured.
 *
 * <p>Source: definitions of the API reference, {@code TrailingStopAmountType} and {@code TrailingLimitAmountType}.
 */
public enum TrailingAmountType implements Word {
    /** Spelt {@code Absolute}. */
    ABSOLUTE("Absolute"),
    /** Spelt {@code Persentage}, as the API has it. */
    PERSENTAGE("Persentage");

    private final String word;

    TrailingAmountType(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
