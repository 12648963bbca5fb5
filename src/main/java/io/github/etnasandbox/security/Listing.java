package io.github.etnasandbox.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a security is listed: what the API tells of it that no order depends on. Immutable.
 *
 * <p>Source: guide page Get Equity Info by Ticker.
 *
 * @param description usually the name of the company, null for none
 * @param exchange where it is listed, such as {@code XNAS}, null for nowhere
 * @param currency what its prices are in
 * @param added when the broker began to know it; {@link #UNSET} for no date
 * @param modified when the broker last changed what it knows of it; {@link #UNSET} for no date
 * @param precision the decimal places of its price
 * @param volumePrecision the decimal places of its quantity
 * @param tickSize the least change of its price; null for the usual one
 * @param enabled whether the broker lists it at all
 * @param allowMargin whether it may be bought on margin
 * @param allowShort whether it may be sold short
 */
public record Listing(
        @Nullable String description,
        @Nullable String exchange,
        String currency,
        Instant added,
        Instant modified,
        int precision,
        int volumePrecision,
        @Nullable Double tickSize,
        boolean enabled,
        boolean allowMargin,
        boolean allowShort) {
    /** A date that is not set. */
    public static final Instant UNSET = Instant.ofEpochSecond(-62_135_596_800L); // 0001-01-01T00:00:00Z

    /** How one is listed of which nothing is said. */
    public static final Listing USUAL = new Listing(null, null, "USD", UNSET, UNSET, 2, 0, null, true, true, true);
}
