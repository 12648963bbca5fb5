package io.github.etnasandbox.live;

import java.time.Instant;

/**
 * The real world's time: the only place in the sandbox that reads it. Everything else takes its instant from a
 * {@link LiveWorld}.
 */
public final class RealTime {
    private RealTime() {}

    /** {@return nanoseconds of the monotonic clock, of which only differences mean anything} */
    public static long nanos() {
        return System.nanoTime();
    }

    static Instant instant() {
        return Instant.now();
    }
}
