package io.github.etnasandbox.stage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A hold on one request of a world: the first that matches waits at a named point until it is released; all others pass.
 *
 * <pre>{@code
 * @SandboxTest
 * class CancelRaceTest {
 *     @Test
 *     void a_cancel_that_another_one_overtakes_is_refused(World world) throws Exception {
 *         String path = "/api/v1.0/accounts/6303/orders/73552";
 *         Gate gate = world.holdNext("DELETE", path, GatePoint.BEFORE_APPLY);
 *         var first = cancel(world).asEmptyAsync();
 *         gate.awaitArrival(Duration.ofSeconds(5));
 *
 *         assertThat(cancel(world).asEmpty().getStatus()).isEqualTo(204);
 *         gate.release();
 *         assertThat(first.get().getStatus()).isEqualTo(409);
 *     }
 *
 *     private static kong.unirest.core.HttpRequest<?> cancel(World world) {
 *         return Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
 *                 .header("Et-App-Key", "demo-app-key")
 *                 .header("Authorization", "Bearer admin-token");
 *     }
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads. No request is held for ever: a gate lets go by itself when its limit has passed, when
 * its world is reset, reseeded or dropped, and when its sandbox is closed.
 */
public final class Gate implements AutoCloseable {
    /** What a gate is doing. It goes forward only, from open to holding to released, or from open to released. */
    public enum State {
        /** It waits for a request that matches. */
        OPEN,
        /** A request waits at it; others pass. */
        HOLDING,
        /** It holds nothing any more: every request passes. */
        RELEASED
    }

    /** What released a gate. */
    public enum Release {
        /** Somebody who called {@link Gate#release()}, or the control route that does. */
        CALL,
        /** Its limit: nobody had released it for that long. */
        LIMIT,
        /** Its world: it was reset, reseeded or dropped, or its sandbox was closed. */
        RESET
    }

    private final String id;
    private final RequestPattern match;
    private final GatePoint point;
    private final Duration limit;
    private final Gates gates;
    private final AtomicBoolean met = new AtomicBoolean();
    private final AtomicReference<@Nullable Release> releasedBy = new AtomicReference<>();
    private final CountDownLatch leftOpen = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Gate(String id, RequestPattern match, GatePoint point, Duration limit, Gates gates) {
        this.id = id;
        this.match = match;
        this.point = point;
        this.limit = limit;
        this.gates = gates;
    }

    /**
     * Returns the name of this gate among its world's.
     *
     * @return a number from 1
     */
    public String id() {
        return id;
    }

    /**
     * Returns which requests it is for.
     *
     * @return the pattern
     */
    public RequestPattern match() {
        return match;
    }

    /**
     * Returns where it holds.
     *
     * @return the point
     */
    public GatePoint point() {
        return point;
    }

    /**
     * Returns how long it holds a request that nobody releases.
     *
     * @return real time from the request's arrival, more than zero
     */
    public Duration limit() {
        return limit;
    }

    /**
     * Tells what this gate is doing.
     *
     * @return its state now
     */
    public State state() {
        if (isReleased()) {
            return State.RELEASED;
        }
        return met.get() ? State.HOLDING : State.OPEN;
    }

    /**
     * Tells what released this gate.
     *
     * @return empty while it is not released
     */
    public Optional<Release> releasedBy() {
        return Optional.ofNullable(releasedBy.get());
    }

    /**
     * Waits until a request has arrived at this gate; returns at once when one has been here already.
     *
     * @param atMost how long to wait, in real time
     * @throws IllegalStateException when none has by then, or when the gate was released before one came
     */
    public void awaitArrival(Duration atMost) {
        State then = stateWithin(atMost);
        if (!met.get()) {
            String why = then == State.OPEN ? "within " + atMost : "before the gate was released";
            throw new IllegalStateException("no request came to " + this + " " + why
                    + (point == GatePoint.BEFORE_APPLY ? "; one that would change nothing is not held there" : ""));
        }
    }

    /**
     * Waits until this gate is open no more.
     *
     * @param atMost how long to wait, in real time; nothing or less for not at all
     * @return its state then, {@link State#OPEN} when the time was up or the thread was interrupted, which it stays
     */
    public State stateWithin(Duration atMost) {
        try {
            leftOpen.await(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state();
    }

    /** Lets the held request go on, or the next one pass. Releasing twice does nothing. */
    public void release() {
        release(Release.CALL);
    }

    /** Releases this gate. */
    @Override
    public void close() {
        release();
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
