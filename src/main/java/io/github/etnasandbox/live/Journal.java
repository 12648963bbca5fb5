package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.state.State;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The request journal of one world: its last exchanges, and what happened otherwise and what the world was after each. When
 * they would take more memory than they may, the oldest are dropped; steps first, of which there is half of it at most. Safe
 * for use by many threads; an exchange is here whole or not at all.
 */
final class Journal {
    private static final int OBJECTS = 700;
    private static final int CHANGE = 1_200;
    private static final int TEXT = 56;
    private static final int STATE = 2_450; // in a world of 40,000 orders; less in a smaller one
    private static final int SAME_STATE = 100;

    /** An exchange, when it was applied, and how many bytes it takes. */
    private record Kept(Exchange exchange, long moment, int weight) {}

    /**
     * An exchange that was here before.
     *
     * @param moment when it was applied
     * @param after what the world was then; null where nobody knows
     */
    record Told(Exchange exchange, long moment, @Nullable State after) {}

    /** Is told what comes and goes, in that order. It must be quick. */
    interface Notes {
        void added(Exchange exchange, long moment);

        void cleared();
    }

    /**
     * A step, and how many bytes it takes beside its exchange and the state before.
     *
     * @param number that of its exchange, or of the last one before an action
     */
    private record Past(long number, Step step, long weight) {
        boolean isRequest() {
            return step.exchange() != null;
        }
    }

    private final long limit;
    private final @Nullable Notes notes;
    private final ArrayDeque<Kept> kept = new ArrayDeque<>();
    private final ArrayDeque<Past> past = new ArrayDeque<>();
    private long bytes;
    private long pastBytes;

    /** The number of the last exchange; numbers have no gaps, so that those that are not kept were dropped. */
    private long last;

    /** How many exchanges ever came. Unlike numbers it goes on when all is forgotten: readers know by it what is new. */
    private long added;

    /** What was applied and has no answer yet, by its moment. Nobody else can change the world at that moment. */
    private final Map<Long, Supplier<Step>> underWay = new ConcurrentHashMap<>();

    /** The step before all others, null for the beginning with the seed; and the moment from which on they count. */
    private @Nullable Step beginning;

    private long begun;

    /**
     * @param limit how many bytes of exchanges to keep, near enough; 0 for keeping none
     * @param notes is told what is kept; null for nobody
     */
    Journal(long limit, @Nullable Notes notes) {
        this.limit = limit;
        this.notes = notes;
    }

    /**
     * Goes on from what was here before. Of it, nothing can be sent again.
     *
     * @param number that of the last exchange
     * @param before what the world is now; what is recorded comes after it
     */
    synchronized void goOnFrom(List<Told> exchanges, long number, Step before) {
        for (Told each : exchanges) {
            keep(each.exchange(), each.moment(), weight(each.exchange()));
            if (each.after() != null) {
                Step step = new Step(
                        each.moment(), each.exchange().at(), each.after(), List.of(), each.exchange(), null, null);
                int weighed = each.exchange().changes().size();
                past.add(new Past(each.exchange().number(), step, weight(each.after(), past.peekLast(), weighed)));
                pastBytes += past.getLast().weight();
            }
            dropWhatIsTooMuch();
        }
        last = number;
        beginning = before;
        begun = before.moment();
    }

    /** Does something with what is kept while nothing is added. */
    synchronized <R> R with(BiFunction<List<Told>, Long, R> use) {
        return use.apply(
                kept.stream()
                        .map(each -> new Told(each.exchange(), each.moment(), null))
                        .toList(),
                last);
    }

    /**
     * Returns the exchange with the number that it has been given.
     *
     * @param sent what it takes to send it again; null where it cannot be
     * @param applied what the request found and left
     * @param faults those that stand then
     */
    Exchange add(Exchange exchange, Step.@Nullable Sent sent, Applied<?> applied, List<FaultState.Left> faults) {
        int weight = weight(exchange); // weighed before the others have to wait
        int hidden = sent == null ? 0 : hidden(exchange.request().headers(), sent);
        synchronized (this) {
            underWay.remove(applied.moment());
            Exchange numbered = numbered(++last, exchange);
            keep(numbered, applied.moment(), weight);
            if (notes != null && limit > 0) {
                notes.added(numbered, applied.moment());
            }
            Step step = new Step(applied.moment(), applied.at(), applied.after(), faults, numbered, sent, null);
            add(step, hidden, exchange.changes().size());
            return numbered;
        }
    }

    /**
     * Keeps a request that has changed the world until its exchange is added, which may take as long as a fault delays it.
     *
     * @param step tells the step, if anybody wants to know
     */
    void begin(long moment, Supplier<Step> step) {
        if (limit > 0) {
            underWay.put(moment, step);
        }
    }

    /** Keeps what a tester did. */
    synchronized void add(Step action) {
        add(action, OBJECTS, 0);
    }

    /** @param weighed how many of the changed orders are weighed already, as an exchange has changed them */
    private void add(Step step, int weight, int weighed) {
        long all = weight + weight(step.after(), past.peekLast(), weighed);
        past.add(new Past(last, step, all));
        pastBytes += all;
        dropWhatIsTooMuch();
    }

    private void keep(Exchange exchange, long moment, int weight) {
        kept.add(new Kept(exchange, moment, weight));
        bytes += weight;
        added++;
    }

    private void dropWhatIsTooMuch() {
        while (bytes + pastBytes > limit) {
            if (pastBytes > limit / 2) {
                dropPast();
            } else {
                dropExchange();
            }
        }
    }

    private void dropPast() {
        Past dropped = past.remove();
        pastBytes -= dropped.weight();
        if (dropped.step().end() >= begun) {
            beginning = dropped.step();
            begun = beginning.end();
        }
    }

    private void dropExchange() {
        Kept dropped = kept.remove();
        bytes -= dropped.weight();
        while (!past.isEmpty() && past.element().number() <= dropped.exchange().number()) {
            dropPast();
        }
    }

    /** The state after an exchange; empty when it is not kept. */
    synchronized Optional<State> stateAfter(long number) {
        return past.stream()
                .filter(each -> each.isRequest() && each.number() == number)
                .map(each -> each.step().after())
                .findFirst();
    }

    /** The number of the first exchange whose state after is kept; empty when none is. */
    synchronized OptionalLong statesFrom() {
        return past.stream().filter(Past::isRequest).mapToLong(Past::number).findFirst();
    }

    /** Tells for a person which exchanges have a state that is kept. */
    synchronized String statesKept() {
        OptionalLong from = statesFrom();
        return from.isEmpty() ? "none" : "those of " + from.getAsLong() + " to " + last;
    }

    /** All steps that are kept; some came here in another order than they were applied in. */
    synchronized Recording recording() {
        return new Recording(
                beginning,
                Stream.concat(
                                past.stream().map(Past::step),
                                underWay.values().stream().map(Supplier::get))
                        .filter(step -> step.moment() >= begun)
                        .sorted(Comparator.comparingLong(Step::moment))
                        .toList());
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

    /**
     * Forgets everything. Numbers start from 1 again.
     *
     * @param before the step after which the world is recorded anew; null when it has started over from its seed
     * @param from the moment of the first step that counts
     */
    synchronized void clear(@Nullable Step before, long from) {
        kept.clear();
        past.clear();
        bytes = 0;
        pastBytes = 0;
        last = 0;
        beginning = before;
        begun = from;
        if (notes != null) {
            notes.cleared();
        }
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

    /** How many bytes a request takes that can be sent again, beside the one that is shown. */
    private static int hidden(List<HeaderField> shown, Step.Sent sent) {
        List<HeaderField> fields = sent.request().headers();
        int weight = sent.base64() == null ? 0 : sent.base64().length();
        return fields == shown
                ? weight
                : weight
                        + fields.stream()
                                .filter(field -> !shown.contains(field))
                                .mapToInt(Journal::weight)
                                .sum();
    }

    /** How many bytes a state takes that one before it does not, near enough. */
    @SuppressWarnings("ReferenceEquality")
    private static long weight(State state, @Nullable Past before, int weighed) {
        if (before == null) {
            return STATE;
        }
        State found = before.step().after();
        if (found == state) {
            return SAME_STATE;
        }
        long[] changed = {0};
        state.orders().forEachChangedSince(found.orders(), order -> changed[0]++);
        return STATE + CHANGE * Math.max(0, changed[0] - weighed);
    }

    private static int weight(List<HeaderField> fields) {
        int weight = 0;
        for (HeaderField field : fields) {
            weight += weight(field);
        }
        return weight;
    }

    private static int weight(HeaderField field) {
        return weight(field.name()) + weight(field.value());
    }

    private static int weight(String text) {
        return TEXT + text.length();
    }
}
