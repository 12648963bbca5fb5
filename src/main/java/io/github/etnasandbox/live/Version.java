package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.state.State;
import org.jspecify.annotations.Nullable;

/** What a world is from one change to the next. All that was due by the state's clock has happened. */
final class Version {
    /** Whether the world has started over with a version. */
    enum Beginning {
        /** It came from the one before. */
        NONE,
        /** It goes on from another state. */
        OF_STATE,
        /** It is as if there was none before. */
        OF_WORLD
    }

    private final Life life;
    private final long clockSetAtNanos;
    private final Beginning beginning;
    /** The entry of the world's log that tells it; null where it lasts already, or nothing does. */
    @Nullable Entry entry; // set before any other thread sees this

    /** The one after it, where somebody follows: else each would keep all later ones in memory. */
    volatile @Nullable Version next;

    /** @param clockSetAtNanos the time of the monotonic clock when the state's clock was set */
    Version(Life life, long clockSetAtNanos, Beginning beginning) {
        this.life = life;
        this.clockSetAtNanos = clockSetAtNanos;
        this.beginning = beginning;
    }

    Life life() {
        return life;
    }

    long number() {
        return life.version();
    }

    Seed seed() {
        return life.seed();
    }

    State state() {
        return life.state();
    }

    Stage stage() {
        return life.stage();
    }

    long clockSetAtNanos() {
        return clockSetAtNanos;
    }

    Beginning beginning() {
        return beginning;
    }

    /** Whether it has another state than the one before it, or starts over. */
    @SuppressWarnings("ReferenceEquality") // whatever is kept as it was is the same
    boolean changesStateOf(Version before) {
        return before.state() != state() || beginning != Beginning.NONE;
    }

    /** Returns when it lasts; a StoreException when it does not. */
    void awaitLasting() {
        if (entry != null) {
            entry.await();
        }
    }

    /**
     * When something was applied that found this version: of all that did, that one comes last which changed it. See
     * {@link Applied}.
     */
    long moment(boolean changed) {
        return 2 * number() + (changed ? 1 : 0);
    }
}
