package io.github.etnasandbox.state;

import java.time.Instant;

/**
 * One thing that can happen in a world, as a value: applied to a state it says what the world is afterwards and what
 * came of it.
 *
 * <p>Commands are immutable and pure. They read no clock, draw no random number and have no effect, so that the same
 * commands give the same world anywhere, and a world may apply one again when another came first.
 */
@FunctionalInterface
public interface Command<R> {
    Transition<R> applyTo(State state, Instant now);
}
