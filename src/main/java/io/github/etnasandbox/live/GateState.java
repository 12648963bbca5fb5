package io.github.etnasandbox.live;

import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A gate of a world, and what has come to it. Immutable.
 *
 * @param serial tells it from all others that the world ever had; ids count from 1 again after a reset
 * @param met whether what it holds, or held, has come
 * @param releasedBy what released it; null while nothing has
 */
record GateState(
        int serial,
        String id,
        RequestPattern match,
        GatePoint point,
        Duration limit,
        boolean met,
        Gate.@Nullable Release releasedBy) {

    boolean isReleased() {
        return releasedBy != null;
    }

    boolean isOpen() {
        return !met && !isReleased();
    }

    Gate.State state() {
        return isReleased() ? Gate.State.RELEASED : met ? Gate.State.HOLDING : Gate.State.OPEN;
    }

    GateState holding() {
        return new GateState(serial, id, match, point, limit, true, releasedBy);
    }

    /** The first release is the one that counts. */
    GateState released(Gate.Release by) {
        return isReleased() ? this : new GateState(serial, id, match, point, limit, met, by);
    }
}
