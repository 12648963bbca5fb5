package io.github.etnasandbox.account;

import io.github.etnasandbox.json.Word;

/**
 * The figures of an account's balance in the order in which the API writes them, in the account's currency unless the
 * name says otherwise.
 *
 * <p>Source: guide page Get Account's Balance Info.
 */
public enum BalanceFigure implements Word {
    /** Funds on the account. */
    CASH("cash"),
    /** Funds less what options margin requires. */
    NET_CASH("netCash"),
    /** Funds that can be withdrawn or used for new positions. */
    EXCESS("excess"),
    /** Change of the account's value from opening to closing price. */
    CHANGE_ABSOLUTE("changeAbsolute"),
    /** The same in percent. */
    CHANGE_PERCENT("changePercent"),
    /** Value of everything on the account. */
    EQUITY_TOTAL("equityTotal"),
    /** How many orders are outstanding: the one figure that is counted, not given. */
    PENDING_ORDERS_COUNT("pendingOrdersCount"),
    /** Funds that would be there once all positions are closed. */
    NET_LIQUIDITY("netLiquidity"),
    /** Value of long stock positions. */
    STOCK_LONG_MARKET_VALUE("stockLongMarketValue"),
    /** Value of short stock positions. */
    STOCK_SHORT_MARKET_VALUE("stockShortMarketValue"),
    /** Value of long option positions. */
    OPTION_LONG_MARKET_VALUE("optionLongMarketValue"),
    /** Value of short option positions. */
    OPTION_SHORT_MARKET_VALUE("optionShortMarketValue"),
    /** Value of long forex positions. */
    FOREX_LONG_MARKET_VALUE("forexLongMarketValue"),
    /** Value of short forex positions. */
    FOREX_SHORT_MARKET_VALUE("forexShortMarketValue"),
    /** How many day trades there were in the last five sessions. */
    DAY_TRADES("dayTrades"),
    /** What stocks can be bought for. */
    STOCK_BUYING_POWER("stockBuyingPower"),
    /** What options can be bought for. */
    OPTION_BUYING_POWER("optionBuyingPower"),
    /** What forex positions can be opened for. */
    FOREX_BUYING_POWER("forexBuyingPower"),
    /** What can be bought for within a day. */
    DAY_TRADING_BUYING_POWER("dayTradingBuyingPower"),
    /** Funds reserved for transactions under way. */
    PENDING_CASH("pendingCash"),
    /** Equity that a margin account has to keep. */
    MAINTENANCE_MARGIN("maintenanceMargin"),
    /** Equity that options require. */
    OPTION_MAINTENANCE_MARGIN("optionMaintenanceMargin"),
    /** Unrealized profit or loss at the session's opening. */
    OPEN_PL("openPL"),
    /** Unrealized profit or loss at the session's closing. */
    CLOSE_PL("closePL"),
    /** Value of all open positions. */
    MARKET_VALUE("marketValue");

    private final String word;

    BalanceFigure(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
