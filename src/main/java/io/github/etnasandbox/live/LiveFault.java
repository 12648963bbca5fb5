package io.github.etnasandbox.live;

import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.StandingFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A fault in force as the sandbox runs it. */
public final class LiveFault implements StandingFault {
    private final String id;
    private final Fault fault;
    private final Faults faults;
    private final AtomicLong matches = new AtomicLong();
    private final AtomicInteger hits = new AtomicInteger();
    private final CountDownLatch removed = new CountDownLatch(1);

    LiveFault(String id, Fault fault, Faults faults) {
        this.id = id;
        this.fault = fault;
        this.faults = faults;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Fault fault() {
        return fault;
    }

    @Override
    public long matches() {
        return matches.get();
    }

    @Override
    public int hits() {
        return hits.get();
    }

    /** Begins to have the calling thread's request wait; empty when {@link Faults#MOST_WAITING} wait already. */
    public Optional<Wait> beginWait() {
        return faults.room.tryAcquire() ? Optional.of(new Wait()) : Optional.empty();
    }

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
        return isDueAt(matches.incrementAndGet()) && isInForce(now);
    }

    private boolean isDueAt(long number) {
        if (number < fault.nth() || fault.share() == 1) {
            return number >= fault.nth();
        }
        // seeds and numbers that follow each other must not give the same chances one place further on
        long mixed = new SplittableRandom(fault.randomSeed()).nextLong() + number;
        return new SplittableRandom(mixed).nextDouble() < fault.share();
    }

    private boolean isInForce(Supplier<Instant> clock) {
        Instant from = fault.from();
        Instant until = fault.until();
        if (from == null && until == null) {
            return true;
        }
        Instant now = clock.get();
        return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
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
    public final class Wait implements AutoCloseable {
        private Wait() {}

        /**
         * Waits, in real time.
         *
         * @return false when there is no more reason to wait: the fault was removed, its world reset, reseeded or dropped,
         *     its sandbox closed, or the thread interrupted, which it stays
         */
        public boolean pass(Duration time) {
            try {
                return !removed.await(TimeUnit.NANOSECONDS.convert(time), TimeUnit.NANOSECONDS);
            } catch (InterruptedException serverStops) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Makes room for another request that waits. */
        @Override
        public void close() {
            faults.room.release();
        }
    }
}
