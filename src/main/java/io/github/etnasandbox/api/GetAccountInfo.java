package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.util.Map;

/**
 * {@code GET /v1.0/accounts/{accountId}/info}: the figures of an account's balance.
 *
 * <p>The count of pending orders and the buying powers follow orders; cash, market values, open profit and loss and what the
 * account is worth follow fills. All other figures are the fixture's, 0 where it has none, and stand still.
 *
 * <p>Source: guide page Get Account's Balance Info.
 */
final class GetAccountInfo {
    private GetAccountInfo() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        Account account = admission.viewedAccount(path.accountId(admission));
        int pendingOrders = pendingOrders(admission.state(), account);
        return admission.answer(Answer.ACCOUNT_INFO.response("balance", json(account.balance(), pendingOrders)));
    }

    private static int pendingOrders(State state, Account account) {
        int[] pending = {0};
        state.orders().ofAccount(account.id()).forEachValue(order -> {
            if (order.status().isOutstanding()) {
                pending[0]++;
            }
        });
        return pending[0];
    }

    static String json(Map<String, String> balance, int pendingOrders) {
        return JsonObjectWriter.spell(json -> {
            for (BalanceFigure figure : BalanceFigure.values()) {
                boolean counted = figure == BalanceFigure.PENDING_ORDERS_COUNT;
                json.raw(
                        figure.word(),
                        counted ? Integer.toString(pendingOrders) : balance.getOrDefault(figure.word(), "0"));
            }
        });
    }
}
