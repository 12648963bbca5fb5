package io.github.etnasandbox.state;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.CancelResult;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import java.time.Instant;
import java.util.Optional;

/**
 * Cancels an outstanding order of one account. An order that is unknown, on another account or not outstanding is left
 * as it is.
 *
 * @param accountId the account the order is said to be on
 * @param orderId the order
 */
public record Cancellation(AccountId accountId, OrderId orderId) implements Command<CancelResult> {
    @Override
    public Transition<CancelResult> applyTo(State state, Instant now) {
        Optional<Order> found = state.order(orderId);
        if (found.isEmpty()) {
            return new Transition<>(state, new CancelResult.Unknown(orderId));
        }
        Order order = found.get();
        if (!order.accountId().equals(accountId)) {
            return new Transition<>(state, new CancelResult.OnAnotherAccount(order));
        }
        if (!order.status().isOutstanding()) {
            return new Transition<>(state, new CancelResult.NotOutstanding(order));
        }
        int requestId = state.nextId();
        Order canceled = order.canceled(requestId, requestId + 1, now);
        return new Transition<>(state.withIdsTaken(2).with(canceled), new CancelResult.Canceled(canceled));
    }
}
