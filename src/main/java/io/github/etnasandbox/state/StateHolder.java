package io.github.etnasandbox.state;

/** What keeps a state without showing it to users: a seed. */
public interface StateHolder {
    State state();

    StateHolder with(State other);
}
