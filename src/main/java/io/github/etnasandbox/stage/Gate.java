package io.github.etnasandbox.stage;

import java.time.Duration;
import java.util.Optional;

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
public interface Gate extends AutoCloseable {
    /** How many gates of one world may be unreleased at once. */
    int LIMIT = 100;

    /**
     * How many gates of all worlds of a sandbox may be unreleased at once. Each may hold one of the server's threads, and
     * enough must be left for others, and for whoever comes to release them.
     */
    int SANDBOX_LIMIT = 120;

    /** How long a request is held when nothing else is said. */
    Duration DEFAULT_HOLD = Duration.ofSeconds(30);

    /** How long a request may be held at all. */
    Duration LONGEST_HOLD = Duration.ofMinutes(5);

    /** What a gate is doing. It goes forward only, from open to holding to released, or from open to released. */
    enum State {
        /** It waits for a request that matches. */
        OPEN,
        /** A request waits at it; others pass. */
        HOLDING,
        /** It holds nothing any more: every request passes. */
        RELEASED
    }

    /** What released a gate. */
    enum Release {
        /** Somebody who called {@link Gate#release()}, or the control route that does. */
        CALL,
        /** Its limit: nobody had released it for that long. */
        LIMIT,
        /** Its world: it was reset, reseeded or dropped, or its sandbox was closed. */
        RESET
    }

    /** {@return the name of this gate among its world's, a number from 1} */
    String id();

    /** {@return which requests it is for} */
    RequestPattern match();

    /** {@return where it holds} */
    GatePoint point();

    /** {@return how long it holds a request that nobody releases: real time from the request's arrival, more than zero} */
    Duration limit();

    /** {@return what this gate is doing now} */
    State state();

    /** {@return what released this gate, empty while it is not released} */
    Optional<Release> releasedBy();

    /**
     * Waits until a request has arrived at this gate; returns at once when one has been here already.
     *
     * @param atMost how long to wait, in real time
     * @throws IllegalStateException when none has by then, or when the gate was released before one came
     */
    void awaitArrival(Duration atMost);

    /**
     * Waits until this gate is open no more.
     *
     * @param atMost how long to wait, in real time; nothing or less for not at all
     * @return its state then, {@link State#OPEN} when the time was up or the thread was interrupted, which it stays
     */
    State stateWithin(Duration atMost);

    /** Lets the held request go on, or the next one pass. Releasing twice does nothing. */
    void release();

    /** Releases this gate. */
    @Override
    default void close() {
        release();
    }
}
