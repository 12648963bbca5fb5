package io.github.etnasandbox.state;

import java.util.function.Function;

/**
 * What a command makes of a state.
 *
 * @param state the world after; the very same value when nothing changed
 * @param result what came of the command
 * @param <R> kind of the result
 */
public record Transition<R>(State state, R result) {

    /**
     * Returns the same step with another result.
     *
     * @param change makes the new result of the old
     * @param <S> kind of the new result
     * @return the step to the same state
     */
    public <S> Transition<S> map(Function<? super R, ? extends S> change) {
        return new Transition<>(state, change.apply(result));
    }
}
