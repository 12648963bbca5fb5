package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.OrderChange;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.state.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One change of a world, whatever made it.
 *
 * @param startsOver whether the world has begun anew, from a seed or a snapshot, and has not come from what it was before
 */
public record Change(State before, State after, boolean startsOver) {

    /**
     * Returns the orders that are new or not what they were, once for each state that they came to, in the order of those
     * states. One that has changed in the same state is there once.
     */
    public List<Order> orders() {
        List<OrderChange> changes = changedOrders();
        if (changes.isEmpty()) {
            return List.of();
        }
        List<Order> orders = new ArrayList<>();
        for (OrderChange change : changes) {
            addStates(change, orders);
        }
        orders.sort(Comparator.comparingInt(order -> order.progress().stateId()));
        return orders;
    }

    /** Returns the same orders, once each, with what they were before; by id. */
    public List<OrderChange> changedOrders() {
        return Applied.changes(before, after);
    }

    private static void addStates(OrderChange change, List<Order> orders) {
        Order after = change.after();
        Order before = change.before();
        int known = before == null ? 0 : before.progress().stateId();
        int first = orders.size();
        orders.add(after);
        if (after.progress().stateId() == known) {
            return;
        }
        for (StateRecord earlier : after.earlier()) {
            if (earlier.progress().stateId() == known) {
                return;
            }
            orders.add(first, after.asIn(earlier));
        }
    }
}
