package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Order;
import java.time.Instant;

/**
 * Something that happened because its time had come.
 *
 * @param at when, on the world's clock
 * @param event what it was: {@code expire}, or what the venue did
 * @param order the order as it was then
 */
public record Fired(Instant at, String event, Order order) {}
