package io.github.etnasandbox.order;

/**
 * Names one order. The order management system assigns it; a request path may carry any int32.
 *
 * @param value int32; assigned ids are 1 or more, so 0 and negative values name no order
 */
public record OrderId(int value) {
    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
