package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Order;
import java.time.Instant;

/**
 * Something that happened because its time had come.
 *
 * @param event what it was: {@code expire}, or what the venue did
 */
public record Fired(Instant at, String event, Order order) {}
