package io.github.etnasandbox.stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * The gates of one world. Safe for use by many threads; a request to a world without gates pays one read for each point.
 */
public final class Gates {
    /** How many gates of one world may be unreleased at once. */
    public static final int LIMIT = 100;

    /**
     * How many gates of all worlds of a sandbox may be unreleased at once. Each may hold one of the server's threads, and
     * enough must be left for others, and for whoever comes to release them.
     */
    public static final int SANDBOX_LIMIT = 120;

    /** How long a request is held when nothing else is said. */
    public static final Duration DEFAULT_HOLD = Duration.ofSeconds(30);

    /** How long a request may be held at all. */
    public static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

    private static final int RELEASED_KEPT = 20;

    private final Semaphore room;
    private int made;
    private boolean closed;
    private volatile List<Gate> all = List.of(); // in the order they were made

    /**
     * Makes the gates of a world: none yet.
     *
     * @param room one permit for each further gate that the sandbox may have, {@link #SANDBOX_LIMIT} at first
     */
    public Gates(Semaphore room) {
        this.room = room;
    }

    /**
     * Has the next request that matches wait at a point.
     *
     * @param match which requests are meant
     * @param point where
     * @param limit how long it waits at most, in real time; more than zero, at most {@link #LONGEST_HOLD}
     * @return the gate, open
     * @throws IllegalArgumentException when the limit is out of its range
     * @throws IllegalStateException when there are too many gates, or the world was dropped
     */
    public synchronized Gate hold(RequestPattern match, GatePoint point, Duration limit) {
        if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST_HOLD) > 0) {
            throw new IllegalArgumentException(
                    "the limit is " + limit + "; it must be more than zero and at most " + LONGEST_HOLD);
        }
        if (closed) {
            throw new IllegalStateException(
                    "no request comes here any more: the world was dropped, or its sandbox closed");
        }
        if (all.stream().filter(gate -> !gate.isReleased()).count() >= LIMIT) {
            throw new IllegalStateException("there are " + LIMIT
                    + " gates in this world that nobody released; release some, or reset the world");
        }
        if (!room.tryAcquire()) {
            throw new IllegalStateException(
                    "there are " + SANDBOX_LIMIT
                            + " gates in the worlds of this sandbox that nobody released; release some, or reset or drop worlds");
        }
        Gate gate = new Gate(Integer.toString(++made), match, point, limit, this);
        List<Gate> more = new ArrayList<>(all);
        more.add(gate);
        keep(more);
        return gate;
    }

    /**
     * Has the calling thread's request wait here if a gate is open for it. A request that was held goes on without
     * meeting other gates of the same point.
     *
     * @param point where the request is
     * @param method its method, as sent
     * @param path its path inside the world, as sent and without its query
     * @return the gate that held it, empty for none
     */
    public Optional<Gate> pass(GatePoint point, String method, String path) {
        return pass(point, method, path, () -> true);
    }

    /**
     * Has the calling thread's request wait here if a gate is open for it and a condition holds.
     *
     * @param point where the request is
     * @param method its method, as sent
     * @param path its path inside the world, as sent and without its query
     * @param condition asked only when a gate is open for the request
     * @return the gate that held it, empty for none
     */
    public Optional<Gate> pass(GatePoint point, String method, String path, BooleanSupplier condition) {
        for (Gate gate : all) {
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

    /**
     * Lists the gates.
     *
     * @return those that are not released, and the last of those that are, in the order they were made; unmodifiable
     */
    public List<Gate> all() {
        return all;
    }

    /**
     * Looks a gate up.
     *
     * @param id its id
     * @return the gate, empty when there is none, or when it was released long ago
     */
    public Optional<Gate> find(String id) {
        return all.stream().filter(gate -> gate.id().equals(id)).findFirst();
    }

    /** Removes all gates, and lets go what they hold. Ids count from 1 again. */
    public void clear() {
        List<Gate> removed;
        synchronized (this) {
            removed = all;
            made = 0;
            keep(List.of());
        }
        removed.forEach(gate -> gate.release(Gate.Release.RESET));
    }

    /** Removes all gates, lets go what they hold, and takes no more of them. */
    public void close() {
        synchronized (this) {
            closed = true;
        }
        clear();
    }

    /** One of the gates is released now; told once by each. */
    synchronized void released() {
        room.release();
        keep(all);
    }

    /** Keeps these gates but the oldest of the released. */
    private void keep(List<Gate> gates) {
        long tooMany = gates.stream().filter(Gate::isReleased).count() - RELEASED_KEPT;
        List<Gate> kept = new ArrayList<>();
        for (Gate gate : gates) {
            if (!gate.isReleased() || tooMany-- <= 0) {
                kept.add(gate);
            }
        }
        all = List.copyOf(kept);
    }
}
