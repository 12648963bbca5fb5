package io.github.etnasandbox.live;

import io.github.etnasandbox.live.Timeline.Arranged;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The gates of one world. Safe for use by many threads; a request to a world without gates pays one read for each point. */
public final class Gates {
    /** So long in real time a gate stays as it is when its release cannot last. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Timeline timeline;
    private final Semaphore room;
    private final Map<Integer, LiveGate> kept = new ConcurrentHashMap<>(); // by serial

    /** The serials of those that have taken room here. One that was there when the sandbox started has taken none. */
    private final Set<Integer> inRoom = ConcurrentHashMap.newKeySet();

    /** What to do here when a gate is released that holds a message, by its serial. */
    private final Map<Integer, Runnable> held = new ConcurrentHashMap<>();

    /** @param room one permit for each further gate that the sandbox may have, {@link Gate#SANDBOX_LIMIT} at first */
    Gates(Timeline timeline, Semaphore room) {
        this.timeline = timeline;
        this.room = room;
    }

    /** See {@link io.github.etnasandbox.world.World#hold}. */
    Gate hold(RequestPattern match, GatePoint point, Duration limit) {
        if (limit.isNegative() || limit.isZero() || limit.compareTo(Gate.LONGEST_HOLD) > 0) {
            throw new IllegalArgumentException(
                    "the limit is " + limit + "; it must be more than zero and at most " + Gate.LONGEST_HOLD);
        }
        if (point == GatePoint.MESSAGE && match.method() != null) {
            throw new IllegalArgumentException(
                    "a message of a streamer has no method; leave " + match.method() + " out");
        }
        if (!room.tryAcquire()) {
            throw new IllegalStateException(
                    "there are " + Gate.SANDBOX_LIMIT
                            + " gates in the worlds of this sandbox that nobody released; release some, or reset or drop worlds");
        }
        boolean made = false;
        try {
            GateState gate = timeline.arrange(present -> {
                        Stage more = present.stage().with(match, point, limit);
                        return new Arranged<>(
                                more, more.gates().get(more.gates().size() - 1));
                    })
                    .result();
            made = true;
            inRoom.add(gate.serial());
            GateState now = timeline.stage().gate(gate.serial());
            if (now == null || now.isReleased()) {
                makeRoom(gate.serial()); // it was released before it was in there
            }
            return live(gate);
        } finally {
            if (!made) {
                room.release();
            }
        }
    }

    private void makeRoom(int serial) {
        if (inRoom.remove(serial)) {
            room.release();
        }
    }

    /**
     * Has the calling thread's request wait here if a gate is open for it and a condition holds, which is asked only then.
     * A request that was held goes on without meeting other gates of the same point. Empty when none held it.
     */
    Optional<Gate> pass(GatePoint point, String method, String path, BooleanSupplier condition) {
        for (GateState gate : timeline.stage().gates()) {
            if (gate.isOpen()
                    && gate.point() == point
                    && gate.match().matches(method, path)
                    && condition.getAsBoolean()
                    && begin(gate)) {
                hold(gate);
                return Optional.of(live(gate));
            }
        }
        return Optional.empty();
    }

    /**
     * Begins to hold what is the first to come; returns whether it is. What is done already is not held where that cannot
     * last: it must not be told that nothing has happened.
     */
    private boolean begin(GateState gate) {
        try {
            return timeline.arrange(present -> {
                        GateState now = present.stage().gate(gate.serial());
                        return now == null || !now.isOpen()
                                ? new Arranged<>(present.stage(), false)
                                : new Arranged<>(present.stage().with(gate.serial(), GateState::holding), true);
                    })
                    .result();
        } catch (StoreException notNow) {
            if (gate.point() == GatePoint.AFTER_APPLY || gate.point() == GatePoint.MESSAGE) {
                return false;
            }
            throw notNow;
        }
    }

    private void hold(GateState gate) {
        boolean released = awaitGate(gate.serial(), gate.limit(), GateState::isReleased);
        while (!released && !letGo(gate.serial())) {
            released = awaitGate(gate.serial(), RETRY, GateState::isReleased);
        }
    }

    /** Lets go what is held for as long as it may be; false when it must try again, since that cannot last now. */
    private boolean letGo(int serial) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        try {
            release(serial, interrupted ? Gate.Release.RESET : Gate.Release.LIMIT);
            return true;
        } catch (StoreException notNow) {
            return interrupted;
        }
    }

    /** Waits until a gate is as asked, or kept no more; false when it is not so soon. */
    private boolean awaitGate(int serial, Duration limit, Predicate<GateState> question) {
        return timeline.awaitStage(
                        stage -> {
                            GateState now = stage.gate(serial);
                            return now == null || question.test(now) ? Optional.of(true) : Optional.empty();
                        },
                        limit)
                .isPresent();
    }

    private void release(int serial, Gate.Release by) {
        change(serial, gate -> gate.released(by));
    }

    private void change(int serial, UnaryOperator<GateState> change) {
        timeline.arrange(present -> {
            GateState now = present.stage().gate(serial);
            boolean changes = now != null && !change.apply(now).equals(now);
            return new Arranged<>(changes ? present.stage().with(serial, change) : present.stage(), changes);
        });
    }

    /** A message that a gate holds. */
    public interface Hold {
        /** The gate's id. */
        String gate();

        /** How long it holds the message in real time. */
        Duration limit();

        /** Lets the message go since that is over; false when that cannot last now and must be tried again. */
        boolean end();
    }

    /**
     * Holds a message if a gate is open for it; empty when none is. No thread waits.
     *
     * @param letGo is run once when the gate is released, by whoever does that
     */
    Optional<Hold> holdMessage(String path, Runnable letGo) {
        for (GateState gate : timeline.stage().gates()) {
            if (gate.isOpen()
                    && gate.point() == GatePoint.MESSAGE
                    && gate.match().matches("", path)) {
                Optional<Hold> hold = holdMessage(gate, letGo);
                if (hold.isPresent()) {
                    return hold;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Hold> holdMessage(GateState gate, Runnable letGo) {
        if (held.putIfAbsent(gate.serial(), letGo) != null) {
            return Optional.empty(); // another message is coming to it
        }
        if (begin(gate)) {
            return Optional.of(live(gate));
        }
        held.remove(gate.serial(), letGo);
        return Optional.empty();
    }

    /** Returns those that are not released, and the last of those that are. */
    List<Gate> all() {
        return timeline.stage().gates().stream().<Gate>map(this::live).toList();
    }

    /** The same object for a gate as long as it is kept. */
    private LiveGate live(GateState gate) {
        LiveGate live = kept.computeIfAbsent(gate.serial(), serial -> new LiveGate(gate));
        if (timeline.stage().gate(gate.serial()) == null) {
            kept.remove(gate.serial()); // it went meanwhile, and nobody else will take it out
        }
        return live;
    }

    /** Makes room for each that is released now, and lets go the message that it holds. */
    void arranged(Stage before, Stage after) {
        for (GateState was : before.gates()) {
            GateState is = after.gate(was.serial());
            GateState last = is == null ? was.released(Gate.Release.RESET) : is;
            LiveGate live = is == null ? kept.remove(was.serial()) : kept.get(was.serial());
            if (live != null) {
                live.seen = last;
            }
            if (!was.isReleased() && last.isReleased()) {
                makeRoom(was.serial());
                Runnable letGo = held.remove(was.serial());
                if (letGo != null) {
                    letGo.run();
                }
            }
        }
    }

    /** A gate as the sandbox runs it. */
    private final class LiveGate implements Gate, Hold {
        private final int serial;
        /** What it was at last; what it is now, once it is kept no more. */
        private volatile GateState seen;

        private LiveGate(GateState seen) {
            this.serial = seen.serial();
            this.seen = seen;
        }

        private GateState now() {
            GateState now = timeline.stage().gate(serial);
            return now != null ? now : seen.released(Release.RESET);
        }

        @Override
        public String id() {
            return seen.id();
        }

        @Override
        public RequestPattern match() {
            return seen.match();
        }

        @Override
        public GatePoint point() {
            return seen.point();
        }

        @Override
        public Duration limit() {
            return seen.limit();
        }

        @Override
        public State state() {
            return now().state();
        }

        @Override
        public Optional<Release> releasedBy() {
            return Optional.ofNullable(now().releasedBy());
        }

        @Override
        public void awaitArrival(Duration atMost) {
            awaitGate(serial, atMost, gate -> !gate.isOpen());
            GateState then = now();
            if (!then.met()) {
                String why = then.isOpen() ? "within " + atMost : "before the gate was released";
                throw new IllegalStateException((point() == GatePoint.MESSAGE ? "no message" : "no request")
                        + " came to " + this + " " + why
                        + (point() == GatePoint.BEFORE_APPLY
                                ? "; one that would change nothing is not held there"
                                : ""));
            }
        }

        @Override
        public State stateWithin(Duration atMost) {
            awaitGate(serial, atMost, gate -> !gate.isOpen());
            return state();
        }

        @Override
        public void release() {
            Gates.this.release(serial, Release.CALL);
        }

        @Override
        public String gate() {
            return id();
        }

        @Override
        public boolean end() {
            return letGo(serial);
        }

        @Override
        public String toString() {
            return "Gate[" + id() + ", " + match() + ", " + point() + "]";
        }
    }
}
