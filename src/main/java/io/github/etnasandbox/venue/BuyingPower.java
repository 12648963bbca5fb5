package io.github.etnasandbox.venue;

import static io.github.etnasandbox.account.BalanceFigure.DAY_TRADING_BUYING_POWER;
import static io.github.etnasandbox.account.BalanceFigure.OPTION_BUYING_POWER;
import static io.github.etnasandbox.account.BalanceFigure.STOCK_BUYING_POWER;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.BalanceFigure;
import io.github.etnasandbox.account.MarginType;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What orders take of an account's buying power, and give back. A fixture's figures have its orders taken into account;
 * figures that it does not give do not move.
 *
 * <p>An order that opens a position reserves its open quantity at its own price, or else at the quote, and keeps the
 * executed quantity at the price of its executions. One that closes a position gives back what was executed.
 *
 * <p>The figure that the validators compare with, a day trader's own and the stocks' for others, falls by that much; the
 * others move with it as 4 to 2 to 1, day trading to stocks to options.
 *
 * <p>Source: none that tells the rule. The proportion is read from the sample on the guide page Get Account's Balance Info.
 */
final class BuyingPower {
    private BuyingPower() {}

    /** Moves the figures of an order's account by what the order has taken and given back. */
    static State move(State state, @Nullable Order before, Order after) {
        if (before != null && takesTheSame(before, after)) {
            return state;
        }
        Account account = withFigures(state, after);
        return account == null
                ? state
                : take(
                        state,
                        account,
                        committed(state, after).subtract(before == null ? BigDecimal.ZERO : committed(state, before)));
    }

    /** Moves the figures of an order's account by what another quote has the order take or give back. */
    static State requote(State before, State quoted, Order order) {
        Account account = withFigures(quoted, order);
        return account == null
                ? quoted
                : take(quoted, account, committed(quoted, order).subtract(committed(before, order)));
    }

    private static @Nullable Account withFigures(State state, Order order) {
        Account account = state.accounts().get(order.accountId().value());
        return account == null || account.balance().isEmpty() ? null : account;
    }

    private static State take(State state, Account account, BigDecimal taken) {
        if (taken.signum() == 0) {
            return state;
        }
        boolean ofDayTrader = comparedFigure(account) == DAY_TRADING_BUYING_POWER;
        BigDecimal unit = taken.multiply(new BigDecimal(ofDayTrader ? "-0.25" : "-0.5"));
        Figures figures = new Figures(account)
                .add(OPTION_BUYING_POWER, unit)
                .add(STOCK_BUYING_POWER, unit.multiply(BigDecimal.valueOf(2)))
                .add(DAY_TRADING_BUYING_POWER, unit.multiply(BigDecimal.valueOf(4)));
        return state.with(figures.changed());
    }

    /** The figure that an order may not exceed. */
    static BalanceFigure comparedFigure(Account account) {
        return account.marginType() == MarginType.DAY_TRADER ? DAY_TRADING_BUYING_POWER : STOCK_BUYING_POWER;
    }

    /** Compares before anything is computed: most changes are of the status only. */
    private static boolean takesTheSame(Order before, Order after) {
        return before.status().isFinal() == after.status().isFinal()
                && before.terms().equals(after.terms())
                && before.execution().equals(after.execution());
    }

    /** What an order has taken, in the account's currency; less than 0 when it has given back. */
    static BigDecimal committed(State state, Order order) {
        if (!order.legs().isEmpty()) {
            return BigDecimal.ZERO; // its legs have
        }
        int multiplier =
                Pricing.security(state, order).map(Security::multiplier).orElse(1);
        BigDecimal executed = BigDecimal.valueOf(order.executedQuantity())
                .multiply(BigDecimal.valueOf(order.execution().averagePrice()));
        if (!order.side().opens()) {
            return executed.negate().multiply(BigDecimal.valueOf(multiplier));
        }
        BigDecimal reserved = order.status().isFinal()
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(order.openQuantity())
                        .multiply(BigDecimal.valueOf(
                                Pricing.venuePrice(state, order).orElse(0)));
        return executed.add(reserved).multiply(BigDecimal.valueOf(multiplier));
    }
}
