package io.github.etnasandbox.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The states that an order can be in next, when something other than a request changes it. Each leaves a record of the state
 * before. Whether it may happen is {@link VenueEvent}'s question.
 *
 * @param order the order as it is
 * @param stateId int32 id of the new state record, 1 or more
 * @param at when it happens
 */
public record NextState(Order order, int stateId, Instant at) {

    /**
     * Returns the order as the venue has taken it: new, or partially filled when some of it was executed before.
     *
     * @return the order, open at the venue
     */
    public Order acknowledged() {
        return order.then(
                        order.progress().answered(working(), stateId, at),
                        order.execution().withLeft(order.openQuantity()))
                .withFields(VenueFields.ROUTED);
    }

    /**
     * Returns the order held back from the venue, until the leg before it is filled.
     *
     * @return the held order
     */
    public Order held() {
        return order.then(order.progress().answered(OrderStatus.HELD, stateId, at), order.execution());
    }

    /**
     * Returns the order suspended, waiting for an administrator's review.
     *
     * @return the suspended order
     */
    public Order suspended() {
        return order.then(order.progress().moved(OrderStatus.SUSPENDED, stateId, at, null), order.execution());
    }

    /**
     * Returns the order after a fill. A cancel that is under way stays so, unless nothing is left to cancel: then it is
     * refused.
     *
     * @param quantity what was filled, more than 0 and at most {@link Order#openQuantity()}
     * @param price at what price, in the security's currency
     * @param execId the execution's id
     * @return the order, partially or wholly filled
     */
    public Order filled(double quantity, double price, int execId) {
        Execution after = order.execution().filled(quantity, price, order.quantity());
        return order.then(progressOfFill(after.leavesQuantity() <= 0), after)
                .withFields(VenueFields.executed(order.clientId(), execId));
    }

    private Progress progressOfFill(boolean whole) {
        boolean cancelUnderWay = order.status() == OrderStatus.PENDING_CANCEL;
        if (cancelUnderWay && whole) {
            return order.progress().cancelRejected(OrderStatus.FILLED, null, stateId, at);
        }
        OrderStatus next = whole ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        if (order.status() == OrderStatus.PENDING_NEW || order.status() == OrderStatus.PENDING_REPLACE) {
            return order.progress().answered(next, stateId, at);
        }
        return order.progress().moved(cancelUnderWay ? order.status() : next, stateId, at, null);
    }

    /**
     * Returns this group as it is once its legs have done what it was for. It is never executed itself.
     *
     * @return the filled group
     */
    public Order completed() {
        return order.then(progressOfFill(true), order.execution().withNothingLeft());
    }

    /**
     * Returns the order refused.
     *
     * @param reason why, a validator's code or the venue's words
     * @return the rejected order
     */
    public Order rejected(String reason) {
        return order.then(
                order.progress().rejected(reason, stateId, at),
                order.execution().withNothingLeft());
    }

    /**
     * Returns the order with its time in force over. That is no request of anybody's: the latest one stays what it was.
     *
     * @return the order, done for the day or expired
     */
    public Order expired() {
        OrderStatus next =
                order.terms().timeInForce() == TimeInForce.DAY ? OrderStatus.DONE_FOR_DAY : OrderStatus.EXPIRED;
        return order.then(
                order.progress().moved(next, stateId, at, Order.EXPIRED),
                order.execution().withNothingLeft());
    }

    /**
     * Returns the order as it is once a cancel is through: what was executed stays, nothing is left, and the order is
     * not deleted.
     *
     * @return the canceled order
     */
    public Order canceled() {
        return order.then(
                order.progress().canceled(stateId, at), order.execution().withNothingLeft());
    }

    /**
     * Returns the order with the cancel that was under way refused: it is again what it was before.
     *
     * @param reason why, in the venue's words; absent when it gave none
     * @return the order, outstanding as before
     */
    public Order cancelRejected(@Nullable String reason) {
        return order.then(order.progress().cancelRejected(beforeCancel(), reason, stateId, at), order.execution());
    }

    /** What was filled while the cancel was pending shows, unless the order was not at the venue before either. */
    private OrderStatus beforeCancel() {
        for (StateRecord record : order.earlier()) {
            OrderStatus before = record.progress().status();
            if (before != OrderStatus.PENDING_CANCEL) {
                boolean filledSince =
                        order.executedQuantity() > record.execution().executedQuantity();
                boolean aside = before == OrderStatus.SUSPENDED || before == OrderStatus.HELD;
                return filledSince && !aside ? working() : before;
            }
        }
        return working();
    }

    /** What it is at the venue: new, partially filled, or filled when there is nothing left of it. */
    private OrderStatus working() {
        if (order.executedQuantity() <= 0) {
            return OrderStatus.NEW;
        }
        return order.openQuantity() > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.FILLED;
    }
}
