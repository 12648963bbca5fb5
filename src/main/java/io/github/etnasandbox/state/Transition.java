package io.github.etnasandbox.state;

import java.util.function.Function;

/** What a command makes of a state: the very same value when nothing changed. */
public record Transition<R>(State state, R result) {

    @SuppressWarnings("ReferenceEquality") // identity is the promise, and comparing two worlds would take its time
    public boolean keeps(State before) {
        return state == before;
    }

    /** Returns the same step with another result. */
    public <S> Transition<S> map(Function<? super R, ? extends S> change) {
        return new Transition<>(state, change.apply(result));
    }
}
