package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.Transaction;
import io.github.etnasandbox.filter.TransactionFilter;
import io.github.etnasandbox.resource.TransactionKey;
import io.github.etnasandbox.state.Transition;
import java.util.List;

/**
 * {@code GET /v1.0/accounts/{accountId}/transactions}: a page of what was booked on an account, filtered and sorted.
 *
 * <p>Source: guide page Get Transactions.
 */
final class ListTransactions {
    private static final ListQuery.Kind<Transaction> KIND = new ListQuery.Kind<>(
            "transactions",
            TransactionFilter.LANGUAGE,
            TransactionKey.SHAPE.fields().stream()
                    .filter(field -> field != TransactionKey.FEE)
                    .toList(),
            QueryParameter.SORT_BY,
            QueryParameter.IS_DESC,
            true);

    private ListTransactions() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        AccountId accountId = path.accountId(admission);
        ListQuery<Transaction> asked = ListQuery.of(KIND, admission);
        admission.viewedAccount(accountId);
        ListQuery.Page<Transaction> page = asked.of(admission.state().ledger().transactions(accountId));
        return admission.answer(
                asked.answer(Answer.TRANSACTIONS, "transactions", json(page.records()), page, admission));
    }

    static String json(List<Transaction> transactions) {
        return TransactionKey.SHAPE.array(transactions);
    }
}
