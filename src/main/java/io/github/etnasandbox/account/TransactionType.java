package io.github.etnasandbox.account;

import io.github.etnasandbox.json.Word;

/**
 * What a transaction is of.
 *
 * <p>Source: AutoShares' OpenAPI document; the guide page Get Transactions shows three of them.
 */
public enum TransactionType implements Word {
    /** Spelt {@code Undefined}. */
    UNDEFINED,
    /** Spelt {@code Commission}. */
    COMMISSION,
    /** Spelt {@code OrderExecution}. */
    ORDER_EXECUTION,
    /** Spelt {@code OptionExpiration}. */
    OPTION_EXPIRATION,
    /** Spelt {@code Payment}. */
    PAYMENT,
    /** Spelt {@code ManualManipulation}. */
    MANUAL_MANIPULATION,
    /** Spelt {@code Clearing}. */
    CLEARING,
    /** Spelt {@code Rpl}. */
    RPL;

    private final String word = Word.camelCase(name());

    @Override
    public String word() {
        return word;
    }
}
