package io.github.etnasandbox.live;

import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The gates of one world. Safe for use by many threads; a request to a world without gates pays one read for each point. */
public final class Gates {
    private static final int RELEASED_KEPT = 20;

    private final Semaphore room;
    private final Runnable onChange;
    private int made;
    private boolean closed;
    private volatile List<LiveGate> all = List.of(); // in the order they were made

    /**
     * @param room one permit for each further gate that the sandbox may have, {@link Gate#SANDBOX_LIMIT} at first
     * @param onChange is told when a gate was made, holds or was released
     */
    Gates(Semaphore room, Runnable onChange) {
        this.room = room;
        this.onChange = onChange;
    }

    /** See {@link io.github.etnasandbox.world.World#hold}. */
    synchronized Gate hold(RequestPattern match, GatePoint point, Duration limit) {
        if (limit.isNegative() || limit.isZero() || limit.compareTo(Gate.LONGEST_HOLD) > 0) {
            throw new IllegalArgumentException(
                    "the limit is " + limit + "; it must be more than zero and at most " + Gate.LONGEST_HOLD);
        }
        if (point == GatePoint.MESSAGE && match.method() != null) {
            throw new IllegalArgumentException(
                    "a message of a streamer has no method; leave " + match.method() + " out");
        }
        if (closed) {
            throw new IllegalStateException(
                    "no request comes here any more: the world was dropped, or its sandbox closed");
        }
        if (all.stream().filter(gate -> !gate.isReleased()).count() >= Gate.LIMIT) {
            throw new IllegalStateException("there are " + Gate.LIMIT
                    + " gates in this world that nobody released; release some, or reset the world");
        }
        if (!room.tryAcquire()) {
            throw new IllegalStateException(
                    "there are " + Gate.SANDBOX_LIMIT
                            + " gates in the worlds of this sandbox that nobody released; release some, or reset or drop worlds");
        }
        LiveGate gate = new LiveGate(Integer.toString(++made), match, point, limit);
        List<LiveGate> more = new ArrayList<>(all);
        more.add(gate);
        keep(more);
        return gate;
    }

    /**
     * Has the calling thread's request wait here if a gate is open for it and a condition holds, which is asked only then.
     * A request that was held goes on without meeting other gates of the same point. Empty when none held it.
     */
    Optional<Gate> pass(GatePoint point, String method, String path, BooleanSupplier condition) {
        for (LiveGate gate : all) {
            if (gate.state() == Gate.State.OPEN
                    && gate.point() == point
                    && gate.match().matches(method, path)
                    && condition.getAsBoolean()
                    && gate.hold()) {
                return Optional.of(gate);
            }
        }
        return Optional.empty();
    }

    /** A message that a gate holds. */
    public interface Hold {
        /** The gate's id. */
        String gate();

        /** How long it holds the message in real time. */
        Duration limit();

        /** Lets the message go since that is over. */
        void end();
    }

    /**
     * Holds a message if a gate is open for it; empty when none is. No thread waits.
     *
     * @param letGo is run once when the gate is released, by whoever does that
     */
    Optional<Hold> holdMessage(String path, Runnable letGo) {
        for (LiveGate gate : all) {
            if (gate.point() == GatePoint.MESSAGE && gate.match().matches("", path) && gate.begin(letGo)) {
                return Optional.of(gate);
            }
        }
        return Optional.empty();
    }

    /** Returns those that are not released, and the last of those that are. */
    List<Gate> all() {
        return List.copyOf(all);
    }

    /** Removes all gates, and lets go what they hold. Ids count from 1 again. */
    void clear() {
        List<LiveGate> removed;
        synchronized (this) {
            removed = all;
            made = 0;
            keep(List.of());
        }
        removed.forEach(gate -> gate.release(Gate.Release.RESET));
    }

    /** Removes all gates, lets go what they hold, and takes no more of them. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        clear();
    }

    /** One of the gates is released now; told once by each. */
    private synchronized void makeRoom() {
        room.release();
        keep(all);
    }

    /** Keeps these gates but the oldest of the released. */
    private void keep(List<LiveGate> gates) {
        long tooMany = gates.stream().filter(LiveGate::isReleased).count() - RELEASED_KEPT;
        List<LiveGate> kept = new ArrayList<>();
        for (LiveGate gate : gates) {
            if (!gate.isReleased() || tooMany-- <= 0) {
                kept.add(gate);
            }
        }
        all = List.copyOf(kept);
        onChange.run();
    }

    /** A gate as the sandbox runs it. */
    private final class LiveGate implements Gate, Hold {
        private final String id;
        private final RequestPattern match;
        private final GatePoint point;
        private final Duration limit;
        private final AtomicBoolean met = new AtomicBoolean();
        private final AtomicReference<@Nullable Release> releasedBy = new AtomicReference<>();
        private final AtomicReference<Runnable> letGo = new AtomicReference<>(() -> {});
        private final CountDownLatch leftOpen = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        LiveGate(String id, RequestPattern match, GatePoint point, Duration limit) {
            this.id = id;
            this.match = match;
            this.point = point;
            this.limit = limit;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public RequestPattern match() {
            return match;
        }

        @Override
        public GatePoint point() {
            return point;
        }

        @Override
        public Duration limit() {
            return limit;
        }

        @Override
        public State state() {
            if (isReleased()) {
                return State.RELEASED;
            }
            return met.get() ? State.HOLDING : State.OPEN;
        }

        @Override
        public Optional<Release> releasedBy() {
            return Optional.ofNullable(releasedBy.get());
        }

        @Override
        public void awaitArrival(Duration atMost) {
            State then = stateWithin(atMost);
            if (!met.get()) {
                String why = then == State.OPEN ? "within " + atMost : "before the gate was released";
                throw new IllegalStateException((point == GatePoint.MESSAGE ? "no message" : "no request") + " came to "
                        + this + " " + why
                        + (point == GatePoint.BEFORE_APPLY ? "; one that would change nothing is not held there" : ""));
            }
        }

        @Override
        public State stateWithin(Duration atMost) {
            try {
                leftOpen.await(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return state();
        }

        @Override
        public void release() {
            release(Release.CALL);
        }

        @Override
        public String toString() {
            return "Gate[" + id + ", " + match + ", " + point + "]";
        }

        boolean isReleased() {
            return releasedBy.get() != null;
        }

        void release(Release by) {
            if (releasedBy.compareAndSet(null, by)) {
                makeRoom();
                leftOpen.countDown();
                released.countDown();
                letGo.getAndSet(() -> {}).run();
            }
        }

        @Override
        public String gate() {
            return id;
        }

        @Override
        public void end() {
            release(Release.LIMIT);
        }

        /** Begins to hold what is the first to come; returns whether it is. */
        private boolean begin(Runnable whenLetGo) {
            if (state() != State.OPEN || !met.compareAndSet(false, true)) {
                return false;
            }
            letGo.set(whenLetGo);
            leftOpen.countDown();
            onChange.run();
            if (isReleased()) {
                letGo.getAndSet(() -> {}).run(); // it was released meanwhile
            }
            return true;
        }

        /** Holds the calling thread's request if it is the first to come; returns whether it was. */
        boolean hold() {
            if (!begin(() -> {})) {
                return false;
            }
            try {
                if (!released.await(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS)) {
                    release(Release.LIMIT);
                }
            } catch (InterruptedException serverStops) {
                release(Release.RESET);
                Thread.currentThread().interrupt();
            }
            return true;
        }
    }
}
