package io.github.etnasandbox.world;

import java.time.Instant;

/**
 * How a world's clock moves.
 */
public enum ClockMode {
    /** Stands at the fixtures' instant until told to move: the default, and the only repeatable one. */
    FROZEN {
        @Override
        Instant now(Instant from, long elapsedNanos) {
            return from;
        }
    },
    /** Starts at the fixtures' instant, again at every reset, and runs at the pace of real time. */
    TICKING {
        @Override
        Instant now(Instant from, long elapsedNanos) {
            return from.plusNanos(elapsedNanos);
        }
    },
    /** Is the real clock. */
    SYSTEM {
        @Override
        Instant now(Instant from, long elapsedNanos) {
            Instant real = RealTime.instant();
            return real.isBefore(from) ? from : real; // a clock that is set back must not undo what has happened
        }

        @Override
        Instant beginning(Instant seed) {
            return RealTime.instant();
        }
    };

    /** At what time a world begins whose seed has a clock that stands at an instant. */
    Instant beginning(Instant seed) {
        return seed;
    }

    /** What time it is in a world whose clock stood at an instant so many nanoseconds ago. */
    abstract Instant now(Instant from, long elapsedNanos);
}
