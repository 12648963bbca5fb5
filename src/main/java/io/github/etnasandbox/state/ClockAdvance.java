package io.github.etnasandbox.state;

import java.time.Duration;
import java.time.Instant;

/**
 * Moves a world's clock forward.
 *
 * @param by how far, zero or more
 */
public record ClockAdvance(Duration by) implements Command<Instant> {
    /** The last instant that the API can print. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999900Z");

    /** Rejects a move back: what has happened would then be in the future. */
    public ClockAdvance {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "the clock would move by " + by + "; it only moves forward, a reset takes" + " it back");
        }
    }

    /**
     * Moves the clock, running or not.
     *
     * @throws IllegalArgumentException when the clock would leave the years that the API can print
     */
    @Override
    public Transition<Instant> applyTo(State state, Instant now) {
        if (by.compareTo(Duration.between(now, LAST)) > 0) {
            throw new IllegalArgumentException(
                    "the clock would move by " + by + " from " + now + "; it ends at " + LAST);
        }
        return new Transition<>(state.withClock(state.clock().plus(by)), now.plus(by));
    }
}
