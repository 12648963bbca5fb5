package io.github.etnasandbox.world;

import java.time.Instant;

/**
 * How a world's clock moves.
 */
public enum ClockMode {
    /** Stands at the fixtures' instant until told to move: the default, and the only repeatable one. */
    FROZEN {
        @Override
        Instant now(Instant start, long startedAtNanos) {
            return start;
        }
    },
    /** Starts at the fixtures' instant, again at every reset, and runs at the pace of real time. */
    TICKING {
        @Override
        Instant now(Instant start, long startedAtNanos) {
            return start.plusNanos(RealTime.nanos() - startedAtNanos);
        }
    },
    /** Is the real clock. */
    SYSTEM {
        @Override
        Instant now(Instant start, long startedAtNanos) {
            return RealTime.instant();
        }
    };

    /** Tells the time of a world whose clock was set to {@code start} when the monotonic clock read as given. */
    abstract Instant now(Instant start, long startedAtNanos);
}
