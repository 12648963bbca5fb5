package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;

/** What became of a request for an order, or of telling the venue something about one: it was done, or why it was not. */
public sealed interface OrderResult {
    /** The order is what the venue has made of it by then: canceled, replaced, pending, filled, … */
    record Done(Order order) implements OrderResult {}

    /** The order is in a state in which this cannot be done. */
    record Refused(Order order, String reason) implements OrderResult {}

    /** The order is under another account than the one named. */
    record OnAnotherAccount(Order order) implements OrderResult {}

    record Unknown(OrderId id) implements OrderResult {}
}
