package io.github.etnasandbox.order;

/**
 * One state that an order was in. Every change of an order leaves one.
 *
 * <p>Source: knowledge base, Managing Orders.
 *
 * @param progress where the order stood
 * @param execution how much of it was executed then
 */
public record StateRecord(Progress progress, Execution execution) {}
