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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
     * are those of the monotonic clock when the state's clock was set. Each version has the number after the one before.
     */
    private static final class Version {
        private final long number;
        private final Seed seed;
        private final State state;
        private final long clockSetAtNanos;
        /** Whether the world has started over with it. */
        private final boolean begins;
        /** The one after it, where somebody follows: else each would keep all later ones in memory. */
        private volatile @Nullable Version next;

        private Version(long number, Seed seed, State state, long clockSetAtNanos, boolean begins) {
            this.number = number;
            this.seed = seed;
            this.state = state;
            this.clockSetAtNanos = clockSetAtNanos;
            this.begins = begins;
        }
    }

    /** A version with the present instant of its clock, and the time of the monotonic clock then. */
    private record Present(Version version, Instant now, long nanos) {
        Seed seed() {
            return version.seed;
        }

        State state() {
            return version.state;
        }

        <R> Applied<R> applied(Transition<R> transition) {
            State after = transition.state();
            return new Applied<>(state(), after, now, moment(version, !transition.keeps(state())), transition.result());
        }
    }

    private final ClockMode clock;
    private final BiConsumer<State, State> changed;
    private final InstantSource realTime;
    private final AtomicReference<Version> current;
    /** The latest instant that the real clock has told. */
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    private final Waiters waiters = new Waiters();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

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
        this.current = new AtomicReference<>(beginning(0, seed, Snapshots.stateOf(seed)));
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
        return done ? present.applied(transition) : null;
    }

    /** What is now, as if a command had found it and changed nothing. */
    Applied<State> look() {
        Present present = present();
        return new Applied<>(
                present.state(), present.state(), present.now(), moment(present.version(), false), present.state());
    }

    /** Of all that found a version, that one comes last which changed it. */
    private static long moment(Version found, boolean changed) {
        return 2 * found.number + (changed ? 1 : 0);
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
    Duration untilSomethingIsDue() {
        Present present = present();
        Instant due = present.state().orders().nothingDueBefore();
        return clock == ClockMode.FROZEN || due.equals(Instant.MAX)
                ? Waiters.LONG
                : Duration.between(present.now(), due);
    }

    /** Starts over from the seed, and returns the moment from which on all that is applied finds it so. */
    long reset() {
        return begin(found -> found.seed, Snapshots::stateOf).moment();
    }

    /** Starts over from another seed, likewise. */
    long begin(Seed seed) {
        return begin(before -> seed, Snapshots::stateOf).moment();
    }

    /** Goes on from another state, the seed as it is. */
    Applied<State> goOnFrom(State state) {
        return begin(found -> found.seed, seed -> state);
    }

    /** Tells what was found, and what has begun. */
    private Applied<State> begin(Function<Version, Seed> seed, Function<Seed, State> state) {
        Version found;
        Version begun;
        do {
            found = Objects.requireNonNull(current.get());
            Seed from = seed.apply(found);
            begun = beginning(found.number + 1, from, state.apply(from));
        } while (!current.compareAndSet(found, begun));
        tell(found, begun);
        return new Applied<>(found.state, begun.state, begun.state.clock(), moment(found, true), begun.state);
    }

    private Version beginning(long number, Seed seed, State state) {
        Instant beginning = clock == ClockMode.SYSTEM ? realTime.instant() : state.clock();
        State begun = beginning.equals(state.clock()) ? state : state.withClock(beginning);
        return new Version(number, seed, begun, RealTime.nanos(), true);
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
        closed = true;
        followers.forEach(Follower::wake);
        waiters.close();
    }

    /** What is now; where the clock runs, what has come due meanwhile happens first. */
    private Present present() {
        while (true) {
            Version version = Objects.requireNonNull(current.get());
            State state = version.state;
            long nanos = RealTime.nanos();
            Instant now = now(state.clock(), nanos - version.clockSetAtNanos);
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
        boolean clockSet = !next.clock().equals(version.state.clock());
        long clockSetAtNanos = clockSet ? present.nanos() : version.clockSetAtNanos;
        Version after = new Version(version.number + 1, version.seed, next, clockSetAtNanos, false);
        boolean replaced = current.compareAndSet(version, after);
        if (replaced) {
            changed.accept(version.state, next);
            tell(version, after);
        }
        return replaced;
    }

    private void tell(Version before, Version after) {
        if (!followers.isEmpty()) { // who comes after this look finds the version after, or a later one
            before.next = after;
            followers.forEach(Follower::wake);
        }
        waiters.wake();
    }

    /** See {@link LiveWorld#follow}. */
    Changes follow(Runnable onMore) {
        return new Follower(onMore);
    }

    private final class Follower implements Changes {
        private final Runnable onMore;
        private Version read;

        private Follower(Runnable onMore) {
            this.onMore = onMore;
            followers.add(this);
            this.read = Objects.requireNonNull(current.get());
        }

        private void wake() {
            onMore.run();
        }

        @Override
        public State state() {
            return read.state;
        }

        @Override
        public @Nullable Change next() {
            Version next = read.next;
            if (next == null) {
                return null;
            }
            Change change = new Change(read.state, next.state, next.begins);
            read = next;
            return change;
        }

        @Override
        public boolean isOver() {
            return closed;
        }

        @Override
        public void close() {
            followers.remove(this);
        }
    }
}
