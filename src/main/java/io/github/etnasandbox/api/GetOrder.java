package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.Transition;

/**
 * {@code GET /v1.0/accounts/{accountId}/orders/{orderId}}: one order as it is now.
 *
 * <p>Source: guide page Get Order's Info.
 */
final class GetOrder {
    private GetOrder() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        AccountId accountId = path.accountId(admission);
        OrderId orderId = path.orderId(admission);
        admission.viewedAccount(accountId);
        Order order = OrderChecks.find(admission, orderId, accountId);
        return admission.answer(
                Answer.ORDER.response("order", OrderJson.object(order, admission.state(), admission.dialect())));
    }
}
