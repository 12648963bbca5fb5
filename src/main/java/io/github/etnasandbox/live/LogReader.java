package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.OrderChange;
import io.github.etnasandbox.json.Cursor;
import io.github.etnasandbox.json.JsonRecords;
import io.github.etnasandbox.json.Problems;
import io.github.etnasandbox.json.RawJson;
import io.github.etnasandbox.json.Version;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.resource.FaultShape;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.PathPattern;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.store.Saved;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.store.StoreException;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;

/** Reads what became of a world from its log. Good for one reading. */
final class LogReader {
    private final Store store;
    private final SeedDocuments documents;
    private final String world;
    private final Map<Long, State> states = new HashMap<>(); // by version
    /** By number. One that waited for the store to recover may be in the base, and behind it once more. */
    private final SortedMap<Long, Read> answered = new TreeMap<>();

    private long lastExchange;
    private @Nullable Life life;
    private @Nullable Instant at;

    LogReader(Store store, SeedDocuments documents, String world) {
        this.store = store;
        this.documents = documents;
        this.world = world;
    }

    /**
     * An exchange, and the orders that it says it changed; null where the change of its moment says so.
     *
     * @param orders read when its turn was, as the accounts that they are on may be gone later
     */
    private record Read(
            LogEntry.Answered exchange, @Nullable List<OrderChange> orders) {}

    /**
     * What a world is after the last entry.
     *
     * @param journal the last exchanges
     * @param lastExchange the number of the last
     */
    record Found(Life life, List<Journal.Told> journal, long lastExchange) {}

    /** Reads all; a StoreException when anything is not as it was written. */
    Found read(Saved saved) {
        try {
            readBase(JsonRecords.read(saved.base(), LogEntry.Base.class));
            for (byte[] entry : saved.entries()) {
                read(JsonRecords.read(entry, LogEntry.class));
            }
        } catch (IOException e) {
            throw unreadable(JsonRecords.problem(e), e);
        } catch (FixtureException | IllegalArgumentException | NullPointerException e) {
            throw unreadable(String.valueOf(e.getMessage()), e);
        }
        Life found = Objects.requireNonNull(life);
        State state = found.state();
        Instant now = Objects.requireNonNull(at);
        Life then = new Life(
                found.version() + 1, // what is recorded from here on comes after all that was
                found.seed(),
                state.clock().isBefore(now) ? state.withClock(now) : state,
                found.stage());
        return new Found(then, journal(), lastExchange);
    }

    private StoreException unreadable(String why, Exception cause) {
        return new StoreException(
                "world '" + world + "' in " + store.place() + " cannot be read: " + why
                        + "; take a copy of the store to look into it, and another store to go on",
                cause);
    }

    private void readBase(LogEntry.Base base) {
        if (base.form() > LogWriter.FORM) {
            throw new StoreException("world '" + world + "' in " + store.place()
                    + " was written by a later version of the sandbox, and this is " + Version.TEXT
                    + "; use that version, or another store");
        }
        Seed seed = documents.read(Objects.requireNonNull(base.change().seed(), "the base has no seed"));
        life = new Life(0, seed, Snapshots.stateOf(seed), Stage.of(List.of()));
        read(base.change());
        life = new Life(
                life.version(), seed, life.state(), withStage(base.change(), Stage.of(List.of()), life.state()));
        for (LogEntry.Answered each : base.exchanges()) {
            answered.put(each.number(), new Read(each, each.orders() == null ? null : changes(each.orders())));
        }
        lastExchange = base.lastExchange();
    }

    private void read(LogEntry entry) {
        if (entry.change() != null) {
            read(entry.change());
        } else if (entry.exchange() != null) {
            answered.put(entry.exchange().number(), new Read(entry.exchange(), laterChanges(entry.exchange())));
            lastExchange = Math.max(lastExchange, entry.exchange().number());
        } else {
            forget();
        }
    }

    private void forget() {
        answered.clear();
        lastExchange = 0;
    }

    private void read(LogEntry.Change change) {
        Life before = Objects.requireNonNull(life);
        Seed seed = change.seed() == null ? before.seed() : documents.read(change.seed());
        boolean begins = change.begins() == LogEntry.Origin.SEED;
        if (begins) { // the note that says so may not have lasted
            forget();
        }
        State state = changed(begins ? Snapshots.stateOf(seed) : before.state(), change.state());
        Stage stage = begins ? before.stage().begun(seed.faults()) : withStage(change, before.stage(), state);
        life = new Life(change.version(), seed, state, stage);
        states.putIfAbsent(change.version() - 1, before.state()); // the sandbox was started again in between
        states.put(change.version(), state);
        Instant then = Instant.parse(change.at());
        at = change.begins() == null && at != null && at.isAfter(then) ? at : then;
    }

    private State changed(State before, @Nullable RawJson effect) {
        return effect == null
                ? before
                : Snapshots.after(Objects.requireNonNull(life).seed(), before, "world '" + world + "'", effect.json());
    }

    private Stage withStage(LogEntry.Change change, Stage before, State state) {
        LogEntry.StageChange stage = change.stage();
        if (stage == null) {
            return before;
        }
        PMap<String, Seed> snapshots = before.snapshots();
        for (String gone : Objects.requireNonNullElse(stage.forgotten(), List.<String>of())) {
            snapshots = snapshots.minus(gone);
        }
        Seed seed = Objects.requireNonNull(life).seed();
        for (LogEntry.Snapshot kept : Objects.requireNonNullElse(stage.kept(), List.<LogEntry.Snapshot>of())) {
            snapshots = snapshots.plus(kept.name(), Snapshots.with(seed, changed(state, kept.state())));
        }
        return new Stage(
                stage.serials(),
                stage.faults() == null
                        ? before.faults()
                        : stage.faults().stream().map(LogReader::fault).toList(),
                stage.faultsMade(),
                stage.gates() == null
                        ? before.gates()
                        : stage.gates().stream().map(LogReader::gate).toList(),
                stage.gatesMade(),
                snapshots,
                false);
    }

    private static FaultState fault(LogEntry.StandingFault of) {
        Fault fault = Cursor.read(
                "fault " + of.id(),
                new StringReader(of.fault().json()),
                Cursor.Wording.FILE,
                new Problems(
                        problems -> new IllegalArgumentException(problems.get(0).toString())),
                FaultShape.KIND);
        return new FaultState(of.serial(), of.id(), fault, of.matches(), of.hits());
    }

    /** A gate; what it held is gone with the process that held it. */
    private static GateState gate(LogEntry.StandingGate of) {
        GateState gate = new GateState(
                of.serial(),
                of.id(),
                new RequestPattern(of.method(), new PathPattern(of.path())),
                GatePoint.valueOf(of.at()),
                of.limit(),
                of.met(),
                of.releasedBy());
        return gate.state() == Gate.State.HOLDING ? gate.released(Gate.Release.RESET) : gate;
    }

    private List<Journal.Told> journal() {
        return answered.values().stream().map(this::told).toList();
    }

    private Journal.Told told(Read read) {
        LogEntry.Answered of = read.exchange();
        long version = (of.moment() + 1) / 2; // that it made, or found
        State after = states.get(version);
        Exchange exchange = new Exchange(
                of.number(),
                of.at(),
                of.request(),
                of.response(),
                of.rule(),
                of.checks(),
                read.orders() == null ? changes(of.moment(), version) : read.orders(),
                of.fault(),
                of.gates());
        return new Journal.Told(exchange, of.moment(), after);
    }

    private List<OrderChange> changes(long moment, long version) {
        State before = states.get(version - 1);
        State after = states.get(version);
        return moment % 2 == 0 || before == null || after == null ? List.of() : Applied.changes(before, after);
    }

    /** What an exchange behind the base has changed, where it says so; nothing where the world has begun anew since. */
    private @Nullable List<OrderChange> laterChanges(LogEntry.Answered exchange) {
        try {
            return exchange.orders() == null ? null : changes(exchange.orders());
        } catch (FixtureException onNoAccountOfThisSeed) {
            return List.of();
        }
    }

    private List<OrderChange> changes(List<LogEntry.ChangedOrder> orders) {
        List<OrderChange> changes = new ArrayList<>(orders.size());
        for (LogEntry.ChangedOrder each : orders) {
            Order before = each.before() == null ? null : order(each.id(), each.before());
            changes.add(new OrderChange(before, order(each.id(), each.after())));
        }
        return changes;
    }

    private Order order(int id, RawJson alone) {
        State none = LogWriter.withoutOrders(Objects.requireNonNull(life).state());
        return changed(none, alone).order(new OrderId(id)).orElseThrow();
    }
}
