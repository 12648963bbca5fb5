package io.github.etnasandbox.order;

import io.github.etnasandbox.json.Word;

/**
 * The sessions of the trading day in which an order may execute.
 *
 * <p>Source: guide page Place Order; {@code REG} stands in its samples, {@code REGPRE} in AutoShares' pages.
 */
public enum ExtendedHours implements Word {
    /** Before the market opens. */
    PRE,
    /** After the market closes. */
    POST,
    /** In all sessions. */
    ALL,
    /** In the regular session and after it. */
    REGPOST,
    /** Before the regular session and in it. */
    PREREG,
    /** Before and after the regular session. */
    PREPOST,
    /** In the regular session. */
    REG,
    /** In the regular session and before it. */
    REGPRE;

    @Override
    public String word() {
        return name();
    }
}
