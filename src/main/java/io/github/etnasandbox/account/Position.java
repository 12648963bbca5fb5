package io.github.etnasandbox.account;

import io.github.etnasandbox.json.KeptFields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account holds of one security, as its fills have made it. Immutable. Money is in the security's currency. What is
 * short has a quantity and a cost below 0.
 *
 * <p>One that was closed stays, with quantity 0: assumed, since the API's positions tell what was closed and what that
 * brought.
 *
 * <p>Source: guide pages Get User's Positions and Get User's Positions in Security.
 *
 * @param id int32 id of the position
 * @param accountId the account that holds it
 * @param securityId int32 id of the security, 1 or more
 * @param symbol the security's symbol as the position's fixture or order spells it; absent when neither does
 * @param contractSize how many times its price one of the security costs: 100 for an option, 1 for a stock
 * @param quantity shares or contracts held; below 0 when short, 0 when closed
 * @param costBasis what the quantity cost when it was opened; below 0 when short
 * @param dailyCostBasis what the quantity is worth, when a fixture tells, and nothing was filled and no quote set since; absent
 *     otherwise: it is worth its security's last price then
 * @param closed what was closed so far
 * @param day what the trading day has changed on which the position was filled last
 * @param heldBefore the quantity that was held before the first execution among the account's transactions: with all of those it
 *     makes {@code quantity}
 * @param createDate when it was opened first
 * @param modifyDate when it was filled last
 * @param kept fields that the sandbox does not interpret: each name with its value as compact JSON text, in the order in which
 *     they were read; unmodifiable
 */
public record Position(
        int id,
        AccountId accountId,
        int securityId,
        @Nullable String symbol,
        int contractSize,
        BigDecimal quantity,
        BigDecimal costBasis,
        @Nullable BigDecimal dailyCostBasis,
        Closed closed,
        Day day,
        BigDecimal heldBefore,
        Instant createDate,
        Instant modifyDate,
        Map<String, String> kept) {

    /** How many digits behind the point quantities and money have at most; what is finer is rounded, half to even. */
    public static final int SCALE = 12;

    /** Copies the map, keeping its order. Of the zeros that decimals have, one is left where it is the usual. */
    public Position {
        heldBefore = heldBefore.signum() == 0 ? BigDecimal.ZERO : heldBefore;
        kept = KeptFields.copyOf(kept);
    }

    /**
     * What was closed of a position since it was opened first.
     *
     * @param quantity shares or contracts closed, 0 or more
     * @param averagePrice at what price on average; 0 when nothing was
     * @param profitLoss what that brought beyond what it had cost, commissions aside; below 0 for a loss
     */
    public record Closed(BigDecimal quantity, BigDecimal averagePrice, BigDecimal profitLoss) {
        /** Nothing was closed. */
        public static final Closed NOTHING = new Closed(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /**
     * What one trading day has changed of a position.
     *
     * @param quantity by how much the quantity has risen; below 0 when it has fallen
     * @param closeProfitLoss what was closed on that day brought, as {@link Closed#profitLoss}
     */
    public record Day(BigDecimal quantity, BigDecimal closeProfitLoss) {
        /** Nothing was filled. */
        public static final Day QUIET = new Day(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /** {@return the same position, worth its security's last price} */
    public Position atLastPrice() {
        return dailyCostBasis == null
                ? this
                : new Position(
                        id,
                        accountId,
                        securityId,
                        symbol,
                        contractSize,
                        quantity,
                        costBasis,
                        null,
                        closed,
                        day,
                        heldBefore,
                        createDate,
                        modifyDate,
                        kept);
    }

    /** {@return the price at which the quantity was opened, on average; 0 when it is closed} */
    public BigDecimal averageOpenPrice() {
        return quantity.signum() == 0
                ? BigDecimal.ZERO
                : costBasis.divide(quantity.multiply(BigDecimal.valueOf(contractSize)), SCALE, RoundingMode.HALF_EVEN);
    }

    /** {@return the price at which some was closed, on average; 0 when nothing was} */
    public BigDecimal averageClosePrice() {
        return closed.averagePrice();
    }

    /** {@return what was closed brought beyond what it had cost, commissions aside; below 0 for a loss} */
    public BigDecimal realizedProfitLoss() {
        return closed.profitLoss();
    }
}
