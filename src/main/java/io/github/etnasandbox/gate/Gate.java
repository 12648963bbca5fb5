package io.github.etnasandbox.gate;

import io.github.etnasandbox.request.RequestPattern;
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
    private final String id;
    private final RequestPattern match;
    private final GatePoint point;
    private final Duration limit;
    private final Gates gates;
    private final AtomicBoolean met = new AtomicBoolean();
    private final AtomicReference<@Nullable GateRelease> releasedBy = new AtomicReference<>();
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
    public GateState state() {
        if (releasedBy.get() != null) {
            return GateState.RELEASED;
        }
        return met.get() ? GateState.HOLDING : GateState.OPEN;
    }

    /**
     * Tells what released this gate.
     *
     * @return empty while it is not released
     */
    public Optional<GateRelease> releasedBy() {
        return Optional.ofNullable(releasedBy.get());
    }

    /**
     * Waits until a request has arrived at this gate; returns at once when one has been here already.
     *
     * @param atMost how long to wait, in real time
     * @throws IllegalStateException when none has by then, or when the gate was released before one came
     */
    public void awaitArrival(Duration atMost) {
        GateState then = stateWithin(atMost);
        if (!met.get()) {
            String why = then == GateState.OPEN ? "within " + atMost : "before the gate was released";
            throw new IllegalStateException("no request came to " + this + " " + why
                    + (point == GatePoint.BEFORE_APPLY ? "; one that would change nothing is not held there" : ""));
        }
    }

    /**
     * Waits until this gate is open no more.
     *
     * @param atMost how long to wait, in real time; nothing or less for not at all
     * @return its state then, {@link GateState#OPEN} when the time was up or the thread was interrupted, which it stays
     */
    public GateState stateWithin(Duration atMost) {
        try {
            leftOpen.await(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return state();
    }

    /** Lets the held request go on, or the next one pass. Releasing twice does nothing. */
    public void release() {
        release(GateRelease.CALL);
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

    void release(GateRelease by) {
        if (releasedBy.compareAndSet(null, by)) {
            gates.released();
            leftOpen.countDown();
            released.countDown();
        }
    }

    /** Holds the calling thread's request if it is the first to come; returns whether it was. */
    boolean hold() {
        if (state() != GateState.OPEN || !met.compareAndSet(false, true)) {
            return false;
        }
        gates.met();
        leftOpen.countDown();
        try {
            if (!released.await(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS)) {
                release(GateRelease.LIMIT);
            }
        } catch (InterruptedException serverStops) {
            release(GateRelease.RESET);
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
