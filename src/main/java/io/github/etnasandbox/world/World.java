package io.github.etnasandbox.world;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.gate.Gate;
import io.github.etnasandbox.gate.GatePoint;
import io.github.etnasandbox.gate.Gates;
import io.github.etnasandbox.gate.RequestPattern;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.TokenEnd;
import io.github.etnasandbox.state.TokensForgotten;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.venue.ClockAdvance;
import io.github.etnasandbox.venue.Fired;
import io.github.etnasandbox.venue.PassingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One isolated universe inside a sandbox: its state, its clock, its ids. What happens in one world is invisible in
 * another.
 *
 * <p>Safe for use by many threads. Every command is applied wholly or not at all, and as if no other ran beside it; what
 * the reading methods return are immutable values that later changes do not touch.
 */
public final class World implements VenueControl, AutoCloseable {

    /**
     * A world between two resets: what it came from, and what it is. All that was due by the state's clock has happened;
     * the monotonic clock read as given when it stood there.
     */
    private record Life(Seed seed, State state, long settledAtNanos) {}

    /** A life at an instant of its clock, the monotonic clock reading as given. */
    private record Moment(Life life, Instant now, long nanos) {
        State state() {
            return life.state();
        }
    }

    private final String id;
    private final String url;
    private final WorldSettings settings;
    private final Gates gates;
    private final Consumer<World> onClose;
    private final AtomicReference<Life> life;
    private final Waiters waiters = new Waiters();
    private final Snapshots snapshots = new Snapshots();

    /** Whose command another one overtook takes a turn: else many at once would mostly undo each other's work. */
    private final Object turn = new Object();

    World(String id, String url, WorldSettings settings, Seed seed, Gates gates, Consumer<World> onClose) {
        this.id = id;
        this.url = url;
        this.settings = settings;
        this.gates = gates;
        this.onClose = onClose;
        this.life = new AtomicReference<>(begin(seed));
    }

    /**
     * Returns the name of this world inside its sandbox.
     *
     * @return {@code default} for the one at the root, otherwise what stands behind {@code /worlds/} in its URLs
     */
    public String id() {
        return id;
    }

    /**
     * Returns the base URL to give to a client of the API.
     *
     * @return an absolute URL without a trailing slash; {@code /v1.0/…} and {@code /token} go behind it
     */
    public String apiUrl() {
        return url + "/api";
    }

    /**
     * Returns the base URL of this world's control routes.
     *
     * @return an absolute URL without a trailing slash; {@code /reset} and the others go behind it
     */
    public String controlUrl() {
        return url + "/sandbox";
    }

    /**
     * Returns what is fixed for this world's whole life.
     *
     * @return the settings
     */
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
        Optional<Transition<R>> first = tryOnce(command);
        if (first.isPresent()) {
            return first.get().result();
        }
        synchronized (turn) {
            while (true) {
                Optional<Transition<R>> next = tryOnce(command);
                if (next.isPresent()) {
                    return next.get().result();
                }
            }
        }
    }

    /** Empty when another command came first. */
    private <R> Optional<Transition<R>> tryOnce(Command<R> command) {
        Moment present = present();
        Transition<R> transition = command.applyTo(present.state(), present.now());
        boolean done = transition.keeps(present.state()) || replace(present, transition.state());
        return done ? Optional.of(transition) : Optional.empty();
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
        return waiters.await(limit, () -> question.apply(present().state()), this::untilSomethingIsDue);
    }

    /** Where the clock runs, waiting alone brings on what is due. */
    private Duration untilSomethingIsDue() {
        Moment present = present();
        Instant due = present.state().orders().nothingDueBefore();
        return settings.clock() == ClockMode.FROZEN || due.equals(Instant.MAX)
                ? Waiters.LONG
                : Duration.between(present.now(), due);
    }

    /**
     * Tells whether a command would change anything, without applying it.
     *
     * @param command the command
     * @return what was so for one moment; only {@link #apply} decides
     */
    public boolean wouldChange(Command<?> command) {
        Moment present = present();
        return !command.applyTo(present.state(), present.now()).keeps(present.state());
    }

    /**
     * Holds the next request that matches, so that something else can happen first. A gate that nobody releases lets go
     * after {@link Gates#DEFAULT_HOLD}; {@link Gates#hold} takes another limit and other patterns.
     *
     * @param method the request's method, one of {@link RequestPattern#METHODS}
     * @param path its path inside this world, in the spelling of {@link io.github.etnasandbox.gate.PathPattern}
     * @param point where it waits
     * @return the gate, open
     * @throws IllegalArgumentException when the method or the path is not as it must be
     * @throws IllegalStateException when there are too many gates, or this world was dropped
     */
    public Gate holdNext(String method, String path, GatePoint point) {
        return gates.hold(RequestPattern.of(method, path), point, Gates.DEFAULT_HOLD);
    }

    /**
     * Returns the gates that requests to this world pass.
     *
     * @return the gates of this world's whole life; a reset removes them
     */
    public Gates gates() {
        return gates;
    }

    /**
     * Puts everything back to the seed: state, clock, ids, issued tokens. Takes the same time whatever the world's size.
     * Gates are removed; what they held goes on in the world as it is then. Named snapshots are forgotten.
     */
    public void reset() {
        life.updateAndGet(before -> begin(Objects.requireNonNull(before).seed()));
        snapshots.clear();
        waiters.wake();
        gates.clear(); // last, so that what was held is decided on the world after
    }

    /**
     * Gives this world another seed and starts it from there, as a reset does.
     *
     * @param seed the new seed, which later resets come back to
     */
    public void reseed(Seed seed) {
        life.set(begin(seed));
        snapshots.clear();
        waiters.wake();
        gates.clear();
    }

    /**
     * Keeps what this world is now. Takes the same time, and no memory to speak of, whatever the world's size.
     *
     * @return what {@link #restore} puts back, here or in another world; a new world can begin with it as well
     */
    public Seed snapshot() {
        Moment present = present();
        State state = present.state();
        return new Seed(
                present.now().equals(state.clock()) ? state : state.withClock(present.now()),
                present.life().seed().source());
    }

    /**
     * Puts a snapshot back: state, clock, ids, tokens. Takes the same time whatever the world's size. What a reset comes
     * back to stays what it is, and so do gates and named snapshots.
     *
     * @param snapshot what {@link #snapshot} returned, of this world or another one
     */
    public void restore(Seed snapshot) {
        life.updateAndGet(before -> begin(Objects.requireNonNull(before).seed(), snapshot.state()));
        waiters.wake();
    }

    /**
     * Returns the snapshots of this world that have names.
     *
     * @return those of this world's whole life; a reset forgets them
     */
    public Snapshots snapshots() {
        return snapshots;
    }

    /**
     * Returns everything this world knows, as of now.
     *
     * @return the state, its clock set to this world's present instant
     */
    public State state() {
        return snapshot().state();
    }

    /**
     * Returns the seed that a reset would come back to.
     *
     * @return the seed, shared with other worlds
     */
    public Seed seed() {
        return present().life().seed();
    }

    /**
     * Tells the time in this world.
     *
     * @return the present instant of its clock
     */
    public Instant now() {
        return present().now();
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
                    + "' is the real one, which nobody moves; start the" + " sandbox with a frozen or ticking clock");
        }
        return apply(new ClockAdvance(by));
    }

    /**
     * Ends a token's time, as if it had passed.
     *
     * @param token what a client sends
     * @throws NoSuchElementException when this world does not know it
     */
    public void expireToken(String token) {
        end(token, TokenEnd.How.EXPIRE);
    }

    /**
     * Takes a token back, as a logout does.
     *
     * @param token what a client sends
     * @throws NoSuchElementException when this world does not know it
     */
    public void revokeToken(String token) {
        end(token, TokenEnd.How.REVOKE);
    }

    private void end(String token, TokenEnd.How how) {
        if (apply(new TokenEnd(token, how)).isEmpty()) {
            throw new NoSuchElementException("world '" + id + "' does not know that token");
        }
    }

    /**
     * Forgets all tokens but the seed's, as a server does that keeps them in memory and is started again.
     *
     * @return how many were forgotten
     */
    public int forgetTokens() {
        return apply(new TokensForgotten(seed().state().tokens().keySet()));
    }

    /**
     * Looks up an order.
     *
     * @param orderId the order's id
     * @return the order as it is now
     * @throws NoSuchElementException when this world has no such order
     */
    public Order order(int orderId) {
        return present()
                .state()
                .order(new OrderId(orderId))
                .orElseThrow(() -> new NoSuchElementException("world '" + id + "' has no order " + orderId));
    }

    /**
     * Lists the orders of all accounts.
     *
     * @return the orders as they are now, by ascending id, unmodifiable
     */
    public List<Order> orders() {
        return List.copyOf(present().state().orders().values());
    }

    /**
     * Looks up an account.
     *
     * @param accountId the account's id
     * @return the account as it is now
     * @throws NoSuchElementException when this world has no such account
     */
    public Account account(int accountId) {
        return present()
                .state()
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
        waiters.close();
    }

    @Override
    public String toString() {
        return "World[" + id + " at " + apiUrl() + "]";
    }

    private Life begin(Seed seed) {
        return begin(seed, seed.state());
    }

    private Life begin(Seed seed, State state) {
        Instant beginning = settings.clock().beginning(state.clock());
        State begun = beginning.equals(state.clock()) ? state : state.withClock(beginning);
        return new Life(seed, begun, RealTime.nanos());
    }

    /** What this world is now; where its clock runs, what has come due meanwhile happens first. */
    private Moment present() {
        while (true) {
            Life found = Objects.requireNonNull(life.get());
            long nanos = RealTime.nanos();
            State state = found.state();
            Instant now = settings.clock().now(state.clock(), nanos - found.settledAtNanos());
            Moment moment = new Moment(found, now, nanos);
            if (now.equals(state.clock()) || now.isBefore(state.orders().nothingDueBefore())) {
                return moment;
            }
            replace(moment, PassingTime.pass(state, now).state());
        }
    }

    /** Puts a life's next state in its place, unless another one got there first. */
    private boolean replace(Moment before, State next) {
        Life life = before.life();
        boolean clockSet = !next.clock().equals(life.state().clock());
        Life after = new Life(life.seed(), next, clockSet ? before.nanos() : life.settledAtNanos());
        boolean replaced = this.life.compareAndSet(life, after);
        if (replaced) {
            waiters.wake();
        }
        return replaced;
    }
}
