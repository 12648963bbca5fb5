package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.world.Dialect;
import java.util.Optional;

/**
 * {@code GET /v1.0/accounts/{accountId}/orders/{orderId}}: one order as it is now.
 *
 * <p>Source: guide page Get Order's Info.
 */
final class GetOrder {
    private GetOrder() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        Dialect dialect = admission.dialect();
        User caller = admission.reader();
        AccountId accountId = path.accountId(dialect);
        OrderId orderId = path.orderId(dialect);
        Account account = admission.account(accountId);
        admission.requireViewing(caller, account);

        Optional<Order> order = admission.state().order(orderId);
        if (order.isEmpty()) {
            throw unknown("there is no order " + orderId, dialect);
        }
        if (!order.get().accountId().equals(account.id())) {
            String where = "order " + orderId + " is on account " + order.get().accountId();
            throw unknown(where + ", not on " + account.id(), dialect);
        }
        return new Transition<>(
                admission.state(), Answer.ORDER.response("order", OrderJson.object(order.get(), admission)));
    }

    private static Refused unknown(String reason, Dialect dialect) {
        return (dialect.unknownOrder() == 404 ? Answer.UNKNOWN_ORDER_NOT_FOUND : Answer.UNKNOWN_ORDER_UNREAD)
                .because(reason);
    }
}
