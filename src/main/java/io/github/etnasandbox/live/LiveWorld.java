package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.journal.StreamMessage;
import io.github.etnasandbox.live.Faults.LiveFault;
import io.github.etnasandbox.order.DueEvent;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.stage.StandingFault;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.TokenCommand;
import io.github.etnasandbox.state.WebhooksChange;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.venue.ClockAdvance;
import io.github.etnasandbox.webhook.Delivery;
import io.github.etnasandbox.webhook.Webhook;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A world as the sandbox runs it: what testers have of it, and what the API and the control routes need besides. */
public final class LiveWorld implements WorldCommands, WorldQuestions {
    private final Worlds among;
    private final String id;
    private final String url;
    private final WorldSettings settings;
    private final @Nullable String appKey;
    private final Gates gates;
    private final Faults faults;
    private final Timeline timeline;
    private final Recorder recorder;
    private final Snapshots snapshots;
    private final Encounters encounters;
    private final StreamLog streamLog;
    private final @Nullable LogKeeper keeper;
    private final Outgoing outgoing = new Outgoing(this);

    /**
     * @param life what it is at first
     * @param log where it lasts; null for nowhere
     */
    LiveWorld(
            Worlds among,
            String id,
            String url,
            WorldSettings settings,
            @Nullable String appKey,
            Life life,
            @Nullable WorldLog log) {
        this.among = among;
        this.id = id;
        this.url = url;
        this.settings = settings;
        this.appKey = appKey;
        this.encounters = new Encounters(among.encounters, settings.dialect());
        this.timeline = new Timeline(settings.clock(), life, new Watching(), log, RealTime::instant);
        this.gates = new Gates(timeline, among.roomForGates);
        this.faults = new Faults(timeline, among.roomForWaits, this::did);
        this.snapshots = new Snapshots(timeline, this::did);
        this.keeper = log == null ? null : new LogKeeper(log, among.stored());
        this.recorder = new Recorder(among, id, settings.journalBytes(), timeline, keeper);
        this.streamLog = new StreamLog(settings.journalBytes() > 0, () -> tell(Events.Type.MESSAGE));
        if (keeper != null) {
            keeper.serve(timeline, recorder);
        }
        outgoing.with(life.state(), timeline::state);
    }

    /** Goes on as a world that was read, in its log. */
    LiveWorld goneOn(LogReader.Found found) {
        recorder.goOnFrom(found);
        return this;
    }

    /** Does what each change of the world asks for. */
    private final class Watching implements Timeline.Watch {
        @Override
        public void changed(State before, State after) {
            encounters.meet(before, after);
        }

        @Override
        public void arranged(Stage before, Stage after) {
            faults.arranged(before, after);
            gates.arranged(before, after);
            if (after.looksOtherThan(before)) {
                tell(Events.Type.STAGE);
            }
        }

        @Override
        public void begun(long moment) {
            recorder.beginAt(moment);
            streamLog.clear();
        }
    }

    /** Keeps what a tester did beside the state. */
    private void did(Action action, Applied<?> applied) {
        recorder.keep(action, applied);
        if (action instanceof Action.Kept || action instanceof Action.Forgotten) {
            tell(Events.Type.CHANGED);
        }
    }

    public static LiveWorld of(World world) {
        if (world instanceof LiveWorld live) {
            return live;
        }
        throw new IllegalArgumentException("no sandbox made " + world + "; Sandbox.newWorld makes worlds");
    }

    /** The worlds of its sandbox. */
    public Worlds among() {
        return among;
    }

    @Override
    public <R> R apply(Command<R> command) {
        return done(new Action.Commanded(command), perform(command));
    }

    private <R> R done(Action action, Applied<R> applied) {
        if (applied.changed()) {
            recorder.keep(action, applied);
            tell(Events.Type.CHANGED);
        }
        return applied.result();
    }

    /** Tells those who watch that an attempt to deliver to a webhook is over. */
    public void tellDelivery() {
        tell(Events.Type.DELIVERY);
    }

    private void tell(Events.Type what) {
        among.events.tell(what, id, 0);
    }

    /** Applies a command, and tells what this world was before and after it. */
    public <R> Applied<R> perform(Command<R> command) {
        return timeline.apply(command);
    }

    /** Tells whether a command would change anything now, without applying it; only {@link #apply} decides. */
    public boolean wouldChange(Command<?> command) {
        return timeline.wouldChange(command);
    }

    /**
     * Follows this world from what it is now.
     *
     * @param onMore is run after each change by whoever made it; it must be quick
     */
    public Changes follow(Runnable onMore) {
        return timeline.follow(onMore);
    }

    /** How long it is in real time until something happens by itself, at the earliest; a day or more where nothing does. */
    public Duration untilSomethingIsDue() {
        return timeline.untilSomethingIsDue();
    }

    /** See {@link Timeline#await}. */
    public <R> Optional<R> await(Function<State, Optional<R>> question, Duration limit) {
        return timeline.await(question, limit);
    }

    /** Whether its time passes as long as it is in memory. */
    boolean runsByItself() {
        return settings.clock() == ClockMode.TICKING;
    }

    /** What a list of worlds tells of this one. */
    public Worlds.Summary summary() {
        return new Worlds.Summary(id, url, settings, seed().source().toString(), appKey);
    }

    /** The app key by which requests at the root belong to this world; null for none. */
    public @Nullable String appKey() {
        return appKey;
    }

    boolean knows(String anAppKey) {
        return timeline.state().appKeys().containsKey(anAppKey);
    }

    /** Returns everything this world knows, its clock set to this world's present instant. */
    @Override
    public State state() {
        return Snapshots.stateOf(snapshot());
    }

    /** What has been met here so far. */
    public Encounters encounters() {
        return encounters;
    }

    /** Counts that a token was refused which is good no more. */
    public void meetSpent(Token token) {
        encounters.meet(token, timeline.seed());
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    /** See {@link Gates#pass}. */
    public Optional<Gate> pass(GatePoint point, String method, String path, BooleanSupplier condition) {
        return gates.pass(point, method, path, condition);
    }

    /** See {@link Gates#holdMessage}. */
    public Optional<Gates.Hold> holdMessage(String path, Runnable letGo) {
        return gates.holdMessage(path, letGo);
    }

    /** The messages on connections to the streamers of this world. */
    public StreamLog streamLog() {
        return streamLog;
    }

    /** See {@link Faults#strike}. */
    public Optional<LiveFault> strike(FaultPoint point, String method, String path) {
        return faults.strike(point, method, path, timeline::now);
    }

    /**
     * Has those faults strike a request of which that is known from before, and no others; all that match count it.
     *
     * @param struck whether the fault of an id struck it
     */
    public Optional<LiveFault> strikeAgain(FaultPoint point, String method, String path, Predicate<String> struck) {
        return faults.strike(point, method, path, (FaultState fault) -> struck.test(fault.id()));
    }

    /** Lets go all requests that are held or delayed, and takes no more gates and faults. */
    void letGo() {
        timeline.close();
        recorder.close();
        streamLog.close();
        outgoing.close();
        if (keeper != null) {
            keeper.close();
        }
    }

    /** Keeps what happens here. */
    public Recorder recorder() {
        return recorder;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String apiUrl() {
        return url + "/api";
    }

    @Override
    public String controlUrl() {
        return url + "/sandbox";
    }

    @Override
    public WorldSettings settings() {
        return settings;
    }

    @Override
    public Gate hold(RequestPattern match, GatePoint point, Duration limit) {
        return gates.hold(match, point, limit);
    }

    @Override
    public List<Gate> gates() {
        return gates.all();
    }

    @Override
    public StandingFault inject(Fault fault) {
        return faults.add(fault);
    }

    @Override
    public List<StandingFault> faults() {
        return faults.all();
    }

    @Override
    public void clearFaults() {
        faults.clear();
    }

    @Override
    public void reset() {
        begin(timeline.seed(), timeline::reset);
    }

    @Override
    public void reseed(Seed seed) {
        Seed own = own(seed);
        begin(own, () -> timeline.begin(own));
    }

    private void begin(Seed with, Runnable beginning) {
        outgoing.with(Snapshots.stateOf(with), () -> {
            beginning.run();
            return with;
        });
        tell(Events.Type.CHANGED);
    }

    /** A seed with this world's app key, which stays its own whatever it begins with. */
    private Seed own(Seed seed) {
        return appKey == null ? seed : Snapshots.knowing(seed, appKey);
    }

    @Override
    public Seed seed() {
        return timeline.seed();
    }

    @Override
    public Seed snapshot() {
        return timeline.snapshot();
    }

    @Override
    public Seed snapshotAfter(long request) {
        return Snapshots.with(timeline.seed(), recorder.stateAfter(request));
    }

    @Override
    public void restore(Seed snapshot) {
        State state = Snapshots.stateOf(own(snapshot));
        recorder.keep(new Action.Restored(snapshot), outgoing.with(state, () -> timeline.goOnFrom(state)));
        tell(Events.Type.CHANGED);
    }

    @Override
    public Instant now() {
        return timeline.now();
    }

    @Override
    public List<DueEvent> advance(Duration by) {
        if (settings.clock() == ClockMode.SYSTEM) {
            throw new IllegalStateException("the clock of world '" + id
                    + "' is the real one, which nobody moves; start the sandbox with a frozen or ticking clock");
        }
        return apply(new ClockAdvance(by));
    }

    @Override
    public int forgetTokens() {
        return done(
                new Action.TokensForgotten(),
                timeline.apply(seed ->
                        new TokenCommand.Forget(Snapshots.stateOf(seed).tokens().keySet())));
    }

    @Override
    public Exchanges requests() {
        return recorder.requests();
    }

    @Override
    public void forgetRequests() {
        recorder.forget();
        streamLog.forget();
        tell(Events.Type.CHANGED);
    }

    @Override
    public Exchanges awaitRequests(ExchangePattern pattern, Duration limit) {
        return recorder.await(pattern, limit);
    }

    @Override
    public List<StreamMessage> messages() {
        return streamLog.messages();
    }

    @Override
    public StreamMessage awaitEvent(Predicate<StreamMessage> wanted, Duration limit) {
        return streamLog
                .await(message -> message.way() == StreamMessage.Way.SENT && wanted.test(message), limit)
                .orElseThrow(() -> new AssertionError("no such message was sent within " + limit + streamLog.last()));
    }

    @Override
    public void webhooks(List<Webhook> webhooks) {
        if (webhooks.size() > Webhook.LIMIT) {
            throw new IllegalArgumentException(
                    "a world may have " + Webhook.LIMIT + " webhooks, and these are " + webhooks.size());
        }
        if (!webhooks.isEmpty()) {
            among.outboxes().requireAllowed(webhooks);
        }
        outgoing.with(webhooks, () -> apply(new WebhooksChange(webhooks)));
    }

    @Override
    public List<Webhook> webhooks() {
        return timeline.state().webhooks();
    }

    @Override
    public List<Delivery> deliveries() {
        return outgoing.deliveries();
    }

    @Override
    public List<Delivery> awaitDeliveries(Predicate<? super Delivery> which, Duration limit) {
        return outgoing.await(which, limit);
    }

    @Override
    public Delivery redeliver(String deliveryId) {
        return outgoing.redeliver(deliveryId);
    }

    @Override
    public void close() {
        among.drop(this);
    }

    @Override
    public String toString() {
        return "World[" + id + " at " + apiUrl() + "]";
    }
}
