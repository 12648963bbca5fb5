package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.account.Position.Closed;
import io.github.etnasandbox.account.Position.Day;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.security.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * The rules of what an execution makes of a position. What goes against it closes it at its average cost; what goes beyond
 * that opens it on the other side.
 *
 * <p>Whatever is rounded, {@code costBasis} less {@code profitLoss} rises by exactly what was paid: no money is made or lost.
 *
 * <p>Source: guide pages Get User's Positions and Get User's Positions in Security, for the figures. That cost is
 * averaged, not followed lot by lot, is assumed.
 */
public record NextPosition(Position position, Instant at) {
    private static final RoundingMode ROUNDING = RoundingMode.HALF_EVEN;

    /** Whether executions of an order move a position: one with legs is not executed itself, one of no security moves nothing. */
    public static boolean isMovedBy(Order order) {
        return order.legs().isEmpty() && order.terms().securityId() > 0;
    }

    /** What the last execution of an order has made of its account's position, as it was until then. */
    public static Position after(Position held, Order executed) {
        return new NextPosition(held, executed.progress().transactionDate()).filled(bought(executed), price(executed));
    }

    /** What the last execution of an order has bought; below 0 for what it has sold. */
    static BigDecimal bought(Order executed) {
        BigDecimal quantity = rounded(BigDecimal.valueOf(executed.execution().lastQuantity()));
        return executed.side().isBuy() ? quantity : quantity.negate();
    }

    static BigDecimal price(Order executed) {
        return BigDecimal.valueOf(executed.execution().lastPrice());
    }

    /**
     * After an execution.
     *
     * @param quantity what was bought; below 0 for what was sold
     */
    Position filled(BigDecimal quantity, BigDecimal price) {
        BigDecimal closing = closing(quantity);
        BigDecimal paidToClose = paid(closing, price);
        BigDecimal costClosed = costOf(closing.negate());
        BigDecimal profit = paidToClose.negate().subtract(costClosed);
        Day today = today();
        return new Position(
                position.id(),
                position.accountId(),
                position.securityId(),
                position.symbol(),
                position.contractSize(),
                position.quantity().add(quantity),
                position.costBasis()
                        .subtract(costClosed)
                        .add(paid(quantity, price).subtract(paidToClose)),
                null,
                closed(closing.abs(), price, profit),
                new Day(today.quantity().add(quantity), today.closeProfitLoss().add(profit)),
                position.heldBefore(),
                position.createDate(),
                at,
                position.kept());
    }

    /** What an execution pays; below 0 for what it brings. */
    BigDecimal paid(BigDecimal quantity, BigDecimal price) {
        return rounded(quantity.multiply(price).multiply(BigDecimal.valueOf(position.contractSize())));
    }

    /** Whether an execution closes something that was opened on the same trading day. */
    boolean isDayTrade(BigDecimal quantity) {
        return closing(quantity).signum() != 0
                && today().quantity().signum() == position.quantity().signum();
    }

    /** As much of a quantity as goes against the position. */
    private BigDecimal closing(BigDecimal quantity) {
        BigDecimal held = position.quantity();
        if (quantity.signum() * held.signum() >= 0) {
            return BigDecimal.ZERO;
        }
        return quantity.abs().compareTo(held.abs()) <= 0 ? quantity : held.negate();
    }

    /** The part of the cost that a part of the quantity has. */
    private BigDecimal costOf(BigDecimal part) {
        if (part.signum() == 0 || part.compareTo(position.quantity()) == 0) {
            return part.signum() == 0 ? BigDecimal.ZERO : position.costBasis();
        }
        return position.costBasis().multiply(part).divide(position.quantity(), Position.SCALE, ROUNDING);
    }

    private Closed closed(BigDecimal quantity, BigDecimal price, BigDecimal profit) {
        Closed before = position.closed();
        if (quantity.signum() == 0) {
            return before;
        }
        BigDecimal all = before.quantity().add(quantity);
        BigDecimal turnover = before.quantity().multiply(before.averagePrice()).add(quantity.multiply(price));
        return new Closed(
                all,
                turnover.divide(all, Position.SCALE, ROUNDING),
                before.profitLoss().add(profit));
    }

    private Day today() {
        return today(position, at);
    }

    /** What an instant's trading day has changed of a position. */
    static Day today(Position position, Instant now) {
        Day last = position.day();
        boolean over = !last.equals(Day.QUIET)
                && !TradingCalendar.dayOrderExpiry(position.modifyDate()).equals(TradingCalendar.dayOrderExpiry(now));
        return over ? Day.QUIET : last;
    }

    static BigDecimal rounded(BigDecimal number) {
        return number.scale() > Position.SCALE ? number.setScale(Position.SCALE, ROUNDING) : number;
    }
}
