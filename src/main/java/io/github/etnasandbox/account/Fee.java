package io.github.etnasandbox.account;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A fee that a transaction shows. Immutable.
 *
 * <p>Source: guide page Get Transactions.
 *
 * @param id int32 id of the fee
 * @param commissionId the name of the commission it is; absent when it is none
 * @param value how much, in the account's currency
 * @param seizure when it is taken, such as {@code Execution}
 * @param leverage a factor, 1 in the documentation's samples
 * @param valueType what {@code value} is, such as {@code Absolute}
 */
public record Fee(
        int id,
        @Nullable String commissionId,
        BigDecimal value,
        String seizure,
        BigDecimal leverage,
        String valueType) {}
