package io.github.etnasandbox.live;

import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.stage.StandingFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The faults of one world. Safe for use by many threads; a request to a world without any pays one read for each point. */
public final class Faults {
    /**
     * How many requests to all worlds of a sandbox may wait because of faults at once. Each takes one of the server's
     * threads, and enough must be left for others, and for whoever comes to remove the faults.
     */
    public static final int MOST_WAITING = 150;

    private final Semaphore room;
    private final Runnable onChange;
    private final Consumer<String> onRemove;
    private int made;
    private boolean closed;
    private volatile List<LiveFault> standing = List.of(); // in the order they were made

    /**
     * @param room one permit for each further request of the sandbox that may wait, {@link #MOST_WAITING} at first
     * @param onChange is told when a fault was made, struck or was removed
     * @param onRemove is told the id of one that a tester removed
     */
    Faults(Semaphore room, Runnable onChange, Consumer<String> onRemove) {
        this.room = room;
        this.onChange = onChange;
        this.onRemove = onRemove;
    }

    /** See {@link io.github.etnasandbox.world.World#inject}. */
    synchronized LiveFault add(Fault fault) {
        if (closed) {
            throw new IllegalStateException(
                    "no request comes here any more: the world was dropped, or its sandbox closed");
        }
        if (standing.size() >= Fault.LIMIT) {
            standing.stream().filter(LiveFault::isSpent).findFirst().ifPresent(this::remove);
        }
        if (standing.size() >= Fault.LIMIT) {
            throw new IllegalStateException(
                    "there are " + Fault.LIMIT + " faults in this world already; remove some, or reset the world");
        }
        LiveFault added = new LiveFault(Integer.toString(++made), fault);
        List<LiveFault> more = new ArrayList<>(standing);
        more.add(added);
        standing = List.copyOf(more);
        onChange.run();
        return added;
    }

    /**
     * Tells which fault strikes a request. Every fault of this point that matches the request counts it; of those that
     * would strike it, the first made does, and only that one uses up one of its times. What time it is in the world is
     * asked only when a fault depends on it.
     */
    Optional<LiveFault> strike(FaultPoint point, String method, String path, Supplier<Instant> now) {
        return strike(point, method, path, fault -> fault.matches(now));
    }

    /** The same, for a request that is known to have been struck so; each fault that matches is asked, and counts it. */
    Optional<LiveFault> strike(FaultPoint point, String method, String path, Predicate<LiveFault> striking) {
        Optional<LiveFault> struck = Optional.empty();
        for (LiveFault each : standing) {
            if (each.fault().when() == point && each.fault().match().matches(method, path)) {
                boolean would = striking.test(each);
                if (would && struck.isEmpty() && each.take()) {
                    struck = Optional.of(each);
                    onChange.run();
                }
            }
        }
        return struck;
    }

    /**
     * A fault as one that begins now would have to be to strike as often as it still may. One with a share begins its chances
     * anew.
     */
    public record Left(String id, Fault fault) {}

    /** Those that may strike still. */
    List<Left> left() {
        return standing.isEmpty()
                ? List.of()
                : standing.stream().flatMap(LiveFault::left).toList();
    }

    List<StandingFault> all() {
        return List.copyOf(standing);
    }

    /** Removes all faults, and lets go what waits because of them. Ids count from 1 again. */
    void clear() {
        beginWith(List::of);
    }

    /** Puts others in the place of all faults; they are asked for once no other call can come between. */
    void beginWith(Supplier<List<Fault>> next) {
        List<LiveFault> removed;
        synchronized (this) {
            removed = standing;
            made = 0;
            standing = List.of();
            if (!closed) {
                next.get().forEach(this::add);
            }
        }
        removed.forEach(LiveFault::letGo);
        onChange.run();
    }

    /** Removes all faults, lets go what waits because of them, and takes no more of them. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        clear();
    }

    private void remove(LiveFault fault) {
        synchronized (this) {
            List<LiveFault> fewer = new ArrayList<>(standing);
            fewer.remove(fault);
            standing = List.copyOf(fewer);
        }
        fault.letGo();
        onChange.run();
    }

    /** A fault in force as the sandbox runs it. */
    public final class LiveFault implements StandingFault {
        private final String id;
        private final Fault fault;
        private final AtomicLong matches = new AtomicLong();
        private final AtomicInteger hits = new AtomicInteger();
        private final CountDownLatch removed = new CountDownLatch(1);

        private LiveFault(String id, Fault fault) {
            this.id = id;
            this.fault = fault;
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

        /** Begins to have the calling thread's request wait; empty when {@link #MOST_WAITING} wait already. */
        public Optional<Wait> beginWait() {
            return room.tryAcquire() ? Optional.of(new Wait()) : Optional.empty();
        }

        @Override
        public void close() {
            remove(this);
            onRemove.accept(id);
        }

        @Override
        public String toString() {
            return "StandingFault[" + id + ", " + fault + "]";
        }

        void count() {
            matches.incrementAndGet();
        }

        /** Counts a request that matches; true when it is one that this fault strikes if no other does. */
        private boolean matches(Supplier<Instant> now) {
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
        private boolean take() {
            return removed.getCount() > 0
                    && hits.getAndUpdate(before -> Math.min(before + 1, fault.times())) < fault.times();
        }

        private Stream<Left> left() {
            int used = hits.get();
            if (used >= fault.times()) {
                return Stream.empty();
            }
            Fault begun = fault.nth((int) Math.max(1, fault.nth() - matches.get()));
            return Stream.of(
                    new Left(id, fault.times() == Integer.MAX_VALUE ? begun : begun.times(fault.times() - used)));
        }

        private boolean isSpent() {
            return hits.get() >= fault.times();
        }

        private void letGo() {
            removed.countDown();
        }

        /** One request's stay; not for use by two threads. */
        public final class Wait implements AutoCloseable {
            private Wait() {}

            /**
             * Waits, in real time. False when there is no more reason to: the fault was removed, its world reset, reseeded
             * or dropped, its sandbox closed, or the thread interrupted, which it stays.
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
                room.release();
            }
        }
    }
}
