package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.state.State;

/**
 * All that a world is at one version of it. Immutable.
 *
 * @param version the number of the version
 * @param seed what the world comes back to
 */
record Life(long version, Seed seed, State state, Stage stage) {

    /** That of a world that begins. */
    static Life of(Seed seed) {
        return new Life(0, seed, Snapshots.stateOf(seed), Stage.of(seed.faults()));
    }

    /** What comes after it, with the same seed. */
    Life next(State otherState, Stage otherStage) {
        return next(seed, otherState, otherStage);
    }

    Life next(Seed otherSeed, State otherState, Stage otherStage) {
        return new Life(version + 1, otherSeed, otherState, otherStage);
    }
}
