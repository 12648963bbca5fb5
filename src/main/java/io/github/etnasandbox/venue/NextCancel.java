package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.state.VenueSettings;
import java.time.Instant;

/** Says what the venue does with the world's next cancel of an order that has no outcome of its own; once. */
public record NextCancel(CancelOutcome outcome) implements Command<VenueSettings> {
    @Override
    public Transition<VenueSettings> applyTo(State state, Instant now) {
        VenueSettings settings = state.venue().withNextCancel(outcome);
        return new Transition<>(state.with(settings), settings);
    }
}
