package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.store.StoreException;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one thing of a world that changes. Commands, the passing of time, resets and restores each replace the current
 * version in one step; one that finds that another came first starts over. Thread-safe.
 */
final class Timeline {

    /** What stands around the state after a tester's deed, and what came of that. */
    record Arranged<R>(Stage stage, R result) {}

    /** Is told of each change, once it is made, and before those who wait for one go on. It must be quick. */
    interface Watch {
        /** The state is another one, and came from the one before. */
        void changed(State before, State after);

        /** Something else stands around the state. */
        void arranged(Stage before, Stage after);

        /** The world has begun, and all that is applied from this moment on finds it so. */
        void begun(long moment);
    }

    private final ClockMode clock;
    private final Watch watch;
    private final InstantSource realTime;
    private final AtomicReference<Version> current;
    private final @Nullable WorldLog log;
    /** The last version that lasts, of which others may be told; null where there is no log, and it is the current one. */
    private volatile @Nullable Version lasting;
    /** The latest instant that the real clock has told. */
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);

    private final Waiters waiters = new Waiters();
    private final Waiters stageWaiters = new Waiters();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    /** Commands that another one has overtaken take turns, or many at once would mostly make each other start over. */
    private final Object turn = new Object();

    Timeline(ClockMode clock, Seed seed, Watch watch) {
        this(clock, Life.of(seed), watch, null, RealTime::instant);
    }

    /**
     * @param life what the world is at first
     * @param log where it lasts; null for nowhere
     * @param realTime what tells the real time, for a system clock
     */
    Timeline(ClockMode clock, Life life, Watch watch, @Nullable WorldLog log, InstantSource realTime) {
        this.clock = clock;
        this.watch = watch;
        this.log = log;
        this.realTime = realTime;
        Version first = beginning(life, Version.Beginning.OF_WORLD);
        this.current = new AtomicReference<>(first);
        this.lasting = log == null ? null : first;
    }

    /** Applies a command to what is now; it may be computed more than once. */
    <R> Applied<R> apply(Command<R> command) {
        return apply(seed -> command);
    }

    /** Applies a command that is made of the seed that the state at hand came from. */
    <R> Applied<R> apply(Function<Seed, Command<R>> command) {
        return untilDone(present -> {
            Transition<R> transition = command.apply(present.seed()).applyTo(present.state(), present.now());
            boolean changes = !transition.keeps(present.state());
            Version after = changes ? replace(present, transition.state(), present.stage()) : present.version();
            return after == null
                    ? null
                    : new Done<>(after, present.applied(transition.state(), changes, transition.result()));
        });
    }

    /**
     * Has something else stand around the state. What tells it may be asked more than once; where it returns the stage that it
     * was given, nothing changes.
     */
    @SuppressWarnings("ReferenceEquality")
    <R> Applied<R> arrange(Function<Present, Arranged<R>> arrangement) {
        return untilDone(present -> {
            Arranged<R> arranged = arrangement.apply(present);
            boolean changes = arranged.stage() != present.stage();
            Version after = changes ? replace(present, present.state(), arranged.stage()) : present.version();
            return after == null
                    ? null
                    : new Done<>(after, present.applied(present.state(), changes, arranged.result()));
        });
    }

    /** Something that was done, and the version that it made or left. */
    private record Done<R>(Version version, Applied<R> applied) {}

    /** @param attempt gives null when another one came first */
    private <R> Applied<R> untilDone(Function<Present, @Nullable Done<R>> attempt) {
        Done<R> done = attempt.apply(present());
        if (done == null) {
            synchronized (turn) {
                while (done == null) {
                    done = attempt.apply(present());
                }
            }
        }
        try {
            done.version().awaitLasting();
        } catch (StoreException nothingLasts) {
            Done<R> again = done.applied().changed() ? null : attempt.apply(toldPresent());
            if (again == null) {
                throw nothingLasts;
            }
            again.version().awaitLasting(); // it read what never was, and reads what is
            return again.applied();
        }
        return done.applied();
    }

    /** What may be told now, as if a command had found it and changed nothing. */
    Applied<State> look() {
        Present present = toldPresent();
        return present.applied(present.state(), false, present.state());
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
        return waiters.await(limit, () -> question.apply(toldNow()), this::untilSomethingIsDue);
    }

    /** What may be told now without waiting; what has come due begins to happen. */
    private State toldNow() {
        return toldPresent().state();
    }

    /** The same with the instant of it: before the next thing that is due, where that does not last yet. */
    private Present toldPresent() {
        Present present = present();
        if (log == null) {
            return present;
        }
        Version told = told();
        long nanos = RealTime.nanos();
        State state = told.state();
        Instant now = now(state.clock(), nanos - told.clockSetAtNanos());
        Instant due = state.orders().nothingDueBefore();
        return new Present(told, now.isBefore(due) || now.equals(state.clock()) ? now : due.minusNanos(1), nanos);
    }

    /** The last version of which others may be told. */
    private Version told() {
        Version last = lasting;
        return last == null ? Objects.requireNonNull(current.get()) : last;
    }

    /** Where the clock runs, something becomes due without any command. */
    Duration untilSomethingIsDue() {
        Present present = present();
        Instant due = present.state().orders().nothingDueBefore();
        return clock == ClockMode.FROZEN || due.equals(Instant.MAX)
                ? Waiters.LONG
                : Duration.between(present.now(), due);
    }

    /** What stands around the state. */
    Stage stage() {
        return told().stage();
    }

    /** Waits until what stands around the state answers a question; empty as {@link #await} is. */
    <R> Optional<R> awaitStage(Function<Stage, Optional<R>> question, Duration limit) {
        return stageWaiters.await(limit, () -> question.apply(stage()), () -> Waiters.LONG);
    }

    /** Starts over from the seed. */
    void reset() {
        begin(found -> found.seed());
    }

    /** Starts over from another seed. */
    void begin(Seed seed) {
        begin(before -> seed);
    }

    private void begin(Function<Version, Seed> seed) {
        begun(found -> {
            Seed from = seed.apply(found);
            Life life = found.life()
                    .next(from, Snapshots.stateOf(from), found.stage().begun(from.faults()));
            return beginning(life, Version.Beginning.OF_WORLD);
        });
    }

    /** Goes on from another state, the seed as it is, and tells what was found, and what has begun. */
    Applied<State> goOnFrom(State state) {
        return begun(found -> beginning(found.life().next(state, found.stage()), Version.Beginning.OF_STATE));
    }

    private Applied<State> begun(UnaryOperator<Version> beginning) {
        Version found;
        Version begun;
        do {
            found = Objects.requireNonNull(current.get());
            begun = beginning.apply(found);
        } while (!put(found, begun, begun.state().clock()));
        begun.awaitLasting();
        return new Applied<>(found.state(), begun.state(), begun.state().clock(), found.moment(true), begun.state());
    }

    private Version beginning(Life life, Version.Beginning of) {
        Instant from = life.state().clock();
        Instant beginning = clock == ClockMode.SYSTEM ? realTime.instant() : from;
        Life begun = beginning.equals(from)
                ? life
                : new Life(life.version(), life.seed(), life.state().withClock(beginning), life.stage());
        return new Version(begun, RealTime.nanos(), of);
    }

    Seed seed() {
        return lastingPresent().seed();
    }

    /** What time it may be told to be, without waiting. */
    Instant now() {
        return toldPresent().now();
    }

    /** What is now, its clock where something happened last. */
    State state() {
        return lastingPresent().state();
    }

    /** What is now, its clock standing at the present instant, beside what else the seed has. */
    Seed snapshot() {
        return lastingPresent().snapshot();
    }

    private Present lastingPresent() {
        Present present = present();
        try {
            present.version().awaitLasting();
            return present;
        } catch (StoreException nothingOfItHasHappened) {
            return toldPresent();
        }
    }

    /** Lets go what gates hold and faults delay, takes no more of them, and ends all waits, now and from now on. */
    void close() {
        if (log != null && clock == ClockMode.TICKING) {
            try {
                untilDone(this::keepClock);
            } catch (StoreException itGoesOnFromWhereSomethingHappenedLast) {
                // as after a crash
            }
        }
        closed = true;
        Version found;
        Version over;
        do {
            found = lastingPresent().version();
            over = new Version(
                    found.life().next(found.state(), found.stage().over()),
                    found.clockSetAtNanos(),
                    Version.Beginning.NONE);
            lasting = log == null ? null : over; // which no log tells; requests that are under way may go on from it
        } while (!current.compareAndSet(found, over));
        tell(found, over);

        followers.forEach(Follower::wake);
        waiters.close();
        stageWaiters.close();
    }

    private @Nullable Done<State> keepClock(Present present) {
        State at = present.state().withClock(present.now());
        Version after = replace(present, at, present.stage());
        return after == null ? null : new Done<>(after, present.applied(at, true, at));
    }

    /** What is now, whether it lasts or not; where the clock runs, what has come due meanwhile happens first. */
    Present present() {
        while (true) {
            Version version = Objects.requireNonNull(current.get());
            State state = version.state();
            long nanos = RealTime.nanos();
            Instant now = now(state.clock(), nanos - version.clockSetAtNanos());
            Present present = new Present(version, now, nanos);
            if (now.equals(state.clock()) || now.isBefore(state.orders().nothingDueBefore())) {
                return present;
            }
            replace(present, ClockAdvance.pass(state, now).state(), version.stage());
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

    /** Puts what is next in the place of what is now; null when another change came first. */
    private @Nullable Version replace(Present present, State state, Stage stage) {
        Version version = present.version();
        boolean clockSet = !state.clock().equals(version.state().clock());
        long clockSetAtNanos = clockSet ? present.nanos() : version.clockSetAtNanos();
        Version after = new Version(version.life().next(state, stage), clockSetAtNanos, Version.Beginning.NONE);
        return put(version, after, present.now()) ? after : null;
    }

    private boolean put(Version found, Version next, Instant now) {
        if (log == null) {
            boolean put = current.compareAndSet(found, next);
            if (put) {
                tell(found, next);
            }
            return put;
        }
        Runnable onLasting = () -> {
            lasting = next;
            tell(found, next);
        };
        return log.append(text(found, next, now), onLasting, entry -> {
            next.entry = entry;
            return current.compareAndSet(found, next);
        });
    }

    private byte[] text(Version found, Version next, Instant now) {
        LogWriter writer = Objects.requireNonNull(log).writer();
        return switch (next.beginning()) {
            case NONE -> writer.next(found.life(), next.life(), now);
            case OF_STATE -> writer.restored(found.life(), next.life());
            case OF_WORLD -> writer.begun(found.life(), next.life());
        };
    }

    /** Goes back to what lasts. */
    void goBack() {
        current.set(told());
    }

    @SuppressWarnings("ReferenceEquality") // whatever is kept as it was is the same
    private void tell(Version before, Version after) {
        if (after.beginning() == Version.Beginning.OF_WORLD) {
            watch.begun(before.moment(true));
        } else if (after.beginning() == Version.Beginning.NONE && before.state() != after.state()) {
            watch.changed(before.state(), after.state());
        }
        if (before.stage() != after.stage()) {
            watch.arranged(before.stage(), after.stage());
            if (after.stage().mayEndWaits(before.stage())) {
                stageWaiters.wake();
            }
        }
        if (!followers.isEmpty()) { // who comes after this look finds the version after, or a later one
            before.next = after;
            followers.forEach(Follower::wake);
        }
        waiters.wake();
    }

    /** See {@link LiveWorld#follow}. */
    Changes follow(Runnable onMore) {
        return new Follower(followers, this::told, onMore, () -> closed);
    }
}
