package io.github.etnasandbox.venue;

import io.github.etnasandbox.security.Quote;
import io.github.etnasandbox.venue.Validator.Objection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the order management system thinks of an order that is not placed: what it would cost, or what is wrong with it.
 *
 * <p>Source: guide pages on validating an order's placement and replacement. The commission, and the margin change as a
 * part of the cost, are those of their samples.
 *
 * @param objection what is wrong; empty when nothing is
 * @param commission the commission, in the account's currency; 0 when the order cannot be priced
 * @param cost quantity by price, in the account's currency
 */
public record Preview(Optional<Objection> objection, BigDecimal commission, BigDecimal cost, List<Quote> quotes) {
    private static final BigDecimal COMMISSION_A_TRADE = new BigDecimal("3.75");
    private static final BigDecimal MARGIN_RATE = new BigDecimal("0.1");

    static Preview of(Ticket ticket) {
        Optional<Objection> objection = Validator.objection(ticket);
        boolean priced = objection.isEmpty()
                || objection.get().code().equals(Validator.DAY_TRADING_BUYING_POWER_EXCEEDED.code())
                || objection.get().code().equals(Validator.INITIAL_MARGIN.code());
        if (!priced) {
            return new Preview(objection, BigDecimal.ZERO, BigDecimal.ZERO, List.of());
        }
        List<Ticket> parts = ticket.legs().isEmpty() ? List.of(ticket) : ticket.legs();
        return new Preview(
                objection,
                COMMISSION_A_TRADE,
                parts.stream().map(Ticket::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                parts.stream().flatMap(part -> part.quote().stream()).toList());
    }

    /** The cost less the commission, as the documented sample has it. */
    public BigDecimal netCost() {
        return cost.subtract(commission);
    }

    /** How the account's margin would change, in its currency. */
    public BigDecimal marginChange() {
        return cost.multiply(MARGIN_RATE);
    }
}
