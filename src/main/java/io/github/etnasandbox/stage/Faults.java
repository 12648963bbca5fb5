package io.github.etnasandbox.stage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The faults of one world. Safe for use by many threads; a request to a world without any pays one read for each point.
 */
public final class Faults implements AutoCloseable {
    /** How many faults a world may have. Those that have struck as often as they may make room for others. */
    public static final int LIMIT = 100;

    /**
     * How many requests to all worlds of a sandbox may wait because of faults at once. Each takes one of the server's
     * threads, and enough must be left for others, and for whoever comes to remove the faults.
     */
    public static final int MOST_WAITING = 150;

    final Semaphore room;
    private int made;
    private boolean closed;
    private volatile List<StandingFault> standing = List.of(); // in the order they were made

    /**
     * Makes the faults of a world: none yet.
     *
     * @param room one permit for each further request of the sandbox that may wait, {@link #MOST_WAITING} at first
     */
    public Faults(Semaphore room) {
        this.room = room;
    }

    /**
     * Puts a fault into force, behind those that are there. When there is no more room, the oldest that has struck as often
     * as it may is removed.
     *
     * @param fault the fault
     * @return the fault in force, nothing counted yet
     * @throws IllegalStateException when there are {@link #LIMIT} already that may strike still, or the world was dropped
     */
    public synchronized StandingFault add(Fault fault) {
        if (closed) {
            throw new IllegalStateException(
                    "no request comes here any more: the world was dropped, or its sandbox closed");
        }
        if (standing.size() >= LIMIT) {
            standing.stream().filter(StandingFault::isSpent).findFirst().ifPresent(this::remove);
        }
        if (standing.size() >= LIMIT) {
            throw new IllegalStateException(
                    "there are " + LIMIT + " faults in this world already; remove some, or reset the world");
        }
        StandingFault added = new StandingFault(Integer.toString(++made), fault, this);
        List<StandingFault> more = new ArrayList<>(standing);
        more.add(added);
        standing = List.copyOf(more);
        return added;
    }

    /**
     * Tells which fault strikes a request. Every fault of this point that matches the request counts it; of those that
     * would strike it, the first made does, and only that one uses up one of its times.
     *
     * @param point where the request is
     * @param method its method, as sent
     * @param path its path inside the world, as sent and without its query
     * @param now tells the world's time; asked only when a fault depends on it
     * @return the fault that strikes, empty when none does
     */
    public Optional<StandingFault> strike(FaultPoint point, String method, String path, Supplier<Instant> now) {
        Optional<StandingFault> struck = Optional.empty();
        for (StandingFault each : standing) {
            if (each.fault().when() == point && each.fault().match().matches(method, path)) {
                boolean would = each.matches(now);
                if (would && struck.isEmpty() && each.take()) {
                    struck = Optional.of(each);
                }
            }
        }
        return struck;
    }

    /**
     * Lists the faults.
     *
     * @return those there are, in the order they were made; unmodifiable
     */
    public List<StandingFault> all() {
        return standing;
    }

    /**
     * Looks a fault up.
     *
     * @param id its id
     * @return the fault, empty when there is none
     */
    public Optional<StandingFault> find(String id) {
        return standing.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }

    /** Removes all faults, and lets go what waits because of them. Ids count from 1 again. */
    public void clear() {
        beginWith(List::of);
    }

    /**
     * Removes all faults as {@link #clear} does, and puts others into force.
     *
     * @param next tells which, at most {@link #LIMIT}; asked once no other call can come between
     */
    public void beginWith(Supplier<List<Fault>> next) {
        List<StandingFault> removed;
        synchronized (this) {
            removed = standing;
            made = 0;
            standing = List.of();
            if (!closed) {
                next.get().forEach(this::add);
            }
        }
        removed.forEach(StandingFault::letGo);
    }

    /** Removes all faults, lets go what waits because of them, and takes no more of them. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        clear();
    }

    void remove(StandingFault fault) {
        synchronized (this) {
            List<StandingFault> fewer = new ArrayList<>(standing);
            fewer.remove(fault);
            standing = List.copyOf(fewer);
        }
        fault.letGo();
    }
}
