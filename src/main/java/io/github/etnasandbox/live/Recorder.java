package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.state.State;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what happens in one world, without the credentials in it, and tells those who wait or watch. Thread-safe. */
public final class Recorder {
    private final Worlds among;
    private final String world;
    private final int bytes;
    private final Timeline timeline;
    private final Journal journal;
    private final Waiters arrivals = new Waiters();

    /**
     * @param bytes how many of them the journal may take
     * @param notes is told what the journal keeps; null for nobody
     */
    Recorder(Worlds among, String world, int bytes, Timeline timeline, Journal.@Nullable Notes notes) {
        this.among = among;
        this.world = world;
        this.bytes = bytes;
        this.timeline = timeline;
        this.journal = new Journal(bytes, notes);
    }

    /** Whether anybody would learn of a request that is recorded. */
    public boolean isWanted() {
        return bytes > 0 || among.log != null || among.events.areKept();
    }

    /**
     * Keeps an exchange in the request journal. The journal numbers it, the log tells it, and those who wait for it wake.
     *
     * @param original what the journal does not show of it; null when it cannot be sent again
     * @param applied what came of the request; null when it was not decided
     * @return the exchange as it is kept
     */
    public Exchange record(Exchange exchange, Step.@Nullable Sent original, @Nullable Applied<?> applied) {
        Applied<?> decided = applied == null ? timeline.look() : applied;
        Exchange shown = among.credentials.hiddenIn(exchange, decided.before());
        Step.Sent sent = original == null ? null : sent(original, shown.request(), decided);
        Exchange kept = journal.add(shown, sent, decided, timeline.stage().faultsLeft());
        if (among.log != null) {
            among.log.accept((world.equals(Worlds.DEFAULT) ? "" : "world " + world + " ") + kept.line());
        }
        among.events.tell(Events.Type.REQUEST, world, kept.number());
        arrivals.wake();
        return kept;
    }

    private Step.Sent sent(Step.Sent original, Exchange.Request shown, Applied<?> applied) {
        return new Step.Sent(
                among.credentials.knownIn(original.request(), shown, applied.before()),
                original.base64(),
                original.answerSum());
    }

    /**
     * Keeps a request that was applied until it is recorded, which may take as long as a fault delays it.
     *
     * @param original tells what the journal does not show of it
     */
    public void begin(Applied<?> applied, Supplier<Step.Sent> original) {
        if (applied.changed()) {
            journal.begin(applied.moment(), () -> {
                Step.Sent sent = original.get();
                Exchange.Request shown = among.credentials.hiddenIn(sent.request(), applied.before());
                return new Step(
                        applied.moment(),
                        applied.at(),
                        applied.after(),
                        List.of(),
                        null,
                        sent(sent, shown, applied),
                        null);
            });
        }
    }

    /** Keeps what a tester did. */
    void keep(Action action, Applied<?> applied) {
        journal.add(Step.of(action, applied, timeline.stage().faultsLeft()));
    }

    /** A check of a request that was applied, as it may be shown. */
    public Check withoutCredentials(Check check, Applied<?> applied) {
        return among.credentials.hiddenIn(check, applied.before());
    }

    /** A text with the fingerprints of the credentials in it. */
    public String withoutCredentials(String text) {
        return among.credentials.hiddenIn(text, timeline.state());
    }

    /** What has happened, as far back as the request journal goes. */
    public Recording recording() {
        return journal.recording();
    }

    Exchanges requests() {
        return journal.exchanges();
    }

    /** See {@link io.github.etnasandbox.world.World#awaitRequests}. */
    Exchanges await(ExchangePattern pattern, Duration limit) {
        Journal.Reader arrived = journal.reader();
        return arrivals.await(
                        limit,
                        () -> Optional.of(arrived.next().matching(pattern)).filter(found -> !found.isEmpty()),
                        () -> Waiters.LONG)
                .orElseGet(() -> requests().matching(pattern));
    }

    /** See {@link io.github.etnasandbox.world.World#snapshotAfter}. */
    State stateAfter(long request) {
        return journal.stateAfter(request)
                .orElseThrow(() ->
                        new NoSuchElementException("world '" + world + "' does not keep what it was after request "
                                + request + "; it does for " + journal.statesKept()));
    }

    /** The number of the first request after which it is known what the world was; empty when there is none. */
    public OptionalLong statesFrom() {
        return journal.statesFrom();
    }

    /** Goes on from what was kept before, see {@link Journal#goOnFrom}. */
    void goOnFrom(LogReader.Found found) {
        journal.goOnFrom(found.journal(), found.lastExchange(), nothingBefore());
    }

    private Step nothingBefore() {
        Applied<?> now = timeline.look();
        return new Step(now.moment(), now.at(), now.after(), timeline.stage().faultsLeft(), null, null, null);
    }

    /** See {@link Journal#with}. */
    <R> R withJournal(BiFunction<List<Journal.Told>, Long, R> use) {
        return journal.with(use);
    }

    /** Forgets everything, as the world has started over from its seed at a moment. */
    void beginAt(long moment) {
        journal.clear(null, moment);
    }

    /** Forgets everything; the world goes on as it is. */
    void forget() {
        Step before = nothingBefore();
        journal.clear(before, before.moment());
    }

    /** Ends all waits, now and from now on. */
    void close() {
        arrivals.close();
    }
}
