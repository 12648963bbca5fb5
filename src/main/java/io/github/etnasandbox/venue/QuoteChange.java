package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.order.Execution;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Sets the quote of a security: positions are worth something else, and its orders meet the quote, where the venue's settings
 * have them fill there ({@link AtQuotes}). The result is empty when no security has the symbol.
 *
 * @param symbol the security's, in whatever letter case
 */
public record QuoteChange(String symbol, Quote quote) implements Command<Optional<QuoteChange.Met>> {
    /** What became of orders at a quote that was set. */
    public record Met(State before, State after, Security security) {
        /** How many orders are told that wait. */
        private static final int MOST_TOLD = 100;

        /** Lists the orders that have changed by id, those of groups that follow included. */
        public List<Change> changes() {
            List<Change> changes = new ArrayList<>();
            after.orders().forEachChangedSince(before.orders(), order -> {
                Order was = before.orders().get(order.id().value());
                if (was != null) {
                    changes.add(new Change(was, order));
                }
            });
            return changes;
        }

        /** Lists the first orders of the security by id that are not over and have not changed. */
        public List<Waiting> waiting() {
            return after.orders().openIn(security.id().value()).stream()
                    .filter(order -> order.equals(before.orders().get(order.id().value())))
                    .limit(MOST_TOLD)
                    .map(order -> new Waiting(order, why(order)))
                    .toList();
        }

        private String why(Order order) {
            return after.venue().fillsAtQuotes()
                    ? AtQuotes.waitsFor(after, order).orElse("it meets the next quote")
                    : "orders do not fill at quotes here; fillsAtQuotes of the venue's settings is false";
        }
    }

    /** An order before and after a quote was set. */
    public record Change(Order before, Order after) {
        /** Tells what happened to it, by the records that this has left. */
        public String why() {
            List<StateRecord> news = new ArrayList<>(after.records()
                    .subList(0, after.records().size() - before.records().size()));
            Collections.reverse(news);
            List<String> why = new ArrayList<>();
            double executed = before.executedQuantity();
            for (StateRecord record : news) {
                why.add(why(record, executed));
                executed = record.execution().executedQuantity();
            }
            double stopPrice = after.terms().stopPrice();
            if (stopPrice != before.terms().stopPrice()) {
                why.add(0, "StopPrice follows Last to " + JsonNumber.spell(stopPrice));
            }
            return String.join("; ", why);
        }

        private static String why(StateRecord record, double executedBefore) {
            Execution execution = record.execution();
            String description = record.progress().description();
            if (execution.executedQuantity() > executedBefore) {
                return "filled " + JsonNumber.spell(execution.lastQuantity()) + " at "
                        + JsonNumber.spell(execution.lastPrice());
            }
            return description == null ? record.progress().status().word() : description;
        }
    }

    /** An order that a quote does nothing to, and why. */
    public record Waiting(Order order, String why) {}

    @Override
    public Transition<Optional<Met>> applyTo(State state, Instant now) {
        Optional<Security> found = state.security(symbol);
        if (found.isEmpty()) {
            return new Transition<>(state, Optional.empty());
        }
        Security security = found.get().at(quote);
        List<Order> open = state.orders().openIn(security.id().value());
        State quoted = Valuation.atQuoteOf(state.with(security), security.id());
        for (Order order : open) {
            quoted = BuyingPower.requote(state, quoted, order);
        }
        Desk desk = new Desk(quoted, now);
        if (state.venue().fillsAtQuotes()) {
            new AtQuotes(desk).meet(open);
        }
        State after = desk.state();
        return new Transition<>(
                after,
                Optional.of(new Met(state, after, after.security(security.id()).orElseThrow())));
    }
}
