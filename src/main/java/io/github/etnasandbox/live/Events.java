package io.github.etnasandbox.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What happens in the worlds of a sandbox, for those who watch. An event says where to look, not what is there. They are kept
 * from the first watcher on; before that, one costs a read. Safe for use by many threads.
 */
public final class Events {
    /** So many of the last events are kept. Who watches is a place in them, so that slow ones take no memory. */
    static final int KEPT = 10_000;

    private @Nullable Event @Nullable [] ring; // guarded by this
    private long last; // guarded by this
    private volatile boolean kept;
    private volatile boolean closed;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    Events() {}

    /** What happened. */
    public enum Type {
        /** A request to the API was answered. */
        REQUEST,
        /** A state changed by something else: the venue, the clock, a reset. */
        CHANGED,
        /** Something went over a connection to a streamer; told once until somebody lists the messages. */
        MESSAGE,
        /** An attempt to deliver to a webhook is over. */
        DELIVERY,
        /** A gate or a fault was made, met or removed. */
        STAGE,
        /** A world was made or dropped. */
        WORLDS,
        /** Events were lost to who reads; all may have changed. */
        RELOAD
    }

    /**
     * Something that happened.
     *
     * @param id its place among all events, from 1 without gaps
     * @param world the id of the world that it happened in
     * @param request the number of a request in its world's journal, 0 where it was none
     */
    public record Event(long id, Type type, String world, long request) {}

    /** Whether events are kept, as somebody watches, or has. */
    boolean areKept() {
        return kept;
    }

    void tell(Type type, String world, long request) {
        if (kept) {
            keep(type, world, request);
            wake();
        }
    }

    private synchronized void keep(Type type, String world, long request) {
        Event event = new Event(++last, type, world, request);
        ring()[place(event.id())] = event;
    }

    private @Nullable Event[] ring() {
        if (ring == null) {
            ring = new Event[KEPT];
            kept = true;
        }
        return ring;
    }

    private static int place(long id) {
        return (int) (id % KEPT);
    }

    private void wake() {
        for (Runnable waiter = waiting.poll(); waiter != null; waiter = waiting.poll()) {
            waiter.run();
        }
    }

    /** Has all readers learn that nothing more comes. */
    void close() {
        closed = true;
        wake();
    }

    /** Returns a reader of what happens from now on. */
    public synchronized Reader reader() {
        ring();
        return new Reader(last);
    }

    /** Returns a reader of what happened after an event, the last one that somebody has read. */
    public synchronized Reader readerAfter(long id) {
        ring();
        return new Reader(id > last ? -KEPT : id); // one that never was is of a sandbox before this one
    }

    /** Reads each event once, in order. For one thread at a time. */
    public final class Reader {
        private long read;

        private Reader(long read) {
            this.read = read;
        }

        /** Returns the next events, none when there are none yet. One {@link Type#RELOAD} stands for those that are lost. */
        public List<Event> next(int most) {
            synchronized (Events.this) {
                List<Event> next = new ArrayList<>();
                if (read < last - KEPT || read < 0) {
                    read = last;
                    next.add(new Event(last, Type.RELOAD, Worlds.DEFAULT, 0));
                }
                for (; read < last && next.size() < most; read++) {
                    Event event = ring()[place(read + 1)];
                    if (event != null) {
                        next.add(event);
                    }
                }
                return next;
            }
        }

        /** Whether nothing more comes than what can be read now. */
        public boolean isOver() {
            return closed;
        }

        /** Runs something once as soon as there is more to read, or nothing more comes. It must be quick. */
        public void whenThereIsMore(Runnable waiter) {
            waiting.add(waiter);
            if (closed || isBehind()) {
                wake(); // it came between
            }
        }

        private boolean isBehind() {
            synchronized (Events.this) {
                return read < last;
            }
        }
    }
}
