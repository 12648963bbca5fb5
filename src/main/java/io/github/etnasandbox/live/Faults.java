package io.github.etnasandbox.live;

import io.github.etnasandbox.live.Timeline.Arranged;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.stage.StandingFault;
import io.github.etnasandbox.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The faults of one world. Safe for use by many threads; a request to a world without any pays one read for each point. */
public final class Faults {
    /**
     * How many requests to all worlds of a sandbox may wait because of faults at once. Each takes one of the server's
     * threads, and enough must be left for others, and for whoever comes to remove the faults.
     */
    public static final int MOST_WAITING = 150;

    private final Timeline timeline;
    private final Semaphore room;
    private final BiConsumer<Action, Applied<?>> did;
    private final Map<Integer, LiveFault> standing = new ConcurrentHashMap<>(); // by serial

    /**
     * @param room one permit for each further request of the sandbox that may wait, {@link #MOST_WAITING} at first
     * @param did is told what a tester did
     */
    Faults(Timeline timeline, Semaphore room, BiConsumer<Action, Applied<?>> did) {
        this.timeline = timeline;
        this.room = room;
        this.did = did;
    }

    /** See {@link io.github.etnasandbox.world.World#inject}. */
    LiveFault add(Fault fault) {
        Applied<FaultState> added = timeline.arrange(present -> {
            Stage more = present.stage().with(fault);
            return new Arranged<>(more, more.faults().get(more.faults().size() - 1));
        });
        did.accept(new Action.Injected(added.result().id(), fault), added);
        return live(added.result());
    }

    /**
     * Tells which fault strikes a request. Every fault of this point that matches the request counts it; of those that
     * would strike it, the first made does, and only that one uses up one of its times. What time it is in the world is
     * asked only when a fault depends on it. Where none of that can last, what is done already is struck by none.
     */
    Optional<LiveFault> strike(FaultPoint point, String method, String path, Supplier<Instant> now) {
        return strike(point, method, path, fault -> fault.strikes(now));
    }

    /** The same, for a request that is known to have been struck so; each fault that matches counts it. */
    Optional<LiveFault> strike(FaultPoint point, String method, String path, Predicate<FaultState> striking) {
        if (!timeline.stage().countsAtFaults(point, method, path)) {
            return Optional.empty();
        }
        try {
            return timeline.arrange(present -> {
                        Stage.Struck struck = present.stage().struck(point, method, path, striking);
                        return new Arranged<>(struck.stage(), Optional.ofNullable(struck.by()));
                    })
                    .result()
                    .map(this::live);
        } catch (StoreException notCounted) {
            if (point == FaultPoint.BEFORE) {
                throw notCounted;
            }
            return Optional.empty(); // a request that is decided must not be told that nothing was changed
        }
    }

    List<StandingFault> all() {
        return timeline.stage().faults().stream().<StandingFault>map(this::live).toList();
    }

    /** Removes all faults, and lets go what waits because of them. Ids count from 1 again. */
    void clear() {
        did.accept(
                new Action.Cleared(),
                timeline.arrange(present -> new Arranged<>(present.stage().withoutFaults(), true)));
    }

    /** The same object for a fault as long as it stands. */
    private LiveFault live(FaultState fault) {
        LiveFault live = standing.computeIfAbsent(fault.serial(), serial -> new LiveFault(fault));
        if (timeline.stage().fault(fault.serial()) == null) {
            standing.remove(fault.serial()); // it went meanwhile, and nobody else will take it out
        }
        return live;
    }

    /** Remembers how those were met that stand no more. */
    void arranged(Stage before, Stage after) {
        for (FaultState each : before.faults()) {
            LiveFault live = after.fault(each.serial()) == null ? standing.remove(each.serial()) : null;
            if (live != null) {
                live.seen = each;
            }
        }
    }

    /** A fault as the sandbox runs it. */
    public final class LiveFault implements StandingFault {
        private final int serial;
        /** How it was met at last; what it is now, once it stands no more. */
        private volatile FaultState seen;

        private LiveFault(FaultState seen) {
            this.serial = seen.serial();
            this.seen = seen;
        }

        private FaultState now() {
            FaultState now = timeline.stage().fault(serial);
            return now == null ? seen : now;
        }

        @Override
        public String id() {
            return seen.id();
        }

        @Override
        public Fault fault() {
            return seen.fault();
        }

        @Override
        public long matches() {
            return now().matches();
        }

        @Override
        public int hits() {
            return now().hits();
        }

        /** Begins to have the calling thread's request wait; empty when {@link #MOST_WAITING} wait already. */
        public Optional<Wait> beginWait() {
            return room.tryAcquire() ? Optional.of(new Wait()) : Optional.empty();
        }

        @Override
        public void close() {
            did.accept(
                    new Action.Removed(id()),
                    timeline.arrange(present -> new Arranged<>(present.stage().withoutFault(serial), true)));
        }

        @Override
        public String toString() {
            return "StandingFault[" + id() + ", " + fault() + "]";
        }

        /** One request's stay; not for use by two threads. */
        public final class Wait implements AutoCloseable {
            private Wait() {}

            /**
             * Waits, in real time. False when there is no more reason to: the fault was removed, its world reset, reseeded
             * or dropped, its sandbox closed, or the thread interrupted, which it stays.
             */
            public boolean pass(Duration time) {
                return timeline.awaitStage(
                                        stage -> stage.fault(serial) == null ? Optional.of(true) : Optional.empty(),
                                        time)
                                .isEmpty()
                        && !Thread.currentThread().isInterrupted();
            }

            /** Makes room for another request that waits. */
            @Override
            public void close() {
                room.release();
            }
        }
    }
}
