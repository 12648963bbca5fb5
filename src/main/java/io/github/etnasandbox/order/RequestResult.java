package io.github.etnasandbox.order;

/** What became of a request to cancel or to replace an order: it was accepted, or one reason why it was not. */
public sealed interface RequestResult {
    /**
     * The venue has the request.
     *
     * @param order the order as it is then: canceled, replaced, pending, or whatever the venue made of it
     */
    record Accepted(Order order) implements RequestResult {}

    /**
     * The order is in a state in which this cannot be asked of it.
     *
     * @param order the order as it is
     */
    record Refused(Order order) implements RequestResult {}

    /**
     * The order is under another account than the one named.
     *
     * @param order the untouched order
     */
    record OnAnotherAccount(Order order) implements RequestResult {}

    /**
     * There is no such order.
     *
     * @param id the id that names nothing
     */
    record Unknown(OrderId id) implements RequestResult {}
}
