package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.order.OptionalValidator;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.TradingCalendar;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.user.User;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as it is asked for, before it is placed or replaced, with what the validators look at.
 *
 * @param security the security it is about; empty when the symbol names none
 * @param placed when it was first placed; the present instant for a new one
 * @param committed what it has taken of the buying power already; 0 for a new one
 */
record Ticket(
        Account account,
        User user,
        OrderParameters asked,
        Optional<Security> security,
        List<Ticket> legs,
        Instant placed,
        Instant now,
        BigDecimal committed,
        VenueSettings venue) {

    /** That of a new order, and of its legs. A leg is in force as long as the order where nothing else was sent for it. */
    static Ticket toPlace(State state, Account account, User user, OrderParameters asked, Instant now) {
        List<Ticket> legs = asked.get(OrderProperty.LEGS, List.of()).stream()
                .map(leg -> leg.get(OrderProperty.TIME_IN_FORCE) != null
                        ? leg
                        : leg.with(OrderProperty.TIME_IN_FORCE, asked.get(OrderProperty.TIME_IN_FORCE))
                                .with(OrderProperty.EXPIRE_DATE, asked.get(OrderProperty.EXPIRE_DATE)))
                .map(leg -> toPlace(state, account, user, leg, now))
                .toList();
        Optional<Security> security = state.security(asked.get(OrderProperty.SYMBOL, ""));
        return new Ticket(account, user, asked, security, legs, now, now, BigDecimal.ZERO, state.venue());
    }

    boolean isCheckedFor(OptionalValidator validator) {
        return venue.validators().contains(validator);
    }

    OrderType type() {
        return asked.get(OrderProperty.TYPE, OrderType.MARKET);
    }

    /** Where a combination has no side of its own, the first leg's: assumed. */
    Side side() {
        Side ofLegs = legs.isEmpty() ? Side.BUY : legs.get(0).side();
        return asked.get(OrderProperty.SIDE, ofLegs);
    }

    TimeInForce timeInForce() {
        return asked.get(OrderProperty.TIME_IN_FORCE, TimeInForce.DAY);
    }

    /** Of a combination that names none, one is meant: assumed. */
    double quantity() {
        return asked.get(OrderProperty.QUANTITY, legs.isEmpty() ? 0.0 : 1.0);
    }

    double price() {
        return asked.get(OrderProperty.PRICE, 0.0);
    }

    double stopPrice() {
        return asked.get(OrderProperty.STOP_PRICE, 0.0);
    }

    Optional<Quote> quote() {
        return security.map(Security::quote);
    }

    /** When the order's time in force is over: a day order's with its trading day, unless it was given a date. */
    Instant expireDate() {
        return switch (timeInForce()) {
            case GOOD_TILL_CANCEL, GOOD_TILL_CANCEL_PLUS -> Order.UNSET;
            case GOOD_TILL_DATE, GOOD_TILL_TIME, GOOD_TILL_DATE_PLUS ->
                asked.get(OrderProperty.EXPIRE_DATE, Order.UNSET);
            case DAY, AT_THE_OPENING, AT_THE_CLOSE, IMMEDIATE_OR_CANCEL, FILL_OR_KILL, GOOD_TILL_CROSSING ->
                JsonDate.atMostLast(TradingCalendar.dayOrderExpiry(placed));
        };
    }

    /** What it costs, in the account's currency: at its own price, or else the quote's. */
    BigDecimal cost() {
        boolean limited = price() > 0 || type() == OrderType.LIMIT || type() == OrderType.STOP_LIMIT;
        double each = limited ? price() : stopPrice() > 0 ? stopPrice() : quoted();
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
        String available =
                account.balance().get(BuyingPower.comparedFigure(account).word());
        return available != null
                && taken().compareTo(BigDecimal.ZERO) > 0
                && taken().compareTo(new BigDecimal(available)) > 0;
    }

    /** What it takes of the buying power: what its legs take, or nothing when it closes a position. */
    private BigDecimal taken() {
        BigDecimal own = legs.isEmpty() && side().opens() ? cost() : BigDecimal.ZERO;
        return legs.stream().map(Ticket::taken).reduce(own, BigDecimal::add).subtract(committed);
    }
}
