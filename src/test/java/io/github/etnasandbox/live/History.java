package io.github.etnasandbox.live;

import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.util.List;

/**
 * Calls that threads made of one world, and whether they can be told as if they had come one after the other.
 *
 * <p>Source: Wing and Gong, Testing and Verifying Concurrent Objects (1993).
 *
 * @param before the world before
 * @param calls the calls, in any order; at most 31
 * @param after the world after
 */
record History(State before, List<Call> calls, State after) {
    /**
     * One call.
     *
     * @param command what was asked
     * @param from when it was asked, by a counter that all threads share
     * @param until when it was answered
     * @param result what was answered
     */
    record Call(Command<?> command, int from, int until, Object result) {}

    /** Whether some order of the calls, none before another that had ended when it began, explains all answers. */
    boolean isLinearisable() {
        return isExplainedFrom(before, 0);
    }

    private boolean isExplainedFrom(State state, int done) {
        if (done == (1 << calls.size()) - 1) {
            return state.equals(after);
        }
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if ((done & 1 << i) == 0 && mayBeNext(call, done)) {
                Transition<?> transition = call.command().applyTo(state, state.clock());
                if (transition.result().equals(call.result()) && isExplainedFrom(transition.state(), done | 1 << i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean mayBeNext(Call call, int done) {
        for (int i = 0; i < calls.size(); i++) {
            if ((done & 1 << i) == 0 && calls.get(i).until() < call.from()) {
                return false;
            }
        }
        return true;
    }
}
