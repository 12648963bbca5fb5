package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Fired;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Moves a world's clock forward, and lets happen what is due on the way. */
public record ClockAdvance(Duration by) implements Command<List<Fired>> {
    /** The last instant that the API can print. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999900Z");

    /** Rejects a move back: what has happened would then be in the future. */
    public ClockAdvance {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "the clock would move by " + by + "; it only moves forward, a reset takes it back");
        }
    }

    /** An instant, or the last one that the API can print when that is earlier. */
    static Instant printable(Instant instant) {
        return instant.isAfter(LAST) ? LAST : instant;
    }

    /**
     * Moves the clock, running or not.
     *
     * @throws IllegalArgumentException when the clock would leave the years that the API can print
     */
    @Override
    public Transition<List<Fired>> applyTo(State state, Instant now) {
        if (by.compareTo(Duration.between(now, LAST)) > 0) {
            throw new IllegalArgumentException(
                    "the clock would move by " + by + " from " + now + "; it ends at " + LAST);
        }
        return PassingTime.pass(state, now.plus(by));
    }
}
