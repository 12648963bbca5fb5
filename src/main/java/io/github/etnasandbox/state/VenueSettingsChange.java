package io.github.etnasandbox.state;

import io.github.etnasandbox.order.VenueSettings;
import java.time.Instant;

/** Changes how the venue answers where no order says otherwise. */
public record VenueSettingsChange(VenueSettings settings) implements Command<VenueSettings> {
    @Override
    public Transition<VenueSettings> applyTo(State state, Instant now) {
        return new Transition<>(state.with(settings), settings);
    }
}
