package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;

/** What became of telling the venue something: it was done, or why it was not and nothing changed. */
public sealed interface VenueResult {
    /** The order as it is now. */
    record Done(Order order) implements VenueResult {}

    /** The venue cannot do that to the order as it is. */
    record Refused(String reason) implements VenueResult {}

    /** There is no such order. */
    record Unknown(OrderId id) implements VenueResult {}
}
