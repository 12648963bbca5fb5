package io.github.etnasandbox.world;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.venue.PassingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The one thing of a world that changes: what it is, through commands, the passing of time, resets and restores. Each of
 * them takes the place of what was there in one step, or sees that another one came first and starts over. Thread-safe.
 */
final class Timeline {

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

    private final ClockMode clock;
    private final AtomicReference<Life> life;
    private final Waiters waiters = new Waiters();

    /** Whose command another one overtook takes a turn: else many at once would mostly undo each other's work. */
    private final Object turn = new Object();

    Timeline(ClockMode clock, Seed seed) {
        this.clock = clock;
        this.life = new AtomicReference<>(beginning(seed, seed.state()));
    }

    /** Applies a command to what is now; it may be computed more than once. */
    <R> Applied<R> apply(Command<R> command) {
        return apply(seed -> command);
    }

    /** Applies the command that a seed asks for, the seed of just the state that it is applied to. */
    <R> Applied<R> apply(Function<Seed, Command<R>> command) {
        Optional<Applied<R>> first = tryOnce(command);
        if (first.isPresent()) {
            return first.get();
        }
        synchronized (turn) {
            while (true) {
                Optional<Applied<R>> next = tryOnce(command);
                if (next.isPresent()) {
                    return next.get();
                }
            }
        }
    }

    /** Empty when another command came first. */
    private <R> Optional<Applied<R>> tryOnce(Function<Seed, Command<R>> command) {
        Moment present = present();
        Transition<R> transition = command.apply(present.life().seed()).applyTo(present.state(), present.now());
        boolean done = transition.keeps(present.state()) || replace(present, transition.state());
        return done
                ? Optional.of(new Applied<>(present.state(), transition.state(), present.now(), transition.result()))
                : Optional.empty();
    }

    /** Whether a command would change what is now. */
    boolean wouldChange(Command<?> command) {
        Moment present = present();
        return !command.applyTo(present.state(), present.now()).keeps(present.state());
    }

    /** Waits until a state answers a question; empty when the limit is over, this is closed or the thread interrupted. */
    <R> Optional<R> await(Function<State, Optional<R>> question, Duration limit) {
        return waiters.await(limit, () -> question.apply(state()), this::untilSomethingIsDue);
    }

    /** Where the clock runs, waiting alone brings on what is due. */
    private Duration untilSomethingIsDue() {
        Moment present = present();
        Instant due = present.state().orders().nothingDueBefore();
        return clock == ClockMode.FROZEN || due.equals(Instant.MAX)
                ? Waiters.LONG
                : Duration.between(present.now(), due);
    }

    /** Starts over from the seed. */
    void reset() {
        life.updateAndGet(before -> {
            Seed seed = Objects.requireNonNull(before).seed();
            return beginning(seed, seed.state());
        });
        waiters.wake();
    }

    /** Starts over from another seed. */
    void begin(Seed seed) {
        life.set(beginning(seed, seed.state()));
        waiters.wake();
    }

    /** Goes on from another state, the seed as it is. */
    void goOnFrom(State state) {
        life.updateAndGet(before -> beginning(Objects.requireNonNull(before).seed(), state));
        waiters.wake();
    }

    private Life beginning(Seed seed, State state) {
        Instant beginning = clock.beginning(state.clock());
        State begun = beginning.equals(state.clock()) ? state : state.withClock(beginning);
        return new Life(seed, begun, RealTime.nanos());
    }

    Seed seed() {
        return present().life().seed();
    }

    Instant now() {
        return present().now();
    }

    /** What is now, its clock where something happened last. */
    State state() {
        return present().state();
    }

    /** What is now, its clock standing at the present instant, beside what else the seed has. */
    Seed snapshot() {
        Moment present = present();
        State state = present.state();
        return present.life().seed().with(present.now().equals(state.clock()) ? state : state.withClock(present.now()));
    }

    /** Sends those who wait away, from now on. */
    void close() {
        waiters.close();
    }

    /** What is now; where the clock runs, what has come due meanwhile happens first. */
    private Moment present() {
        while (true) {
            Life found = Objects.requireNonNull(life.get());
            long nanos = RealTime.nanos();
            State state = found.state();
            Instant now = clock.now(state.clock(), nanos - found.settledAtNanos());
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
