package io.github.etnasandbox.order;

/**
 * How much of an order was executed, and at what price.
 *
 * @param executedQuantity shares or contracts executed so far, 0 to the order's quantity
 * @param leavesQuantity shares or contracts still open at the venue, 0 or more; 0 once the order is finished, and before
 *     the venue has acknowledged it
 * @param averagePrice turnover divided by the executed quantity, in the security's currency; 0 when nothing executed
 * @param lastPrice price of the latest fill, in the security's currency; 0 when nothing executed
 * @param lastQuantity quantity of the latest fill; 0 when nothing executed
 */
public record Execution(
        double executedQuantity, double leavesQuantity, double averagePrice, double lastPrice, double lastQuantity) {

    /** Nothing executed, nothing at the venue. */
    public static final Execution NONE = new Execution(0, 0, 0, 0, 0);
}
