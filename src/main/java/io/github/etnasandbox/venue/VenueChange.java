package io.github.etnasandbox.venue;

import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.state.VenueSettings;
import java.time.Instant;

/** Changes how the venue answers where no order says otherwise. */
public record VenueChange(VenueSettings settings) implements Command<VenueSettings> {
    @Override
    public Transition<VenueSettings> applyTo(State state, Instant now) {
        return new Transition<>(state.with(settings), settings);
    }
}
