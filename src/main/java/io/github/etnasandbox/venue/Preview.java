package io.github.etnasandbox.venue;

import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.venue.Validator.Objection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the order management system thinks of an order that is not placed: what it would cost, or what is wrong with it.
 *
 * <p>Source: guide pages on validating an order's placement and replacement. The commission is what each execution
 * will pay; it, and the margin change as a part of the cost, are those of their samples.
 *
 * @param objection what is wrong; empty when nothing is
 * @param commission the commission, in the account's currency; 0 when the order cannot be priced
 * @param cost quantity by price, in the account's currency
 */
public record Preview(Optional<Objection> objection, BigDecimal commission, BigDecimal cost, List<Quote> quotes) {
    private static final BigDecimal MARGIN_RATE = new BigDecimal("0.1");

    /** What can be wrong with an order whose costs are told all the same. */
    private static final Set<String> PRICED = Set.of(
            Validator.LIMIT_PRICE_UNDEFINED.code(),
            Validator.DAY_TRADING_BUYING_POWER_EXCEEDED.code(),
            Validator.INITIAL_MARGIN.code());

    static Preview of(Ticket ticket) {
        Optional<Objection> objection = Validator.objection(ticket);
        if (objection.isPresent() && !PRICED.contains(objection.get().code())) {
            return new Preview(objection, BigDecimal.ZERO, BigDecimal.ZERO, List.of());
        }
        List<Ticket> parts = ticket.legs().isEmpty() ? List.of(ticket) : ticket.legs();
        return new Preview(
                objection,
                Booking.COMMISSION.multiply(BigDecimal.valueOf(parts.size())),
                parts.stream().map(Ticket::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                parts.stream().flatMap(part -> part.quote().stream()).toList());
    }

    /** How the account's margin would change, in its currency; 0 when something is wrong. */
    public BigDecimal marginChange() {
        return objection.isPresent() ? BigDecimal.ZERO : cost.multiply(MARGIN_RATE);
    }
}
