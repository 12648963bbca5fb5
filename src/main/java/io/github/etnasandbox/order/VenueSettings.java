package io.github.etnasandbox.order;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a world's venue answers where no order says otherwise. Immutable.
 *
 * @param acknowledgesAfter how long, on the world's clock, a new order is pending before the venue takes it; zero for at
 *     once, null for until it is told
 * @param fillsAtQuotes whether orders that are open at the venue react to the quote of their security, when they come there,
 *     get other terms, or a quote is set: stops are triggered, market orders and limit orders that the quote meets are
 *     filled; otherwise nothing fills unless told
 * @param nextCancel what the venue does with the next cancel of an order without an outcome of its own, once; null for
 *     accepting it
 * @param validators what orders are checked for beyond what every venue checks
 */
public record VenueSettings(
        @Nullable Duration acknowledgesAfter,
        boolean fillsAtQuotes,
        @Nullable CancelOutcome nextCancel,
        Set<OptionalValidator> validators) {

    /** New orders are acknowledged at once, nothing fills by itself, cancels are accepted, optional validators are off. */
    public static final VenueSettings DEFAULTS = new VenueSettings(Duration.ZERO, false, null, Set.of());

    /** Rejects a time that runs backwards, or is longer than any test. */
    public VenueSettings {
        if (acknowledgesAfter != null
                && (acknowledgesAfter.isNegative() || acknowledgesAfter.compareTo(CancelOutcome.LONGEST) > 0)) {
            throw new IllegalArgumentException("new orders would be acknowledged after " + acknowledgesAfter
                    + "; zero or more, and at most " + CancelOutcome.LONGEST + ", is needed");
        }
        Set<OptionalValidator> inOrder = EnumSet.noneOf(OptionalValidator.class);
        inOrder.addAll(validators);
        validators = Collections.unmodifiableSet(inOrder);
    }

    /**
     * {@return these settings with another time to acknowledge a new order}
     *
     * @param time how long it is pending on the world's clock, zero or more
     */
    public VenueSettings acknowledgingAfter(Duration time) {
        return new VenueSettings(time, fillsAtQuotes, nextCancel, validators);
    }

    /** {@return these settings with new orders pending until the venue is told} */
    public VenueSettings holdingNewOrders() {
        return new VenueSettings(null, fillsAtQuotes, nextCancel, validators);
    }

    /**
     * {@return these settings with filling by itself on or off}
     *
     * @param fills whether orders are filled at the quotes
     */
    public VenueSettings fillingAtQuotes(boolean fills) {
        return new VenueSettings(acknowledgesAfter, fills, nextCancel, validators);
    }

    /**
     * {@return these settings with another script for the next cancel}
     *
     * @param outcome what the venue does with it, null for accepting it
     */
    public VenueSettings withNextCancel(@Nullable CancelOutcome outcome) {
        return new VenueSettings(acknowledgesAfter, fillsAtQuotes, outcome, validators);
    }

    /**
     * {@return these settings with other optional validators}
     *
     * @param validators all that are on
     */
    public VenueSettings validating(OptionalValidator... validators) {
        return new VenueSettings(acknowledgesAfter, fillsAtQuotes, nextCancel, Set.of(validators));
    }
}
