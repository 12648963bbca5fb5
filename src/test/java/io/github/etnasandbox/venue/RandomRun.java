package io.github.etnasandbox.venue;

import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.venue.RandomCommands.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Commands applied one after the other, with a check behind each. */
final class RandomRun {
    private RandomRun() {}

    /** Looks at each step; fails as a test does. */
    @FunctionalInterface
    interface Check {
        void check(State before, Step step, Transition<?> after);
    }

    /** Applies commands; a failure tells all of them. */
    static void of(long seed, int length, State from, Function<State, Step> commands, Check check) {
        State state = from;
        List<Step> done = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Step step = commands.apply(state);
            done.add(step);
            try {
                Transition<?> after = step.command().applyTo(state, state.clock());
                check.check(state, step, after);
                state = after.state();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", " + e.getMessage() + told(done), e);
            }
        }
    }

    private static String told(List<Step> steps) {
        StringBuilder text = new StringBuilder("\nafter these commands:");
        steps.forEach(step -> text.append("\n  ").append(step));
        return text.toString();
    }

    /** Whether what was asked for was done. */
    static boolean isDone(Object result) {
        return !(result instanceof OrderResult) || result instanceof OrderResult.Done;
    }
}
