package io.github.etnasandbox.order;

import java.time.Instant;

/**
 * A condition on an order that asks for no more than lists are filtered by, so that it can be told of many orders without
 * reading each of them. A value, or at least without state.
 */
public interface OrderCondition {

    /**
     * Tells whether an order of which only this much is known meets the condition.
     *
     * @param createSecond the second of its {@code CreateDate}, counted from 1970-01-01T00:00:00Z
     * @param createNano the nanosecond within it, 0 to 999,999,999
     * @param securityId int32 id of its security
     * @param status its state
     * @return whether it does
     */
    boolean holds(long createSecond, int createNano, int securityId, OrderStatus status);

    /**
     * Tells whether an order meets the condition.
     *
     * @param order the order
     * @return whether it does
     */
    default boolean holds(Order order) {
        Instant created = order.terms().createDate();
        return holds(created.getEpochSecond(), created.getNano(), order.terms().securityId(), order.status());
    }
}
