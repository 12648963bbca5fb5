package io.github.etnasandbox.security;

import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.quote.Quote;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be traded. Immutable.
 *
 * @param symbol its symbol, unique whatever the letter case; that of an option is an OSI one such as
 *     {@code AAPL  190503C00165000}, spaces included
 * @param tradable false when nobody may trade it now
 * @param quote what it trades at; absent when there are no quotes
 * @param contractSize how many of the underlying security one of it is about; absent for what is usual for its type
 * @param option what it is an option on; absent when it is none, or neither symbol nor fixture tells
 */
public record Security(
        SecurityId id,
        String symbol,
        SecurityType type,
        boolean tradable,
        @Nullable Quote quote,
        Listing listing,
        @Nullable Integer contractSize,
        @Nullable OptionTerms option,
        Map<String, String> kept) {
    private static final double TICK = 0.01;
    private static final double TICK_BELOW_1 = 0.0001;

    public Security {
        kept = KeptFields.copyOf(kept);
    }

    /** Returns the same security at another quote. */
    public Security at(Quote other) {
        return new Security(id, symbol, type, tradable, other, listing, contractSize, option, kept);
    }

    /** Returns how many times its price one of it costs: 100 for most options, 1 for a stock. */
    public int multiplier() {
        return contractSize == null ? type.multiplier() : contractSize;
    }

    /** Returns the least change of its price: 0.01, or 0.0001 where it trades below 1, unless it has another. */
    public double tickSize() {
        Double own = listing.tickSize();
        if (own != null) {
            return own;
        }
        return quote != null && quote.last() < 1 ? TICK_BELOW_1 : TICK;
    }
}
