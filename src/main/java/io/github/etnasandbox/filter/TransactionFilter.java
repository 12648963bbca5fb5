package io.github.etnasandbox.filter;

import io.github.etnasandbox.account.Transaction;
import java.util.List;

/**
 * What transactions can be filtered by: all their members but the fee, {@code Value < 0 and Type in ('Commission')}.
 *
 * <p>Source: guide page Get Transactions.
 */
public final class TransactionFilter {
    public static final FilterLanguage<Transaction> LANGUAGE = new FilterLanguage<>(List.of(
            FilterField.int32("Id", Transaction::id),
            FilterField.int32("SecurityId", Transaction::securityId),
            FilterField.int32("OrderStateId", Transaction::orderStateId),
            FilterField.int32(
                    "AccountId", transaction -> transaction.accountId().value()),
            FilterField.date("Date", Transaction::date),
            FilterField.number("Value", transaction -> transaction.value().doubleValue()),
            FilterField.number("Quantity", transaction -> transaction.quantity().doubleValue()),
            FilterField.number(
                    "LeavesQuantity",
                    transaction -> transaction.leavesQuantity().doubleValue()),
            FilterField.text("Type", transaction -> transaction.type().word()),
            FilterField.flag("IsDayTrade", Transaction::dayTrade),
            FilterField.text("Description", Transaction::description)));

    private TransactionFilter() {}
}
