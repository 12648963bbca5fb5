package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.OrderChange;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that was applied; both states are one value when it changed nothing.
 *
 * @param at when it was on the world's clock
 * @param moment its place in the order in which the world's changes were made: an odd number, which no other has, for one
 *     that made a change, and an even one between those for one that did not
 */
public record Applied<R>(State before, State after, Instant at, long moment, R result) {

    /** Whether the command changed anything. */
    @SuppressWarnings("ReferenceEquality")
    public boolean changed() {
        return before != after;
    }

    /** Whether anything that a client can ask for is not what it was: counts of requests are not. */
    @SuppressWarnings("ReferenceEquality")
    public boolean changedBesidesCounts() {
        return changedOrders() || before.tokens() != after.tokens();
    }

    @SuppressWarnings("ReferenceEquality")
    public boolean changedOrders() {
        return before.orders() != after.orders();
    }

    /** Returns the orders that the command changed, by id, in a time that depends on their number alone. */
    public List<OrderChange> changes() {
        return changes(before, after);
    }

    /** Returns the orders of a later state that an earlier one does not have, or has otherwise, by id. */
    public static List<OrderChange> changes(State before, State after) {
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
