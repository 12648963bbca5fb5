package io.github.etnasandbox.rate;

import java.time.Duration;
import java.time.Instant;

/**
 * A minute, and how many requests of one key came in it. That it is a fixed one, and begins with the first of them, is
 * assumed.
 *
 * @param used how many requests were counted, 0 or more
 */
public record RateWindow(Instant begins, int used) {
    private static final Duration LENGTH = Duration.ofMinutes(1);

    /** Tells when the next window can begin. */
    public Instant ends() {
        return begins.plus(LENGTH);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(ends());
    }

    RateWindow plusOne() {
        return new RateWindow(begins, used + 1);
    }
}
