package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.venue.ClockAdvance;
import io.github.etnasandbox.world.ClockMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one thing of a world that changes. Commands, the passing of time, resets and restores each replace the current
 * version in one step; one that finds that another came first starts over. Thread-safe.
 */
final class Timeline {

    /**
     * What a world is, and the seed it comes back to. All that was due by the state's clock has happened. The nanoseconds
     * are those of the monotonic clock when the state's clock was set.
     */
    private record Version(Seed seed, State state, long clockSetAtNanos) {}

    /** A version with the present instant of its clock, and the time of the monotonic clock then. */
    private record Present(Version version, Instant now, long nanos) {
        Seed seed() {
            return version.seed();
        }

        State state() {
            return version.state();
        }
    }

    private final ClockMode clock;
    private final BiConsumer<State, State> changed;
    private final InstantSource realTime;
    private final AtomicReference<Version> current;
    /** The latest instant that the real clock has told. */
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    private final Waiters waiters = new Waiters();

    /** Commands that another one has overtaken take turns, or many at once would mostly make each other start over. */
    private final Object turn = new Object();

    /** @param changed is told of each change, once it is made: what was, and what is */
    Timeline(ClockMode clock, Seed seed, BiConsumer<State, State> changed) {
        this(clock, seed, changed, RealTime::instant);
    }

    /** @param realTime what tells the real time, for a system clock */
    Timeline(ClockMode clock, Seed seed, BiConsumer<State, State> changed, InstantSource realTime) {
        this.clock = clock;
        this.changed = changed;
        this.realTime = realTime;
        this.current = new AtomicReference<>(beginning(seed, Snapshots.stateOf(seed)));
    }

    /** Applies a command to what is now; it may be computed more than once. */
    <R> Applied<R> apply(Command<R> command) {
        return apply(seed -> command);
    }

    /** Applies a command that is made of the seed that the state at hand came from. */
    <R> Applied<R> apply(Function<Seed, Command<R>> command) {
        Applied<R> applied = tryOnce(command);
        if (applied == null) {
            synchronized (turn) {
                while (applied == null) {
                    applied = tryOnce(command);
                }
            }
        }
        return applied;
    }

    /** Null when another command came first. */
    private <R> @Nullable Applied<R> tryOnce(Function<Seed, Command<R>> command) {
        Present present = present();
        Transition<R> transition = command.apply(present.seed()).applyTo(present.state(), present.now());
        boolean done = transition.keeps(present.state()) || replace(present, transition.state());
        return done ? new Applied<>(present.state(), transition.state(), present.now(), transition.result()) : null;
    }

    boolean wouldChange(Command<?> command) {
        Present present = present();
        return !command.applyTo(present.state(), present.now()).keeps(present.state());
    }

    /**
     * Waits until a state answers a question, which is asked again at every change. Empty when the limit of real time is
     * over, the world dropped, or the thread interrupted.
     */
    <R> Optional<R> await(Function<State, Optional<R>> question, Duration limit) {
        return waiters.await(limit, () -> question.apply(state()), this::untilSomethingIsDue);
    }

    /** Where the clock runs, something becomes due without any command. */
    private Duration untilSomethingIsDue() {
        Present present = present();
        Instant due = present.state().orders().nothingDueBefore();
        return clock == ClockMode.FROZEN || due.equals(Instant.MAX)
                ? Waiters.LONG
                : Duration.between(present.now(), due);
    }

    /** Starts over from the seed. */
    void reset() {
        current.updateAndGet(before -> {
            Seed seed = Objects.requireNonNull(before).seed();
            return beginning(seed, Snapshots.stateOf(seed));
        });
        waiters.wake();
    }

    /** Starts over from another seed. */
    void begin(Seed seed) {
        current.set(beginning(seed, Snapshots.stateOf(seed)));
        waiters.wake();
    }

    /** Goes on from another state, the seed as it is. */
    void goOnFrom(State state) {
        current.updateAndGet(before -> beginning(Objects.requireNonNull(before).seed(), state));
        waiters.wake();
    }

    private Version beginning(Seed seed, State state) {
        Instant beginning = clock == ClockMode.SYSTEM ? realTime.instant() : state.clock();
        State begun = beginning.equals(state.clock()) ? state : state.withClock(beginning);
        return new Version(seed, begun, RealTime.nanos());
    }

    Seed seed() {
        return present().seed();
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
        Present present = present();
        State state = present.state();
        return Snapshots.with(
                present.seed(), present.now().equals(state.clock()) ? state : state.withClock(present.now()));
    }

    /** Ends all waits, now and from now on. */
    void close() {
        waiters.close();
    }

    /** What is now; where the clock runs, what has come due meanwhile happens first. */
    private Present present() {
        while (true) {
            Version version = Objects.requireNonNull(current.get());
            State state = version.state();
            long nanos = RealTime.nanos();
            Instant now = now(state.clock(), nanos - version.clockSetAtNanos());
            Present present = new Present(version, now, nanos);
            if (now.equals(state.clock()) || now.isBefore(state.orders().nothingDueBefore())) {
                return present;
            }
            replace(present, ClockAdvance.pass(state, now).state());
        }
    }

    /** What time it is now when so many nanoseconds ago the clock stood at an instant. */
    private Instant now(Instant from, long elapsedNanos) {
        return switch (clock) {
            case FROZEN -> from;
            case TICKING -> from.plusNanos(elapsedNanos);
            case SYSTEM -> {
                Instant real = latest.accumulateAndGet(realTime.instant(), Timeline::later);
                yield later(from, real); // a clock that is set back must not undo what has happened
            }
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** Puts the next state in the place of the present one; false when another command came first. */
    private boolean replace(Present present, State next) {
        Version version = present.version();
        boolean clockSet = !next.clock().equals(version.state().clock());
        long clockSetAtNanos = clockSet ? present.nanos() : version.clockSetAtNanos();
        boolean replaced = current.compareAndSet(version, new Version(version.seed(), next, clockSetAtNanos));
        if (replaced) {
            changed.accept(version.state(), next);
            waiters.wake();
        }
        return replaced;
    }
}
