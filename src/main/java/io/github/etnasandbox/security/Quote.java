package io.github.etnasandbox.security;

/**
 * What a security trades at. Immutable. Prices are in the security's currency, of one share: those of an option too.
 *
 * <p>Source: {@code Quotes} of the answers on the guide page about validating an order's placement.
 *
 * @param ask what sellers ask, above 0 and not below {@code bid}
 * @param bid what buyers bid, above 0
 * @param last price of the last trade, above 0
 * @param volume shares or contracts traded today, 0 or more
 * @param openInterest contracts that are open, 0 or more; 0 for what is no contract
 */
public record Quote(double ask, double bid, double last, double volume, double openInterest) {}
