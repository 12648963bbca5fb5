package io.github.etnasandbox.security;

import io.github.etnasandbox.json.Word;

/**
 * What kind of thing a security is: those of the API's types that an order can be of.
 *
 * <p>Source: guide pages about positions, whose table of types is longer, and about equities and options.
 */
public enum SecurityType implements Word {
    /** Spelt {@code CommonStock}; traded by the share, as all but options are. */
    COMMON_STOCK("CommonStock", 1),
    /** Spelt {@code MutualFund}. */
    MUTUAL_FUND("MutualFund", 1),
    /** Spelt {@code Option}; traded by the contract, which is one on 100 shares unless the security says another size. */
    OPTION("Option", 100),
    /** Spelt {@code PreferredStock}. */
    PREFERRED_STOCK("PreferredStock", 1),
    /** Spelt {@code Warrant}. */
    WARRANT("Warrant", 1),
    /** Spelt {@code Right}. */
    RIGHT("Right", 1),
    /** Spelt {@code ETF}. */
    ETF("ETF", 1),
    /** Spelt {@code DepositoryReceipt}. */
    DEPOSITORY_RECEIPT("DepositoryReceipt", 1),
    /** Spelt {@code Unit}. */
    UNIT("Unit", 1);

    private final String word;
    private final int multiplier;

    SecurityType(String word, int multiplier) {
        this.word = word;
        this.multiplier = multiplier;
    }

    @Override
    public String word() {
        return word;
    }

    /** Whether it is what the API calls an equity: all but options are. */
    public boolean isEquity() {
        return this != OPTION;
    }

    /** Returns how many times its price one of it usually costs: shares a contract, 1 for what is no contract. */
    public int multiplier() {
        return multiplier;
    }
}
