package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.venue.OrderProperty.ExecInsts;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What orders that are open at the venue do at the quote of their security, where the venue's settings have them fill there:
 * trailing stops follow, stops trigger, market orders fill, and limit orders that the quote meets. Whoever buys pays the ask,
 * whoever sells gets the bid, whatever limit or stop price the order has. Of a quote with sizes at most those are filled, and
 * what is left stands in the quote.
 *
 * <p>When a quote is set, stops trigger first. Then market orders fill, and limit orders behind them, the best price first; of
 * orders alike the one with the lowest id.
 *
 * <p>Source: none that tells any of it; as an exchange does: assumed.
 */
final class AtQuotes {
    private static final Comparator<Order> PRIORITY = Comparator.comparing((Order order) -> !isMarket(order))
            .thenComparing(order -> isMarket(order)
                    ? 0
                    : order.side().isBuy()
                            ? -order.terms().price()
                            : order.terms().price())
            .thenComparing(order -> order.id().value());

    private final Desk desk;

    AtQuotes(Desk desk) {
        this.desk = desk;
    }

    /** Has one order meet the quote that is there already. */
    void meet(OrderId id) {
        trigger(id);
        fill(id);
    }

    /** Has the orders of one security meet a quote that was set. */
    void meet(List<Order> open) {
        open.forEach(order -> trigger(order.id()));
        open.stream().map(order -> desk.order(order.id())).sorted(PRIORITY).forEach(order -> fill(order.id()));
    }

    private static boolean isMarket(Order order) {
        return order.terms().type() == OrderType.MARKET;
    }

    private void trigger(OrderId id) {
        Order order = desk.order(id);
        Optional<Quote> quote = quote(desk.state(), order);
        if (quote.isEmpty() || notOpen(desk.state(), order).isPresent()) {
            return;
        }
        double last = quote.get().last();
        OrderTerms followed = new Stop(order, last).followed();
        if (!followed.equals(order.terms())) {
            desk.put(order.with(followed, order.clientId()));
        }
        Stop stop = new Stop(desk.order(id), last);
        if (stop.isReached()) {
            desk.put(desk.next(stop.order()).triggered(stop));
        }
    }

    private void fill(OrderId id) {
        Order order = desk.order(id);
        if (waitsFor(desk.state(), order).isPresent()) {
            return;
        }
        Security security = Pricing.security(desk.state(), order).orElseThrow();
        Quote quote = quote(desk.state(), order).orElseThrow();
        Double size = size(quote, order);
        double open = order.openQuantity();
        double quantity = size == null ? open : Math.min(open, size);
        if (size != null) {
            double left = BigDecimal.valueOf(size)
                    .subtract(BigDecimal.valueOf(quantity))
                    .doubleValue();
            boolean buys = order.side().isBuy();
            desk.put(security.at(
                    buys ? quote.withSizes(quote.bidSize(), left) : quote.withSizes(left, quote.askSize())));
        }
        desk.fill(order, quantity, price(quote, order));
    }

    /** Tells why nothing of an order fills at the quote of its security as it is; empty when something does. */
    static Optional<String> waitsFor(State state, Order order) {
        Optional<String> notOpen = notOpen(state, order);
        if (notOpen.isPresent()) {
            return notOpen;
        }
        OrderTerms terms = order.terms();
        Optional<Quote> quote = quote(state, order);
        if (quote.isEmpty()) {
            return Optional.of("its security has no quote");
        }
        if (Stop.isWaitedFor(terms.type())) {
            return Optional.of(
                    terms.stopPrice() <= 0
                            ? "it has no StopPrice"
                            : "Last " + JsonNumber.spell(quote.get().last()) + " has not reached its StopPrice "
                                    + JsonNumber.spell(terms.stopPrice()));
        }
        if (!isMarket(order) && terms.type() != OrderType.LIMIT) {
            return Optional.of("an order of type " + terms.type().word() + " is filled only when told");
        }
        return notMet(quote.get(), order).or(() -> tooSmall(quote.get(), order));
    }

    private static Optional<String> notMet(Quote quote, Order order) {
        double price = price(quote, order);
        double limit = order.terms().price();
        boolean buys = order.side().isBuy();
        return isMarket(order) || (buys ? price <= limit : price >= limit)
                ? Optional.empty()
                : Optional.of((buys ? "Ask " : "Bid ") + JsonNumber.spell(price) + " is " + (buys ? "above" : "below")
                        + " its Price " + JsonNumber.spell(limit));
    }

    private static Optional<String> tooSmall(Quote quote, Order order) {
        Double size = size(quote, order);
        boolean wholly = order.terms().timeInForce() == TimeInForce.FILL_OR_KILL
                || ExecInsts.of(order).allOrNone();
        if (size == null || (wholly ? size >= order.openQuantity() : size > 0)) {
            return Optional.empty();
        }
        String left = (order.side().isBuy() ? "AskSize" : "BidSize") + " is " + JsonNumber.spell(size);
        return Optional.of(wholly && size > 0 ? left + ", and it fills wholly or not at all" : left);
    }

    /** Why an order does not even look at the quote: it is not open at the venue, or not by itself. */
    private static Optional<String> notOpen(State state, Order order) {
        if (!order.legs().isEmpty()) {
            return Optional.of(
                    Group.isConditional(order)
                            ? "it only ties its legs together"
                            : "a combination is filled only when told");
        }
        Optional<Order> combination = Group.combinationOf(state, order);
        if (combination.isPresent()) {
            return Optional.of(
                    "it is a leg of the combination " + combination.get().id() + ", which is filled only when told");
        }
        return NextState.isWorking(order)
                ? Optional.empty()
                : Optional.of("it is " + order.status().word() + ", and not open at the venue");
    }

    private static Optional<Quote> quote(State state, Order order) {
        return Pricing.security(state, order).map(Security::quote);
    }

    private static double price(Quote quote, Order order) {
        return order.side().isBuy() ? quote.ask() : quote.bid();
    }

    private static @Nullable Double size(Quote quote, Order order) {
        return order.side().isBuy() ? quote.askSize() : quote.bidSize();
    }
}
