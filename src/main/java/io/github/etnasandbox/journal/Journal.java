package io.github.etnasandbox.journal;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/**
 * The request journal of one world: its last exchanges. When they would take more memory than they may, the oldest are
 * dropped. Safe for use by many threads; an exchange is here whole or not at all.
 */
public final class Journal {
    /** How many bytes of exchanges a world keeps unless told otherwise: some two thousand cancels. */
    public static final int DEFAULT_BYTES = 4 * 1024 * 1024;

    /** An exchange, and how many bytes it takes. */
    private record Kept(Exchange exchange, int weight) {}

    private final long limit;
    private final ArrayDeque<Kept> kept = new ArrayDeque<>();
    private long bytes;

    /** The number of the last exchange; numbers have no gaps, so that those that are not kept were dropped. */
    private long last;

    /** How many exchanges ever came. Unlike numbers it goes on when all is forgotten: readers know by it what is new. */
    private long added;

    /**
     * Makes a journal.
     *
     * @param limit how many bytes of exchanges to keep, near enough; 0 for keeping none
     */
    public Journal(long limit) {
        this.limit = limit;
    }

    /** {@return whether exchanges are kept at all} */
    public boolean isOn() {
        return limit > 0;
    }

    /**
     * Keeps an exchange, and gives it the next number.
     *
     * @param exchange the exchange, whatever its number
     */
    public void add(Exchange exchange) {
        int weight = exchange.weight(); // weighed before the others have to wait
        synchronized (this) {
            kept.add(new Kept(exchange.numbered(++last), weight));
            bytes += weight;
            added++;
            while (bytes > limit) {
                bytes -= kept.remove().weight();
            }
        }
    }

    /** {@return the exchanges that are kept now, by number} */
    public Exchanges exchanges() {
        return reader().next();
    }

    /** {@return a reader of what is kept, and then of what comes} */
    public Reader reader() {
        return new Reader();
    }

    /** Reads each exchange once, in a time that depends on the new ones alone. For one thread at a time. */
    public final class Reader {
        private long read;

        private Reader() {}

        /** {@return the exchanges that came since the last call and are still kept, often none} */
        public Exchanges next() {
            synchronized (Journal.this) {
                long fresh = Math.min(added - read, kept.size());
                read = added;
                ArrayDeque<Exchange> newest = new ArrayDeque<>();
                Iterator<Kept> back = kept.descendingIterator();
                for (long i = 0; i < fresh; i++) {
                    newest.addFirst(back.next().exchange());
                }
                return new Exchanges(List.copyOf(newest), last - kept.size());
            }
        }
    }

    /** Forgets everything. Numbers start from 1 again. */
    public synchronized void clear() {
        kept.clear();
        bytes = 0;
        last = 0;
    }
}
