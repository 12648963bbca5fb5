package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.OrderChange;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that was applied.
 *
 * @param before the state it was applied to
 * @param after the state it made; the very same value when it changed nothing
 * @param at the world's instant
 */
public record Applied<R>(State before, State after, Instant at, R result) {

    /** Returns the orders that the command changed, by id, in a time that depends on their number alone. */
    public List<OrderChange> changes() {
        Orders orders = before.orders();
        List<OrderChange> changes = new ArrayList<>(0);
        after.orders()
                .forEachChangedSince(
                        orders,
                        order -> changes.add(
                                new OrderChange(orders.get(order.id().value()), order)));
        return changes;
    }
}
