package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;

/** What became of telling the venue or its script something: it was done, or why it was not. */
public sealed interface VenueResult {

    /** Picks what to do by the case at hand. */
    <R> R match(Cases<R> cases);

    /** The cases. */
    interface Cases<R> {
        /** It was done. */
        R done(Order order);

        /** It is impossible; nothing changed. */
        R refused(String reason);

        /** There is no such order. */
        R unknown(OrderId id);
    }

    /** See {@link Cases#done}. */
    record Done(Order order) implements VenueResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.done(order);
        }
    }

    /** See {@link Cases#refused}. */
    record Refused(String reason) implements VenueResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(reason);
        }
    }

    /** See {@link Cases#unknown}. */
    record Unknown(OrderId id) implements VenueResult {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown(id);
        }
    }
}
