package io.github.etnasandbox.order;

import java.time.Instant;

/**
 * Something that happened because its time had come.
 *
 * @param at when it happened, on the world's clock
 * @param event what it was: {@code expire}, or what the venue did
 * @param order the order it happened to, as it was then
 */
public record DueEvent(Instant at, String event, Order order) {}
