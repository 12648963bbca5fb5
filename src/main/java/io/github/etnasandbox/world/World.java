package io.github.etnasandbox.world;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.journal.Journal;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.Faults;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.Gates;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.stage.StandingFault;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.TokenCommand;
import io.github.etnasandbox.venue.ClockAdvance;
import io.github.etnasandbox.venue.PassingTime.Fired;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One isolated universe inside a sandbox: its state, its clock, its ids. What happens in one world is invisible in
 * another.
 *
 * <p>Safe for use by many threads. Every command is applied wholly or not at all, and as if no other ran beside it; what
 * the reading methods return are immutable values that later changes do not touch.
 */
public final class World implements VenueControl, TokenControl, RequestLog, AutoCloseable {
    private final String id;
    private final String url;
    private final WorldSettings settings;
    private final Gates gates;
    private final Faults faults;
    private final Consumer<World> onClose;
    private final Timeline timeline;
    private final Snapshots snapshots = new Snapshots();
    private final Journal journal;
    private final Waiters arrivals = new Waiters();

    World(
            String id,
            String url,
            WorldSettings settings,
            Seed seed,
            Gates gates,
            Faults faults,
            Consumer<World> onClose) {
        this.id = id;
        this.url = url;
        this.settings = settings;
        this.gates = gates;
        this.faults = faults;
        this.onClose = onClose;
        this.timeline = new Timeline(settings.clock(), seed);
        this.journal = new Journal(settings.journalBytes());
        seed.faults().forEach(faults::add);
    }

    /** {@return {@code default} for the world at the root, otherwise what stands behind {@code /worlds/} in its URLs} */
    public String id() {
        return id;
    }

    /**
     * {@return the base URL to give to a client of the API, absolute, without a trailing slash; {@code /v1.0/…} and
     * {@code /token} go behind it}
     */
    public String apiUrl() {
        return url + "/api";
    }

    /**
     * {@return the base URL of this world's control routes, absolute, without a trailing slash; {@code /reset} and the
     * others go behind it}
     */
    public String controlUrl() {
        return url + "/sandbox";
    }

    /** {@return what is fixed for this world's whole life} */
    public WorldSettings settings() {
        return settings;
    }

    /**
     * Applies a command to what this world is now.
     *
     * @param command the command; it may be computed more than once when another one comes first
     * @param <R> kind of its result
     * @return what came of it
     */
    @Override
    public <R> R apply(Command<R> command) {
        return perform(command).result();
    }

    /**
     * Applies a command to what this world is now, and tells what the world was before and after it.
     *
     * @param command the command; it may be computed more than once when another one comes first
     * @param <R> kind of its result
     * @return what came of it, and the two states
     */
    public <R> Applied<R> perform(Command<R> command) {
        return timeline.apply(command);
    }

    /**
     * Waits until this world answers a question. It is asked again at every change.
     *
     * @param question looks at a state for the answer; empty when it is not there yet
     * @param limit how much real time to wait at most
     * @param <R> kind of the answer
     * @return the answer; empty when the time is up, the world is dropped, or the thread is interrupted
     */
    public <R> Optional<R> await(Function<State, Optional<R>> question, Duration limit) {
        return timeline.await(question, limit);
    }

    /**
     * {@return whether a command would change anything now; only {@link #apply} decides}
     *
     * @param command the command, which is not applied
     */
    public boolean wouldChange(Command<?> command) {
        return timeline.wouldChange(command);
    }

    /**
     * Holds the next request that matches, so that something else can happen first. A gate that nobody releases lets go
     * after {@link Gates#DEFAULT_HOLD}; {@link Gates#hold} takes another limit and other patterns.
     *
     * @param method the request's method, one of {@link RequestPattern#METHODS}
     * @param path its path inside this world, in the spelling of {@link io.github.etnasandbox.stage.PathPattern}
     * @param point where it waits
     * @return the gate, open
     * @throws IllegalArgumentException when the method or the path is not as it must be
     * @throws IllegalStateException when there are too many gates, or this world was dropped
     */
    public Gate holdNext(String method, String path, GatePoint point) {
        return gates.hold(RequestPattern.of(method, path), point, Gates.DEFAULT_HOLD);
    }

    /** {@return the gates that requests to this world pass, for this world's whole life; a reset removes them} */
    public Gates gates() {
        return gates;
    }

    /**
     * Disturbs requests to this world.
     *
     * @param fault which requests, how, and how often
     * @return the fault in force
     * @throws IllegalStateException when there are too many faults, or this world was dropped
     */
    public StandingFault inject(Fault fault) {
        return faults.add(fault);
    }

    /**
     * {@return the faults that requests to this world meet, for this world's whole life; a reset removes all but the
     * seed's}
     */
    public Faults faults() {
        return faults;
    }

    /**
     * Puts everything back to the seed: state, clock, ids, issued tokens, faults. Takes the same time whatever the world's
     * size. Gates are removed, and what gates or faults held goes on in the world as it is then. Named snapshots and the
     * request journal are forgotten.
     */
    public void reset() {
        timeline.reset();
        snapshots.clear();
        journal.clear();
        letGo(); // last, so that what was held is decided on the world after
    }

    /**
     * Gives this world another seed and starts it from there, as a reset does.
     *
     * @param seed the new seed, which later resets come back to
     */
    public void reseed(Seed seed) {
        timeline.begin(seed);
        snapshots.clear();
        journal.clear();
        letGo();
    }

    private void letGo() {
        faults.beginWith(() -> timeline.seed().faults());
        gates.clear();
    }

    /**
     * Keeps what this world is now. Takes the same time, and no memory to speak of, whatever the world's size.
     *
     * @return what {@link #restore} puts back, here or in another world; a new world can begin with it as well
     */
    public Seed snapshot() {
        return timeline.snapshot();
    }

    /**
     * Puts a snapshot back: state, clock, ids, tokens. Takes the same time whatever the world's size. What a reset comes
     * back to stays what it is, and so do gates, faults and named snapshots.
     *
     * @param snapshot what {@link #snapshot} returned, of this world or another one
     */
    public void restore(Seed snapshot) {
        timeline.goOnFrom(snapshot.state());
    }

    /** {@return the snapshots of this world that have names, for this world's whole life; a reset forgets them} */
    public Snapshots snapshots() {
        return snapshots;
    }

    /**
     * Keeps an exchange in the request journal, and wakes those who wait for it.
     *
     * @param exchange the exchange; the request journal numbers it
     */
    public void record(Exchange exchange) {
        journal.add(exchange);
        arrivals.wake();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Exchanges awaitRequests(ExchangePattern pattern, Duration limit) {
        Journal.Reader arrived = journal.reader();
        return arrivals.await(
                        limit,
                        () -> Optional.of(arrived.next().matching(pattern)).filter(found -> !found.isEmpty()),
                        () -> Waiters.LONG)
                .orElseGet(() -> requests().matching(pattern));
    }

    /** {@return everything this world knows, its clock set to this world's present instant} */
    public State state() {
        return snapshot().state();
    }

    /** {@return the seed that a reset would come back to, shared with other worlds} */
    public Seed seed() {
        return timeline.seed();
    }

    /** {@return the present instant of this world's clock} */
    public Instant now() {
        return timeline.now();
    }

    /**
     * Moves this world's clock forward. What is due on the way happens, each at its instant: the venue's answers, and the
     * expiry of orders.
     *
     * @param by how far, zero or more
     * @return what happened, in order
     * @throws IllegalArgumentException when it would move back, or past the year 9999
     * @throws IllegalStateException when this world's clock is the real one
     */
    public List<Fired> advance(Duration by) {
        if (settings.clock() == ClockMode.SYSTEM) {
            throw new IllegalStateException("the clock of world '" + id
                    + "' is the real one, which nobody moves; start the sandbox with a frozen or ticking clock");
        }
        return apply(new ClockAdvance(by));
    }

    @Override
    public int forgetTokens() {
        return timeline.apply(
                        seed -> new TokenCommand.Forget(seed.state().tokens().keySet()))
                .result();
    }

    /**
     * {@return an order as it is now}
     *
     * @param orderId the order's id
     * @throws NoSuchElementException when this world has no such order
     */
    public Order order(int orderId) {
        return timeline.state()
                .order(new OrderId(orderId))
                .orElseThrow(() -> new NoSuchElementException("world '" + id + "' has no order " + orderId));
    }

    /** {@return the orders of all accounts as they are now, by ascending id, unmodifiable} */
    public List<Order> orders() {
        return List.copyOf(timeline.state().orders().values());
    }

    /**
     * {@return an account as it is now}
     *
     * @param accountId the account's id
     * @throws NoSuchElementException when this world has no such account
     */
    public Account account(int accountId) {
        return timeline.state()
                .account(new AccountId(accountId))
                .orElseThrow(() -> new NoSuchElementException("world '" + id + "' has no account " + accountId));
    }

    /**
     * Drops this world from its sandbox: its URLs answer 404 from now on. The default world lives as long as its sandbox,
     * so that closing it does nothing. Closing twice does nothing either.
     */
    @Override
    public void close() {
        onClose.accept(this);
        timeline.close();
        arrivals.close();
    }

    @Override
    public String toString() {
        return "World[" + id + " at " + apiUrl() + "]";
    }
}
