package io.github.etnasandbox.state;

/** What keeps a state without showing it to users: a seed. */
public interface StateHolder {
    /** Returns the state. */
    State state();

    /** Returns the same with another state. */
    StateHolder with(State other);
}
