package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.CancelResult;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.world.Dialect;

/**
 * {@code DELETE /v1.0/accounts/{accountId}/orders/{orderId}}: cancel an outstanding order.
 *
 * <p>Source: guide page Cancel Order.
 */
final class CancelOrder {
    private CancelOrder() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        Dialect dialect = admission.dialect();
        User caller = admission.access().user();
        if (!dialect.accountHoldersCancel()) {
            admission.requireAdministrator(caller);
        }
        AccountId accountId = path.accountId(dialect);
        OrderId orderId = path.orderId(dialect);
        Account account = admission.account(accountId);
        admission.requireTrading(caller, account);

        return new Cancellation(account.id(), orderId, caller.id())
                .applyTo(admission.state(), admission.now())
                .map(result -> result.match(new Answers(account, dialect)));
    }

    /** The answer to each thing that can become of a cancel. */
    private record Answers(Account account, Dialect dialect) implements CancelResult.Cases<ApiResponse> {
        @Override
        public ApiResponse accepted(Order order) {
            return Answer.CANCELED.response();
        }

        @Override
        public ApiResponse notOutstanding(Order order) {
            return Answer.NOT_OUTSTANDING
                    .response()
                    .because("order " + order.id() + " is " + order.status().word()
                            + "; only outstanding orders can be cancelled");
        }

        @Override
        public ApiResponse onAnotherAccount(Order order) {
            return unknown("order " + order.id() + " is on account " + order.accountId() + ", not on " + account.id());
        }

        @Override
        public ApiResponse unknown(OrderId id) {
            return unknown("there is no order " + id);
        }

        private ApiResponse unknown(String reason) {
            Answer answer = dialect.unknownOrder() == 404 ? Answer.UNKNOWN_ORDER_NOT_FOUND : Answer.UNKNOWN_ORDER;
            return answer.response().because(reason);
        }
    }
}
