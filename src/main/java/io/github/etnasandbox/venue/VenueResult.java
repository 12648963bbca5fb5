package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;

/** What became of telling the venue or its script something: it was done, or why it was not. */
public sealed interface VenueResult {

    /**
     * Picks what to do by the case at hand.
     *
     * @param cases one method for each case
     * @param <R> what they return
     * @return what the method of this case returns
     */
    <R> R match(Cases<R> cases);

    /**
     * The cases.
     *
     * @param <R> what they return
     */
    interface Cases<R> {
        /**
         * It was done.
         *
         * @param order the order as it is then
         * @return as the implementer likes
         */
        R done(Order order);

        /**
         * It is impossible; nothing changed.
         *
         * @param reason why, a sentence
         * @return as the implementer likes
         */
        R refused(String reason);

        /**
         * There is no such order.
         *
         * @param id the id that names nothing
         * @return as the implementer likes
         */
        R unknown(OrderId id);
    }

    /**
     * See {@link Cases#done}.
     *
     * @param order the order as it is then
     */
    record Done(Order order) implements VenueResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.done(order);
        }
    }

    /**
     * See {@link Cases#refused}.
     *
     * @param reason why, a sentence
     */
    record Refused(String reason) implements VenueResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(reason);
        }
    }

    /**
     * See {@link Cases#unknown}.
     *
     * @param id the id that names nothing
     */
    record Unknown(OrderId id) implements VenueResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown(id);
        }
    }
}
