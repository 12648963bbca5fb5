package io.github.etnasandbox.quote;

import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.Kinds;
import org.jspecify.annotations.Nullable;

/**
 * What a security trades at. Immutable. Prices are in the security's currency, of one share: those of an option too.
 *
 * <p>Source: {@code Quotes} of the answers on the guide page about validating an order's placement; the sizes are named as in
 * quotes of the documented stream.
 *
 * @param ask what sellers ask, above 0 and not below {@code bid}
 * @param bid what buyers bid, above 0
 * @param last price of the last trade, above 0
 * @param volume shares or contracts traded today, 0 or more
 * @param openInterest contracts that are open, 0 or more; 0 for what is no contract
 * @param askSize shares or contracts that are there at {@code ask}, 0 or more; null for as many as are wanted
 * @param bidSize shares or contracts that are wanted at {@code bid}, 0 or more; null for as many as are there
 */
public record Quote(
        double ask,
        double bid,
        double last,
        double volume,
        double openInterest,
        @Nullable Double askSize,
        @Nullable Double bidSize) {

    /** Rejects prices that are not above 0, counts below 0, and an ask below the bid. */
    public Quote {
        requirePrice("Ask", ask);
        requirePrice("Bid", bid);
        requirePrice("Last", last);
        requireCount("Volume", volume);
        requireCount("OpenInterest", openInterest);
        requireCount("AskSize", askSize == null ? 0 : askSize);
        requireCount("BidSize", bidSize == null ? 0 : bidSize);
        if (ask < bid) {
            throw new IllegalArgumentException(
                    "Ask " + JsonNumber.spell(ask) + " is less than Bid " + JsonNumber.spell(bid));
        }
    }

    private static void requirePrice(String name, double price) {
        if (!(price > 0 && price <= Kinds.LARGEST_AMOUNT)) {
            throw new IllegalArgumentException(
                    name + " is " + price + "; more than 0 and at most " + Kinds.LARGEST_AMOUNT + " is needed");
        }
    }

    private static void requireCount(String name, double count) {
        if (!(count >= 0 && count <= Kinds.LARGEST_AMOUNT)) {
            throw new IllegalArgumentException(
                    name + " is " + count + "; 0 or more, and at most " + Kinds.LARGEST_AMOUNT + ", is needed");
        }
    }

    /**
     * {@return a quote at which any quantity is bid, asked and traded at one price}
     *
     * @param price above 0
     */
    public static Quote of(double price) {
        return of(price, price, price);
    }

    /**
     * {@return a quote of any quantity}
     *
     * @param bid what buyers bid, above 0
     * @param ask what sellers ask, not below {@code bid}
     * @param last price of the last trade, above 0
     */
    public static Quote of(double bid, double ask, double last) {
        return new Quote(ask, bid, last, 0, 0, null, null);
    }

    /**
     * {@return the same quote of so much}
     *
     * @param newBidSize shares or contracts that are wanted at the bid, 0 or more; null for as many as are there
     * @param newAskSize shares or contracts that are there at the ask, 0 or more; null for as many as are wanted
     */
    public Quote withSizes(@Nullable Double newBidSize, @Nullable Double newAskSize) {
        return new Quote(ask, bid, last, volume, openInterest, newAskSize, newBidSize);
    }
}
