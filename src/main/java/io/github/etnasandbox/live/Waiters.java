package io.github.etnasandbox.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Threads that wait for something to become true of a world. Where nobody waits, a change costs one look at a counter. */
final class Waiters {
    /** Longer than anybody waits. */
    static final Duration LONG = Duration.ofDays(1);

    private final AtomicInteger count = new AtomicInteger();
    private final Object changed = new Object();
    private volatile boolean closed;

    /** Has those who wait look again; to be called after every change. */
    void wake() {
        if (count.get() > 0) {
            synchronized (changed) {
                changed.notifyAll();
            }
        }
    }

    /** Ends all waits, and from now on each at its first look. */
    void close() {
        closed = true;
        wake();
    }

    /** Looks at each change, and when the next look is due, until there is something or the limit of real time is over. */
    <R> Optional<R> await(Duration limit, Supplier<Optional<R>> look, Supplier<Duration> nextLook) {
        long end = RealTime.nanos() + toNanos(limit);
        count.incrementAndGet(); // before the first look, so that any later change sees us and wakes us
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
