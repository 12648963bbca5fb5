package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.state.State;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The request journal of one world: its last exchanges, and what the world was after each. When they would take more memory
 * than they may, the oldest are dropped; states first, of which there is half of it at most. Safe for use by many threads; an
 * exchange is here whole or not at all.
 */
final class Journal {
    private static final int OBJECTS = 700;
    private static final int CHANGE = 1_200;
    private static final int TEXT = 56;
    private static final int STATE = 2_400; // in a world of 40,000 orders; less in a smaller one
    private static final int SAME_STATE = 50;

    /** An exchange, and how many bytes it takes. */
    private record Kept(Exchange exchange, int weight) {}

    /** What the world was right after an exchange, and how many bytes that takes beside the state before. */
    private record Past(long number, State state, long weight) {}

    private final long limit;
    private final ArrayDeque<Kept> kept = new ArrayDeque<>();
    private final ArrayDeque<Past> past = new ArrayDeque<>();
    private long bytes;
    private long pastBytes;

    /** The number of the last exchange; numbers have no gaps, so that those that are not kept were dropped. */
    private long last;

    /** How many exchanges ever came. Unlike numbers it goes on when all is forgotten: readers know by it what is new. */
    private long added;

    /** @param limit how many bytes of exchanges to keep, near enough; 0 for keeping none */
    Journal(long limit) {
        this.limit = limit;
    }

    /**
     * Returns the exchange with the number that it has been given.
     *
     * @param after what the world was once it was decided
     */
    Exchange add(Exchange exchange, State after) {
        int weight = weight(exchange); // weighed before the others have to wait
        synchronized (this) {
            Exchange numbered = numbered(++last, exchange);
            kept.add(new Kept(numbered, weight));
            bytes += weight;
            added++;
            addPast(new Past(
                    last,
                    after,
                    weight(after, past.peekLast(), exchange.changes().size())));
            while (bytes + pastBytes > limit) {
                if (pastBytes > limit / 2) {
                    dropPast();
                } else {
                    dropExchange();
                }
            }
            return numbered;
        }
    }

    private void addPast(Past added) {
        past.add(added);
        pastBytes += added.weight();
    }

    private void dropPast() {
        pastBytes -= past.remove().weight();
    }

    private void dropExchange() {
        Kept dropped = kept.remove();
        bytes -= dropped.weight();
        Past oldest = past.peek();
        if (oldest != null && oldest.number() == dropped.exchange().number()) {
            dropPast();
        }
    }

    /** The state after an exchange; empty when it is not kept. */
    synchronized Optional<State> stateAfter(long number) {
        return past.stream()
                .filter(each -> each.number() == number)
                .map(Past::state)
                .findFirst();
    }

    /** The number of the first exchange whose state after is kept; empty when none is. */
    synchronized OptionalLong statesFrom() {
        Past oldest = past.peek();
        return oldest == null ? OptionalLong.empty() : OptionalLong.of(oldest.number());
    }

    /** Tells for a person which exchanges have a state that is kept. */
    synchronized String statesKept() {
        return past.isEmpty()
                ? "none"
                : "those of " + past.getFirst().number() + " to "
                        + past.getLast().number();
    }

    private static Exchange numbered(long number, Exchange of) {
        return new Exchange(
                number,
                of.at(),
                of.request(),
                of.response(),
                of.rule(),
                of.checks(),
                of.changes(),
                of.fault(),
                of.gates());
    }

    Exchanges exchanges() {
        return reader().next();
    }

    /** Returns a reader of what is kept, and then of what comes. */
    Reader reader() {
        return new Reader();
    }

    /** Reads each exchange once, in a time that depends on the new ones alone. For one thread at a time. */
    final class Reader {
        private long read;

        private Reader() {}

        /** Returns the exchanges that came since the last call and are still kept, often none. */
        Exchanges next() {
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
    synchronized void clear() {
        kept.clear();
        past.clear();
        bytes = 0;
        pastBytes = 0;
        last = 0;
    }

    /** How many bytes of memory an exchange takes, near enough. */
    static int weight(Exchange exchange) {
        Exchange.Request request = exchange.request();
        Exchange.Response response = exchange.response();
        int weight = OBJECTS + CHANGE * exchange.changes().size() + weight(request.path()) + weight(request.url());
        weight += weight(request.body().text()) + weight(request.headers());
        for (Check check : exchange.checks()) {
            weight += weight(check.facts());
        }
        return response == null ? weight : weight + weight(response.body().text()) + weight(response.headers());
    }

    /**
     * How many bytes a state takes that one before it does not, near enough.
     *
     * @param weighed how many of its orders are weighed already, as an exchange has changed them
     */
    @SuppressWarnings("ReferenceEquality")
    private static long weight(State state, @Nullable Past before, int weighed) {
        if (before == null) {
            return STATE;
        }
        if (before.state() == state) {
            return SAME_STATE;
        }
        long[] changed = {0};
        state.orders().forEachChangedSince(before.state().orders(), order -> changed[0]++);
        return STATE + CHANGE * Math.max(0, changed[0] - weighed);
    }

    private static int weight(List<HeaderField> fields) {
        int weight = 0;
        for (HeaderField field : fields) {
            weight += weight(field.name()) + weight(field.value());
        }
        return weight;
    }

    private static int weight(String text) {
        return TEXT + text.length();
    }
}
