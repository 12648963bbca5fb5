package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.OrderChange;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonRecords;
import io.github.etnasandbox.json.RawJson;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.FaultShape;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.StateHolder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spells what becomes of a world as the entries of its log. */
final class LogWriter {
    /** The version of the form of what is written here. */
    static final int FORM = 1;

    private static final String NO_DIFFERENCE = "{}";

    private final SeedDocuments documents;

    LogWriter(SeedDocuments documents) {
        this.documents = documents;
    }

    /** A version that comes from the one before. */
    byte[] next(Life before, Life after, Instant at) {
        return entry(new LogEntry.Change(
                after.version(),
                at.toString(),
                null,
                null,
                difference(after.seed(), before.state(), after.state()),
                stage(before.stage(), after.stage(), after.state())));
    }

    /** A version that goes on from another state. */
    byte[] restored(Life before, Life after) {
        return entry(new LogEntry.Change(
                after.version(),
                after.state().clock().toString(),
                LogEntry.Origin.STATE,
                null,
                difference(after.seed(), before.state(), after.state()),
                null));
    }

    /** A version that begins from its seed, the one before or another. */
    @SuppressWarnings("ReferenceEquality")
    byte[] begun(Life before, Life after) {
        Seed seed = after.seed();
        return entry(new LogEntry.Change(
                after.version(),
                after.state().clock().toString(),
                LogEntry.Origin.SEED,
                seed == before.seed() ? null : documents.keep(seed),
                difference(seed, Snapshots.stateOf(seed), after.state()),
                null));
    }

    private static byte[] entry(LogEntry.Change change) {
        return JsonRecords.bytes(new LogEntry(change, null, null));
    }

    /** An exchange of the journal, whose changes are told by its moment. */
    static byte[] exchange(Exchange exchange, long moment) {
        return JsonRecords.bytes(new LogEntry(null, answered(exchange, moment, null), null));
    }

    /** An exchange of the journal that was applied before the base. */
    static byte[] exchange(Exchange exchange, long moment, Life frame) {
        return JsonRecords.bytes(new LogEntry(null, answered(exchange, moment, orders(exchange, frame)), null));
    }

    static byte[] forgotten() {
        return JsonRecords.bytes(new LogEntry(null, null, true));
    }

    /** All that a world is. */
    byte[] base(Life life, Instant at, List<Journal.Told> journal, long lastExchange) {
        State beginning = Snapshots.stateOf(life.seed());
        LogEntry.Change change = new LogEntry.Change(
                life.version(),
                at.toString(),
                LogEntry.Origin.SEED,
                documents.keep(life.seed()),
                difference(life.seed(), beginning, life.state()),
                stage(Stage.of(List.of()), life.stage(), life.state()));
        List<LogEntry.Answered> exchanges = new ArrayList<>(journal.size());
        for (Journal.Told each : journal) {
            exchanges.add(answered(each.exchange(), each.moment(), orders(each.exchange(), life)));
        }
        return JsonRecords.bytes(new LogEntry.Base(FORM, change, exchanges, lastExchange));
    }

    private static @Nullable RawJson difference(Seed seed, State before, State after) {
        String effect = Snapshots.effect(seed, before, after);
        return effect.equals(NO_DIFFERENCE) ? null : new RawJson(effect);
    }

    @SuppressWarnings("ReferenceEquality")
    private static LogEntry.@Nullable StageChange stage(Stage before, Stage after, State state) {
        if (before == after) {
            return null;
        }
        List<LogEntry.Snapshot> kept = new ArrayList<>();
        after.snapshots().forEach((name, snapshot) -> {
            if (before.snapshots().get(name) != snapshot) {
                kept.add(new LogEntry.Snapshot(name, new RawJson(((StateHolder) snapshot).effectOn(state))));
            }
        });
        List<String> forgotten = before.snapshots().keySet().stream()
                .filter(name -> !after.snapshots().containsKey(name))
                .toList();
        return new LogEntry.StageChange(
                after.serials(),
                after.faultsMade(),
                after.gatesMade(),
                before.faults() == after.faults() ? null : faults(after),
                before.gates() == after.gates() ? null : gates(after),
                kept.isEmpty() ? null : kept,
                forgotten.isEmpty() ? null : forgotten);
    }

    private static List<LogEntry.StandingFault> faults(Stage stage) {
        return stage.faults().stream()
                .map(each -> new LogEntry.StandingFault(
                        each.serial(),
                        each.id(),
                        each.matches(),
                        each.hits(),
                        new RawJson(JsonObjectWriter.spell(json -> FaultShape.SHAPE.write(each.fault(), json)))))
                .toList();
    }

    private static List<LogEntry.StandingGate> gates(Stage stage) {
        return stage.gates().stream()
                .map(each -> new LogEntry.StandingGate(
                        each.serial(),
                        each.id(),
                        each.match().method(),
                        each.match().path().toString(),
                        each.point().name(),
                        each.limit(),
                        each.met(),
                        each.releasedBy()))
                .toList();
    }

    private static LogEntry.Answered answered(Exchange of, long moment, @Nullable List<LogEntry.ChangedOrder> orders) {
        return new LogEntry.Answered(
                of.number(),
                moment,
                of.at(),
                of.request(),
                of.response(),
                of.rule(),
                of.checks(),
                of.fault(),
                of.gates(),
                orders);
    }

    private static List<LogEntry.ChangedOrder> orders(Exchange exchange, Life frame) {
        State none = withoutOrders(frame.state());
        List<LogEntry.ChangedOrder> orders = new ArrayList<>();
        for (OrderChange each : exchange.changes()) {
            Order before = each.before();
            orders.add(new LogEntry.ChangedOrder(
                    each.after().id().value(),
                    before == null ? null : alone(before, frame.seed(), none),
                    alone(each.after(), frame.seed(), none)));
        }
        return orders;
    }

    /** A state in which any order can be told that ever was on one of its accounts. */
    static State withoutOrders(State state) {
        return new State(
                state.clock(),
                Integer.MAX_VALUE,
                state.appKeys(),
                state.users(),
                state.accounts(),
                state.securities(),
                state.tokens(),
                Orders.NONE,
                state.ledger(),
                state.venue(),
                state.webhooks(),
                state.rates());
    }

    private static RawJson alone(Order order, Seed seed, State none) {
        return new RawJson(Snapshots.effect(seed, none, none.with(order)));
    }
}
