package io.github.etnasandbox.order;

import java.time.Instant;

/**
 * What the venue is going to do with a request that is under way, and when.
 *
 * @param at when, on the world's clock
 * @param kind what
 */
public record VenueAnswer(Instant at, Kind kind) {

    /** What it can be. */
    public enum Kind {
        /** A new order is acknowledged. */
        ACKNOWLEDGE,
        /** A pending cancel is acknowledged: the order is canceled. */
        ACKNOWLEDGE_CANCEL,
        /** A pending cancel is rejected: the order goes on. */
        REJECT_CANCEL,
        /** The order is filled, whatever else is under way. */
        FILL
    }
}
