package io.github.etnasandbox.live;

import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.stage.StandingFault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** The faults of one world. Safe for use by many threads; a request to a world without any pays one read for each point. */
public final class Faults {
    /**
     * How many requests to all worlds of a sandbox may wait because of faults at once. Each takes one of the server's
     * threads, and enough must be left for others, and for whoever comes to remove the faults.
     */
    public static final int MOST_WAITING = 150;

    final Semaphore room;
    private int made;
    private boolean closed;
    private volatile List<LiveFault> standing = List.of(); // in the order they were made

    /** @param room one permit for each further request of the sandbox that may wait, {@link #MOST_WAITING} at first */
    Faults(Semaphore room) {
        this.room = room;
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
        LiveFault added = new LiveFault(Integer.toString(++made), fault, this);
        List<LiveFault> more = new ArrayList<>(standing);
        more.add(added);
        standing = List.copyOf(more);
        return added;
    }

    /**
     * Tells which fault strikes a request. Every fault of this point that matches the request counts it; of those that
     * would strike it, the first made does, and only that one uses up one of its times.
     *
     * @param now tells the world's time; asked only when a fault depends on it
     */
    Optional<LiveFault> strike(FaultPoint point, String method, String path, Supplier<Instant> now) {
        Optional<LiveFault> struck = Optional.empty();
        for (LiveFault each : standing) {
            if (each.fault().when() == point && each.fault().match().matches(method, path)) {
                boolean would = each.matches(now);
                if (would && struck.isEmpty() && each.take()) {
                    struck = Optional.of(each);
                }
            }
        }
        return struck;
    }

    /** Returns those there are, in the order they were made. */
    List<StandingFault> all() {
        return List.copyOf(standing);
    }

    /** Removes all faults, and lets go what waits because of them. Ids count from 1 again. */
    void clear() {
        beginWith(List::of);
    }

    /**
     * Removes all faults as {@link #clear} does, and puts others into force.
     *
     * @param next tells which, at most {@link Fault#LIMIT}; asked once no other call can come between
     */
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
    }

    /** Removes all faults, lets go what waits because of them, and takes no more of them. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        clear();
    }

    void remove(LiveFault fault) {
        synchronized (this) {
            List<LiveFault> fewer = new ArrayList<>(standing);
            fewer.remove(fault);
            standing = List.copyOf(fewer);
        }
        fault.letGo();
    }
}
