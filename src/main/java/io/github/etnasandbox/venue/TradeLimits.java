package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How much of a security an account can buy and sell at a price: as much as its buying power pays for, to the decimals of its quantity, and as
 * much as it holds. All of it is assumed.
 *
 * @param buyPrice what one costs: the price that was asked about, or else the quote's ask
 * @param sellPrice what one brings: the price that was asked about, or else the quote's bid
 * @param buyLimit null where nothing limits it, as the account gives no figure for its buying power or one costs nothing
 */
public record TradeLimits(
        BigDecimal buyPrice, BigDecimal sellPrice, @Nullable BigDecimal buyLimit, BigDecimal sellLimit) {

    /**
     * Looks at the account as it is.
     *
     * @param price the price that is asked about, 0 for the quote's
     */
    public static TradeLimits of(State state, Account account, Security security, BigDecimal price) {
        Quote quote = security.quote();
        BigDecimal buyPrice = price.signum() > 0 || quote == null ? price : BigDecimal.valueOf(quote.ask());
        BigDecimal sellPrice = price.signum() > 0 || quote == null ? price : BigDecimal.valueOf(quote.bid());
        Position position = state.ledger().position(account.id(), security.id().value());
        BigDecimal held =
                position == null ? BigDecimal.ZERO : position.quantity().max(BigDecimal.ZERO);
        return new TradeLimits(buyPrice, sellPrice, affordable(account, security, buyPrice), held);
    }

    private static @Nullable BigDecimal affordable(Account account, Security security, BigDecimal price) {
        String available =
                account.balance().get(BuyingPower.comparedFigure(account).word());
        return available == null || price.signum() == 0
                ? null
                : new BigDecimal(available)
                        .max(BigDecimal.ZERO)
                        .divide(
                                price.multiply(BigDecimal.valueOf(security.multiplier())),
                                security.listing().volumePrecision(),
                                RoundingMode.FLOOR);
    }
}
