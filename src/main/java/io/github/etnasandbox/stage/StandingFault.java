package io.github.etnasandbox.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A fault in force in a world, and what has come of it so far. Safe for use by many threads. Closing it removes it.
 */
public final class StandingFault implements AutoCloseable {
    private final String id;
    private final Fault fault;
    private final Faults faults;
    private final AtomicLong matches = new AtomicLong();
    private final AtomicInteger hits = new AtomicInteger();
    private final CountDownLatch removed = new CountDownLatch(1);

    StandingFault(String id, Fault fault, Faults faults) {
        this.id = id;
        this.fault = fault;
        this.faults = faults;
    }

    /**
     * Returns the name of this fault among its world's.
     *
     * @return a number from 1
     */
    public String id() {
        return id;
    }

    /**
     * Returns what it does.
     *
     * @return the fault
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Counts the requests that matched, struck or not.
     *
     * @return 0 or more
     */
    public long matches() {
        return matches.get();
    }

    /**
     * Counts the requests that it struck.
     *
     * @return 0 to the fault's {@code times}
     */
    public int hits() {
        return hits.get();
    }

    /**
     * Begins to have the calling thread's request wait.
     *
     * @return the wait, to be closed at its end; empty when {@link Faults#MOST_WAITING} requests of the sandbox wait already
     */
    public Optional<Wait> beginWait() {
        return faults.room.tryAcquire() ? Optional.of(new Wait(this)) : Optional.empty();
    }

    /** Removes this fault, and lets go what waits because of it. */
    @Override
    public void close() {
        faults.remove(this);
    }

    @Override
    public String toString() {
        return "StandingFault[" + id + ", " + fault + "]";
    }

    /** Counts a request that matches; true when it is one that this fault strikes if no other does. */
    boolean matches(Supplier<Instant> now) {
        long number = matches.incrementAndGet();
        return fault.isDueAt(number) && (!fault.isBoundToTheClock() || fault.isInForceAt(now.get()));
    }

    /** Uses up one of its times; false when there is none left, or when it was removed. */
    boolean take() {
        return removed.getCount() > 0
                && hits.getAndUpdate(before -> Math.min(before + 1, fault.times())) < fault.times();
    }

    boolean isSpent() {
        return hits.get() >= fault.times();
    }

    void letGo() {
        removed.countDown();
    }

    /** One request's stay; not for use by two threads. */
    public static final class Wait implements AutoCloseable {
        private final StandingFault of;

        private Wait(StandingFault of) {
            this.of = of;
        }

        /**
         * Waits, in real time.
         *
         * @param time how long
         * @return false when there is no more reason to wait: the fault was removed, its world reset, reseeded or dropped,
         *     its sandbox closed, or the thread interrupted, which it stays
         */
        public boolean pass(Duration time) {
            try {
                return !of.removed.await(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
            } catch (InterruptedException serverStops) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Makes room for another request that waits. */
        @Override
        public void close() {
            of.faults.room.release();
        }
    }
}
