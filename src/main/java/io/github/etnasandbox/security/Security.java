package io.github.etnasandbox.security;

import io.github.etnasandbox.json.KeptFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be traded. Immutable.
 *
 * @param symbol its symbol, unique whatever the letter case; that of an option is an OSI one such as
 *     {@code AAPL  190503C00165000}, spaces included
 * @param tradable false when nobody may trade it now
 * @param quote what it trades at; absent when there are no quotes
 */
public record Security(
        SecurityId id,
        String symbol,
        SecurityType type,
        boolean tradable,
        @Nullable Quote quote,
        Map<String, String> kept) {

    public Security {
        kept = KeptFields.copyOf(kept);
    }

    /** Returns how many times its price one of it costs: 100 for an option, 1 for a stock. */
    public int multiplier() {
        return type.multiplier();
    }
}
