package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.venue.OrderProperty.ExecInsts;
import io.github.etnasandbox.venue.OrderProperty.ExtendedHours;
import io.github.etnasandbox.venue.Validator.Objection;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an order's terms, those that are given. What the validators object to leaves the terms as they were, and the
 * order says so.
 *
 * <p>Source: guide page Replace Order; knowledge base, Exploring Various Validators, of orders that are executed in part.
 *
 * @param accountId the account the order is said to be on
 * @param asked the new terms; those without a value stay
 */
public record Replacement(AccountId accountId, OrderId orderId, UserId by, OrderParameters asked)
        implements Command<OrderResult> {
    @Override
    public Transition<OrderResult> applyTo(State state, Instant now) {
        Order order = state.orders().get(orderId.value());
        if (order == null) {
            return new Transition<>(state, new OrderResult.Unknown(orderId));
        }
        if (!order.accountId().equals(accountId)) {
            return new Transition<>(state, new OrderResult.OnAnotherAccount(order));
        }
        Optional<String> refusal = refusal(state, order);
        if (refusal.isPresent()) {
            return new Transition<>(state, new OrderResult.Refused(order, refusal.get()));
        }
        Desk desk = new Desk(state, now);
        Ticket ticket = ticket(state, order, now);
        Optional<Objection> objection = Validator.objection(ticket);
        Request request = desk.request(by);
        desk.put(objection
                .map(wrong -> request.rejectReplace(order, wrong.code()))
                .orElseGet(() -> replaced(order, ticket, desk, request)));
        if (objection.isEmpty()) {
            desk.meetQuote(orderId);
        }
        return new Transition<>(desk.state(), new OrderResult.Done(desk.order(orderId)));
    }

    private static Optional<String> refusal(State state, Order order) {
        if (!order.status().isOutstanding()) {
            return Optional.of("order " + order.id() + " is " + order.status().word()
                    + "; only outstanding orders can be replaced");
        }
        if (order.executedQuantity() > 0) {
            return Optional.of("a part of order " + order.id() + " is executed; it can be cancelled, not replaced");
        }
        if (!order.legs().isEmpty()) {
            return Optional.of("order " + order.id() + " has legs; replace one of them, or cancel it");
        }
        return Group.combinationOf(state, order)
                .map(parent -> "order " + order.id() + " is a leg of the combination " + parent.id()
                        + "; cancel that and place it anew");
    }

    public Preview preview(State state, Order order, Instant now) {
        return Preview.of(ticket(state, order, now));
    }

    private Order replaced(Order order, Ticket ticket, Desk desk, Request request) {
        String given = asked.get(OrderProperty.CLIENT_ID, "");
        String clientId = given.isEmpty() ? Placement.clientId(desk.takeId()) : given;
        OrderTerms terms = terms(order, ticket);
        return request.replace(
                order,
                startsTrailing(desk.state(), terms) ? terms.priced(terms.type(), terms.price(), 0) : terms,
                clientId,
                fields());
    }

    /** Whether the stop price begins anew at the quote: it trails the last price at another distance. */
    private boolean startsTrailing(State state, OrderTerms terms) {
        boolean other = asked.get(OrderProperty.TRAILING_STOP_AMOUNT) != null
                || asked.get(OrderProperty.TRAILING_STOP_AMOUNT_TYPE) != null;
        return state.venue().fillsAtQuotes()
                && Stop.isTrailing(terms.type())
                && other
                && asked.get(OrderProperty.STOP_PRICE) == null;
    }

    private OrderTerms terms(Order order, Ticket ticket) {
        OrderTerms terms = order.terms();
        boolean sameTime = ticket.timeInForce() == terms.timeInForce() && asked.get(OrderProperty.EXPIRE_DATE) == null;
        return new OrderTerms(
                terms.securityId(),
                terms.symbol(),
                ticket.side(),
                ticket.type(),
                terms.initialType(),
                ticket.timeInForce(),
                ticket.quantity(),
                ticket.price(),
                ticket.stopPrice(),
                terms.createDate(),
                sameTime ? terms.expireDate() : ticket.expireDate(),
                terms.parentId());
    }

    private KeptFields fields() {
        List<String> fields = asked.kept(false);
        Map<String, String> instructions = asked.get(OrderProperty.EXECUTION_INSTRUCTIONS, Map.of());
        if (!instructions.isEmpty()) {
            fields.add(OrderProperty.EXECUTION_INSTRUCTIONS.word());
            fields.add(JsonObjectWriter.spell(json -> instructions.forEach(json::text)));
        }
        return KeptFields.of(fields);
    }

    /** What the order would be: its own terms where nothing else is asked for. */
    private Ticket ticket(State state, Order order, Instant now) {
        OrderTerms terms = order.terms();
        OrderParameters merged = asked.with(OrderProperty.SYMBOL, terms.symbol())
                .or(OrderProperty.TYPE, terms.type())
                .or(OrderProperty.SIDE, terms.side())
                .or(OrderProperty.TIME_IN_FORCE, terms.timeInForce())
                .or(OrderProperty.QUANTITY, terms.quantity())
                .or(OrderProperty.PRICE, terms.price())
                .or(OrderProperty.STOP_PRICE, terms.stopPrice())
                .or(OrderProperty.EXEC_INST, ExecInsts.of(order))
                .or(OrderProperty.EXTENDED_HOURS, extendedHours(order));
        if (merged.get(OrderProperty.TIME_IN_FORCE) == terms.timeInForce()
                && !terms.expireDate().equals(Order.UNSET)) {
            merged = merged.or(OrderProperty.EXPIRE_DATE, terms.expireDate());
        }
        return new Ticket(
                state.account(order.accountId()).orElseThrow(),
                state.user(order.userId()).orElseThrow(),
                merged,
                state.security(new SecurityId(terms.securityId())),
                state.orders().legsOf(order).stream()
                        .map(leg ->
                                new Replacement(accountId, leg.id(), by, OrderParameters.NONE).ticket(state, leg, now))
                        .toList(),
                terms.createDate(),
                now,
                BuyingPower.committed(state, order),
                state.venue());
    }

    private static @Nullable ExtendedHours extendedHours(Order order) {
        String json = order.kept().get(OrderProperty.EXTENDED_HOURS.word());
        return Arrays.stream(ExtendedHours.values())
                .filter(hours -> JsonText.quote(hours.word()).equals(json))
                .findFirst()
                .orElse(null);
    }
}
