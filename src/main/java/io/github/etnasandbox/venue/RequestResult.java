package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;

/** What became of a request to cancel or to replace an order: it was accepted, or one reason why it was not. */
public sealed interface RequestResult {
    /** The venue has the request. The order is what the venue has made of it by then: canceled, replaced, pending, … */
    record Accepted(Order order) implements RequestResult {}

    /** The order is in a state in which this cannot be asked of it. */
    record Refused(Order order) implements RequestResult {}

    /** The order is under another account than the one named. */
    record OnAnotherAccount(Order order) implements RequestResult {}

    /** There is no such order. */
    record Unknown(OrderId id) implements RequestResult {}
}
