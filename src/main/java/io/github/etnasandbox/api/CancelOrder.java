package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.RequestResult;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.world.Dialect;
import java.util.function.Function;

/**
 * {@code DELETE /v1.0/accounts/{accountId}/orders/{orderId}}: cancel an outstanding order. {@code orders} answers once the
 * cancel is accepted, {@code syncorders} once the venue has spoken.
 *
 * <p>Source: guide page Cancel Order; its later editions, of {@code syncorders}.
 */
final class CancelOrder {
    private CancelOrder() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        return cancel(admission, path, canceled -> order -> Answer.CANCELED.response());
    }

    static Transition<ApiResponse> answerOnceVenueSpoke(Admission admission, PathParameters path) {
        return cancel(
                admission,
                path,
                canceled -> order -> Venue.spoken(canceled, order, OrderStatus.PENDING_CANCEL, CancelOrder::spoken));
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

    /** Cancels, once all checks are passed; what is answered to a cancel that was accepted is the caller's. */
    private static Transition<ApiResponse> cancel(
            Admission admission, PathParameters path, Function<State, Function<Order, ApiResponse>> accepted) {
        User caller = admission.access().user();
        if (!admission.dialect().accountHoldersCancel()) {
            admission.requireAdministrator(caller);
        }
        AccountId accountId = path.accountId(admission);
        OrderId orderId = path.orderId(admission);
        Account account = admission.account(accountId);
        admission.requireTrading(caller, account);

        Transition<RequestResult> canceled =
                new Cancellation(account.id(), orderId, caller.id()).applyTo(admission.state(), admission.now());
        return canceled.map(result ->
                result.match(new Answers(admission, account.id(), orderId, accepted.apply(canceled.state()))));
    }

    /** The answer to each thing that can become of a cancel. */
    private record Answers(
            Admission admission, AccountId accountId, OrderId asked, Function<Order, ApiResponse> ofAccepted)
            implements RequestResult.Cases<ApiResponse> {
        @Override
        public ApiResponse accepted(Order order) {
            Order before = admission.state().order(order.id()).orElse(order);
            OrderChecks.foundOutstanding(admission.checks(), asked, before);
            return ofAccepted.apply(order);
        }

        @Override
        public ApiResponse refused(Order order) {
            OrderChecks.found(admission.checks(), asked, accountId);
            return Answer.NOT_OUTSTANDING
                    .response()
                    .because(Criterion.STATUS.failed("order " + order.id() + " is "
                            + order.status().word() + "; only outstanding orders can be cancelled"));
        }

        @Override
        public ApiResponse onAnotherAccount(Order order) {
            return CancelOrder.unknown(OrderChecks.onAnotherAccount(order, accountId), admission.dialect());
        }

        @Override
        public ApiResponse unknown(OrderId id) {
            return CancelOrder.unknown(OrderChecks.unknown(id), admission.dialect());
        }
    }

    /** The answer where the account has no such order. */
    static ApiResponse unknown(Check failed, Dialect dialect) {
        Answer answer = dialect.unknownOrder() == 404 ? Answer.UNKNOWN_ORDER_NOT_FOUND : Answer.UNKNOWN_ORDER;
        return answer.response().because(failed);
    }
}
