package io.github.etnasandbox.order;

/**
 * What became of a request to cancel or to replace an order: it was accepted, or exactly one reason why it was not.
 */
public sealed interface RequestResult {

    /**
     * Picks what to do by the case at hand; the compiler finds every place that a new case concerns.
     *
     * @param cases one method for each case
     * @param <R> what they return
     * @return what the method of this case returns
     */
    <R> R match(Cases<R> cases);

    /**
     * The cases of a request.
     *
     * @param <R> what they return
     */
    interface Cases<R> {
        /**
         * The order was one that this can be asked of, and the venue has the request.
         *
         * @param order the order as it is then: canceled, replaced, pending, or whatever the venue made of it
         * @return as the implementer likes
         */
        R accepted(Order order);

        /**
         * The order is in a state in which this cannot be asked of it.
         *
         * @param order the order as it is
         * @return as the implementer likes
         */
        R refused(Order order);

        /**
         * The order exists, but under another account than the one named; it was left as it is.
         *
         * @param order the untouched order
         * @return as the implementer likes
         */
        R onAnotherAccount(Order order);

        /**
         * There is no such order.
         *
         * @param id the id that names nothing
         * @return as the implementer likes
         */
        R unknown(OrderId id);
    }

    /**
     * See {@link Cases#accepted}.
     *
     * @param order the order as it is then
     */
    record Accepted(Order order) implements RequestResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.accepted(order);
        }
    }

    /**
     * See {@link Cases#refused}.
     *
     * @param order the untouched order
     */
    record Refused(Order order) implements RequestResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(order);
        }
    }

    /**
     * See {@link Cases#onAnotherAccount}.
     *
     * @param order the untouched order
     */
    record OnAnotherAccount(Order order) implements RequestResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.onAnotherAccount(order);
        }
    }

    /**
     * See {@link Cases#unknown}.
     *
     * @param id the id that names nothing
     */
    record Unknown(OrderId id) implements RequestResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown(id);
        }
    }
}
