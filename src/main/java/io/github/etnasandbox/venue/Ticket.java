package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.account.MarginType;
import io.github.etnasandbox.order.OrderParameters;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.security.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.user.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One order that somebody wants, before it is one: what was asked for, by whom, and what the validators look at.
 *
 * @param security the security it is about; empty when the symbol names none
 * @param placed when it was first placed; the present instant for a new one
 * @param more what it takes of the buying power beyond its own cost: that of its legs, less what it has taken before
 */
record Ticket(
        Account account,
        User user,
        OrderParameters asked,
        Optional<Security> security,
        Instant placed,
        Instant now,
        BigDecimal more) {

    OrderType type() {
        return Objects.requireNonNullElse(asked.type(), OrderType.MARKET);
    }

    Side side() {
        return Objects.requireNonNullElse(asked.side(), Side.BUY);
    }

    TimeInForce timeInForce() {
        return Objects.requireNonNullElse(asked.timeInForce(), TimeInForce.DAY);
    }

    double quantity() {
        return orZero(asked.quantity());
    }

    double price() {
        return orZero(asked.price());
    }

    double stopPrice() {
        return orZero(asked.stopPrice());
    }

    List<OrderParameters> legs() {
        return Objects.requireNonNullElse(asked.legs(), List.of());
    }

    Optional<Quote> quote() {
        return security.map(Security::quote);
    }

    /** The same for one of its legs, which trades for the same account. */
    Ticket leg(OrderParameters leg, Optional<Security> legSecurity) {
        return new Ticket(account, user, leg.inForceAs(asked), legSecurity, placed, now, BigDecimal.ZERO);
    }

    /** What it costs, in the account's currency: at its own price, or else the quote's. */
    BigDecimal cost() {
        double each = price() > 0 ? price() : stopPrice() > 0 ? stopPrice() : quoted();
        int multiplier = security.map(Security::multiplier).orElse(1);
        return BigDecimal.valueOf(quantity())
                .multiply(BigDecimal.valueOf(each))
                .multiply(BigDecimal.valueOf(multiplier));
    }

    private double quoted() {
        return quote().map(quote -> side().isBuy() ? quote.ask() : quote.bid()).orElse(0.0);
    }

    /** Whether it would take more buying power than the account has; never where the account gives no figure for it. */
    boolean exceedsBuyingPower() {
        String available = account.balance().get(buyingPower().word());
        return available != null
                && taken().compareTo(BigDecimal.ZERO) > 0
                && taken().compareTo(new BigDecimal(available)) > 0;
    }

    /** What it takes of the buying power: nothing itself when it has legs, or closes a position. */
    BigDecimal taken() {
        return legs().isEmpty() && side().opens() ? cost().add(more) : more;
    }

    /** The same, taking more. */
    Ticket taking(BigDecimal beyond) {
        return new Ticket(account, user, asked, security, placed, now, beyond);
    }

    private BalanceFigure buyingPower() {
        return account.marginType() == MarginType.DAY_TRADER
                ? BalanceFigure.DAY_TRADING_BUYING_POWER
                : BalanceFigure.STOCK_BUYING_POWER;
    }

    private static double orZero(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
