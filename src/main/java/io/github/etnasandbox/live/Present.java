package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.state.State;
import java.time.Instant;

/**
 * What a world is at an instant. Immutable.
 *
 * @param now the instant of the world's clock
 * @param nanos the time of the monotonic clock then
 */
record Present(Version version, Instant now, long nanos) {
    Seed seed() {
        return version.seed();
    }

    State state() {
        return version.state();
    }

    Stage stage() {
        return version.stage();
    }

    /** The state, its clock standing at the present instant, beside what else the seed has. */
    Seed snapshot() {
        State state = state();
        return Snapshots.with(seed(), now.equals(state.clock()) ? state : state.withClock(now));
    }

    <R> Applied<R> applied(State after, boolean changed, R result) {
        return new Applied<>(state(), after, now, version.moment(changed), result);
    }
}
