package io.github.etnasandbox.state;

/** What keeps a state without showing it to users: a seed. */
public interface StateHolder {
    State state();

    StateHolder with(State other);

    /** Tells as a JSON object what its state has in place of what another one has; {@code {}} when that is nothing. */
    String effectOn(State before);

    /**
     * Returns the same with the state that such an object makes of its state.
     *
     * @param name what problems call the text; a FixtureException says that it is no effect, or none on this state
     */
    StateHolder after(String name, String effect);
}
