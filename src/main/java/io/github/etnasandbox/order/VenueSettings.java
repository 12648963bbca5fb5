package io.github.etnasandbox.order;

import io.github.etnasandbox.json.JsonText;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * How a world's venue answers where no order says otherwise. Immutable.
 *
 * @param acknowledgesAfter how long, on the world's clock, a new order is pending before the venue takes it; zero for at
 *     once, null for until it is told
 * @param fillsAtQuotes whether a market order, or a limit order that the quotes meet, is filled as soon as it is
 *     acknowledged; otherwise nothing fills by itself
 * @param nextCancel what the venue does with the next cancel of an order without an outcome of its own, once; null for
 *     accepting it
 */
public record VenueSettings(
        @Nullable Duration acknowledgesAfter,
        boolean fillsAtQuotes,
        @Nullable CancelOutcome nextCancel) {

    /** New orders are acknowledged at once, nothing fills by itself, cancels are accepted. */
    public static final VenueSettings DEFAULTS = new VenueSettings(Duration.ZERO, false, null);

    /** Rejects a time that runs backwards, or is longer than any test. */
    public VenueSettings {
        if (acknowledgesAfter != null
                && (acknowledgesAfter.isNegative() || acknowledgesAfter.compareTo(CancelOutcome.LONGEST) > 0)) {
            throw new IllegalArgumentException("new orders would be acknowledged after " + acknowledgesAfter
                    + "; zero or more, and at most " + CancelOutcome.LONGEST + ", is needed");
        }
    }

    /** How a person writes that new orders are acknowledged without a delay. */
    public static final String AT_ONCE = "at-once";

    /** How a person writes that they are pending until the venue is told. */
    public static final String HOLD = "hold";

    /**
     * {@return when new orders are acknowledged, as a person writes it: {@link #AT_ONCE}, {@link #HOLD}, or an ISO 8601
     * duration}
     */
    public String acknowledgement() {
        if (acknowledgesAfter == null) {
            return HOLD;
        }
        return acknowledgesAfter.isZero() ? AT_ONCE : acknowledgesAfter.toString();
    }

    /**
     * {@return these settings with another time to acknowledge a new order, as a person writes it}
     *
     * @param text {@link #AT_ONCE}, {@link #HOLD}, or an ISO 8601 duration
     * @throws IllegalArgumentException when it is none of them
     */
    public VenueSettings acknowledging(String text) {
        try {
            return switch (text) {
                case AT_ONCE -> acknowledgingAfter(Duration.ZERO);
                case HOLD -> holdingNewOrders();
                default -> acknowledgingAfter(Duration.parse(text));
            };
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "must be at-once, hold or an ISO 8601 duration such as \"PT2S\", found " + JsonText.quote(text), e);
        }
    }

    /**
     * {@return these settings with another time to acknowledge a new order}
     *
     * @param time how long it is pending on the world's clock, zero or more
     */
    public VenueSettings acknowledgingAfter(Duration time) {
        return new VenueSettings(time, fillsAtQuotes, nextCancel);
    }

    /** {@return these settings with new orders pending until the venue is told} */
    public VenueSettings holdingNewOrders() {
        return new VenueSettings(null, fillsAtQuotes, nextCancel);
    }

    /**
     * {@return these settings with filling by itself on or off}
     *
     * @param fills whether orders are filled at the quotes
     */
    public VenueSettings fillingAtQuotes(boolean fills) {
        return new VenueSettings(acknowledgesAfter, fills, nextCancel);
    }

    /**
     * {@return these settings with another script for the next cancel}
     *
     * @param outcome what the venue does with it, null for accepting it
     */
    public VenueSettings withNextCancel(@Nullable CancelOutcome outcome) {
        return new VenueSettings(acknowledgesAfter, fillsAtQuotes, outcome);
    }
}
