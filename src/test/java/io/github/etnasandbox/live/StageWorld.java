package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.ClockMode;
import java.util.concurrent.Semaphore;

/** A timeline whose changes nobody but the gates and faults on it is told of. */
final class StageWorld implements Timeline.Watch {
    final Timeline timeline =
            new Timeline(ClockMode.FROZEN, Fixtures.named("docs").load(), this);
    final Gates gates;
    final Faults faults;

    StageWorld(Semaphore room) {
        this.gates = new Gates(timeline, room);
        this.faults = new Faults(timeline, room, (action, applied) -> {});
    }

    @Override
    public void changed(State before, State after) {}

    @Override
    public void arranged(Stage before, Stage after) {
        gates.arranged(before, after);
        faults.arranged(before, after);
    }

    @Override
    public void begun(long moment) {}
}
