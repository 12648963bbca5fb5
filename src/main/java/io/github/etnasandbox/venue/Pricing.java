package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.State;
import java.util.Optional;
import java.util.OptionalDouble;

/** At what price an order executes, in the security's currency. There is no market but the fixtures' quotes. */
final class Pricing {
    private Pricing() {}

    static Optional<Security> security(State state, Order order) {
        return state.security(new SecurityId(order.terms().securityId()));
    }

    /** The price of a fill that nobody gave one: the order's own, else the quotes', else that of the fill before. */
    static OptionalDouble venuePrice(State state, Order order) {
        if (order.terms().price() > 0) {
            return OptionalDouble.of(order.terms().price());
        }
        OptionalDouble quoted = quoted(state, order);
        if (quoted.isPresent()) {
            return quoted;
        }
        double other = order.terms().stopPrice() > 0
                ? order.terms().stopPrice()
                : order.execution().lastPrice();
        return other > 0 ? OptionalDouble.of(other) : OptionalDouble.empty();
    }

    private static OptionalDouble quoted(State state, Order order) {
        Quote quote = security(state, order).map(Security::quote).orElse(null);
        if (quote == null) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(order.side().isBuy() ? quote.ask() : quote.bid());
    }
}
