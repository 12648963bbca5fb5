package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.venue.OrderResult;
import java.util.function.BiFunction;

/**
 * {@code DELETE /v1.0/accounts/{accountId}/orders/{orderId}}: cancel an outstanding order. {@code orders} answers when the
 * cancel is accepted, {@code syncorders} when the venue has answered.
 *
 * <p>{@code DELETE …/orders/mutual-funds/{orderId}} does the same.
 *
 * <p>Source: guide page Cancel Order; its later editions document {@code syncorders}, and Cancel a Mutual Fund Order.
 */
final class CancelOrder {
    private CancelOrder() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        return cancel(admission, path, (canceled, order) -> Answer.CANCELED.response());
    }

    /** Cancels the same, whatever the order is of; only the answer is another: assumed. */
    static Transition<ApiResponse> answerMutualFund(Admission admission, PathParameters path) {
        Answer accepted = Difference.MUTUAL_FUND_CANCELED.in(admission.dialect());
        return cancel(admission, path, (canceled, order) -> accepted.response());
    }

    static Transition<ApiResponse> answerOnceVenueSpoke(Admission admission, PathParameters path) {
        return cancel(
                admission,
                path,
                (canceled, order) -> Venue.spoken(canceled, order, OrderStatus.PENDING_CANCEL, CancelOrder::spoken));
    }

    private static ApiResponse spoken(Venue.Spoken spoken) {
        OrderStatus status = spoken.record().progress().status();
        return status == OrderStatus.CANCELED
                ? Answer.CANCELED.response()
                : Answer.CANCEL_REJECTED
                        .response()
                        .because(Criterion.VENUE.failed("the venue refused to cancel order "
                                + spoken.order().id() + ", which is " + status.word()));
    }

    /**
     * Makes all checks, then cancels.
     *
     * @param accepted makes the answer to an accepted cancel, of the state after it and the order in that state
     */
    private static Transition<ApiResponse> cancel(
            Admission admission, PathParameters path, BiFunction<State, Order, ApiResponse> accepted) {
        User caller = admission.access().user();
        if (!Difference.ACCOUNT_HOLDERS_CANCEL.in(admission.dialect())) {
            admission.requireAdministrator(caller);
        }
        AccountId accountId = path.accountId(admission);
        OrderId orderId = path.orderId(admission);
        admission.tradedAccount(accountId);
        Transition<OrderResult> canceled =
                new Cancellation(accountId, orderId, caller.id()).applyTo(admission.state(), admission.now());
        OrderResult result = canceled.result();
        if (!(result instanceof OrderResult.Done done)) {
            return new Transition<>(canceled.state(), refusal(result, orderId, accountId, admission));
        }
        Order before = admission.state().order(done.order().id()).orElse(done.order());
        OrderChecks.foundOutstanding(admission, orderId, before);
        return new Transition<>(canceled.state(), accepted.apply(canceled.state(), done.order()));
    }

    private static ApiResponse refusal(OrderResult result, OrderId asked, AccountId accountId, Admission admission) {
        if (result instanceof OrderResult.Refused refused) {
            OrderChecks.found(admission, asked, accountId);
            return Answer.NOT_OUTSTANDING.response().because(Criterion.STATUS.failed(refused.reason()));
        }
        return OrderChecks.unknown(admission, result, accountId);
    }
}
