package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.venue.OrderProperty;
import io.github.etnasandbox.venue.OrderResult;
import io.github.etnasandbox.venue.Replacement;

/**
 * {@code PUT /v1.0/accounts/{accountId}/orders/{orderId}}: replace the terms of an outstanding order. The venue answers at
 * once, so {@code syncorders} is the same.
 *
 * <p>Source: guide page Replace Order; AutoShares' OpenAPI document, for 409.
 */
final class ReplaceOrder {
    private ReplaceOrder() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        User caller = admission.access().user();
        Replacement replacement = replacement(admission, caller, path);
        Transition<OrderResult> replaced = replacement.applyTo(admission.state(), admission.now());
        return replaced.map(result -> answerTo(result, replacement, replaced.state(), admission));
    }

    /** The checks that follow those of the caller; a preview makes the same ones. */
    static Replacement replacement(Admission admission, User caller, PathParameters path) {
        AccountId accountId = path.accountId(admission);
        OrderId orderId = path.orderId(admission);
        OrderRequest body = OrderRequest.read(admission, OrderRequest.REPLACE);
        admission.tradedAccount(accountId);
        body.requireToReplace(admission);
        int id = body.parameters().get(OrderProperty.ID, orderId.value());
        if (id != orderId.value()) {
            throw OrderRequest.invalid(
                    OrderRequest.REPLACE + ".Id",
                    Criterion.BODY
                            .failed("Id is " + id + " in the body and " + orderId
                                    + " in the path; both are to be the same")
                            .withRemedy("send the order's id of the path as Id"));
        }
        return new Replacement(accountId, orderId, caller.id(), body.parameters());
    }

    private static ApiResponse answerTo(OrderResult result, Replacement replacement, State state, Admission admission) {
        if (result instanceof OrderResult.Done accepted) {
            Order order = accepted.order();
            Order before = admission.state().order(order.id()).orElse(order);
            OrderChecks.foundOutstanding(admission, order.id(), before);
            return Answer.ORDER_REPLACED.response("order", OrderJson.object(order, state, admission.dialect()));
        }
        if (result instanceof OrderResult.Refused refused) {
            Order order = refused.order();
            OrderChecks.found(admission, order.id(), order.accountId());
            return Answer.NOT_REPLACEABLE
                    .response()
                    .because(Criterion.STATUS
                            .failed(refused.reason())
                            .withRemedy("replace only what is outstanding, wholly open and no combination"));
        }
        return OrderChecks.unknown(admission, result, replacement.accountId());
    }
}
