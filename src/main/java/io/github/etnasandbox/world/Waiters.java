package io.github.etnasandbox.world;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads that wait for something to be so in a world. A change costs one look at a counter where nobody waits.
 * Thread-safe.
 */
final class Waiters {
    /** Longer than anybody waits. */
    static final Duration LONG = Duration.ofDays(1);

    private final AtomicInteger count = new AtomicInteger();
    private final Object changed = new Object();
    private volatile boolean closed;

    /** Has those who wait look again. To be called behind every change. */
    void wake() {
        if (count.get() > 0) {
            synchronized (changed) {
                changed.notifyAll();
            }
        }
    }

    /** Sends everybody away, from now on. */
    void close() {
        closed = true;
        wake();
    }

    /**
     * Looks again and again until there is something.
     *
     * @param limit the most real time to wait
     * @param look looks, and is empty when it is to be looked again
     * @param nextLook how long it may take until looking is worth while though nothing woke us
     */
    <R> Optional<R> await(Duration limit, Supplier<Optional<R>> look, Supplier<Duration> nextLook) {
        long end = RealTime.nanos() + toNanos(limit);
        count.incrementAndGet(); // before the first look: whoever changes something after it sees us
        try {
            synchronized (changed) {
                while (true) {
                    Optional<R> found = look.get();
                    long left = end - RealTime.nanos();
                    if (found.isPresent() || left <= 0 || closed) {
                        return found;
                    }
                    changed.wait(Math.min(left, toNanos(nextLook.get())) / 1_000_000 + 1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            count.decrementAndGet();
        }
    }

    private static long toNanos(Duration duration) {
        return duration.compareTo(LONG) > 0 ? LONG.toNanos() : Math.max(0, duration.toNanos());
    }
}
