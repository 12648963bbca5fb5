package io.github.etnasandbox.live;

import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A gate as the sandbox runs it. */
final class LiveGate implements Gate {
    private final String id;
    private final RequestPattern match;
    private final GatePoint point;
    private final Duration limit;
    private final Gates gates;
    private final AtomicBoolean met = new AtomicBoolean();
    private final AtomicReference<@Nullable Release> releasedBy = new AtomicReference<>();
    private final CountDownLatch leftOpen = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    LiveGate(String id, RequestPattern match, GatePoint point, Duration limit, Gates gates) {
        this.id = id;
        this.match = match;
        this.point = point;
        this.limit = limit;
        this.gates = gates;
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
            throw new IllegalStateException("no request came to " + this + " " + why
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
            gates.released();
            leftOpen.countDown();
            released.countDown();
        }
    }

    /** Holds the calling thread's request if it is the first to come; returns whether it was. */
    boolean hold() {
        if (state() != State.OPEN || !met.compareAndSet(false, true)) {
            return false;
        }
        leftOpen.countDown();
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
