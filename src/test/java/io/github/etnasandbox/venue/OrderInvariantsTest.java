package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.fixture.FixtureText;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Has anything happen to any orders, groups too. */
class OrderInvariantsTest {
    private static final int RUNS = 100;
    private static final int BETWEEN_EXPORTS = 20;

    @ParameterizedTest
    @ValueSource(strings = {"docs", "every-status"})
    void whatever_happens_to_orders_some_things_stay_true(String fixtures) {
        State from = Snapshots.stateOf(Fixtures.named(fixtures).load());
        for (int seed = 0; seed < RUNS; seed++) {
            RandomCommands commands = new RandomCommands(seed, true);
            RandomRun.of(seed, 100, from, commands::next, new OrderInvariants(from));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "every-status"})
    void an_export_goes_on_as_its_world_does(String fixtures) {
        State from = Snapshots.stateOf(Fixtures.named(fixtures).load());
        for (int seed = 0; seed < RUNS; seed++) {
            RandomCommands commands = new RandomCommands(seed, true);
            RandomRun.of(seed, 100, from, commands::next, new Twin(from));
        }
    }

    /** A world that was written and read every now and then, beside the one that was not. */
    private static final class Twin implements RandomRun.Check {
        private State state;
        private int steps;

        Twin(State state) {
            this.state = state;
        }

        @Override
        public void check(State before, RandomCommands.Step step, Transition<?> after) {
            Transition<?> ours = step.command().applyTo(state, state.clock());
            state = ours.state();
            assertThat(ours.result().getClass()).isEqualTo(after.result().getClass());
            if (++steps % BETWEEN_EXPORTS == 0) {
                String export = FixtureText.text(after.state());
                assertThat(FixtureText.text(state)).isEqualTo(export);
                state = FixtureText.read(export);
                assertThat(FixtureText.text(state)).isEqualTo(export);
            }
        }
    }
}
