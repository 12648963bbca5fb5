package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.ExtendedHours;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderParameters;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.Request;
import io.github.etnasandbox.order.RequestResult;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.UserId;
import java.time.Instant;
import java.util.Arrays;
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
 * @param asked the new terms; null for those that stay
 */
public record Replacement(AccountId accountId, OrderId orderId, UserId by, OrderParameters asked)
        implements Command<RequestResult> {
    @Override
    public Transition<RequestResult> applyTo(State state, Instant now) {
        Optional<Order> found = state.order(orderId);
        if (found.isEmpty()) {
            return new Transition<>(state, new RequestResult.Unknown(orderId));
        }
        Order order = found.get();
        if (!order.accountId().equals(accountId)) {
            return new Transition<>(state, new RequestResult.OnAnotherAccount(order));
        }
        if (refusal(state, order).isPresent()) {
            return new Transition<>(state, new RequestResult.Refused(order));
        }
        Desk desk = new Desk(state, now);
        Ticket ticket = ticket(state, order, now);
        Optional<Objection> objection = new Validation(state).objection(ticket);
        Request request = desk.request(by);
        desk.put(objection
                .map(wrong -> order.replaceRejected(wrong.code(), request))
                .orElseGet(() -> replaced(order, ticket, desk, request)));
        return new Transition<>(desk.state(), new RequestResult.Accepted(desk.order(orderId)));
    }

    /**
     * Says why an order cannot be replaced.
     *
     * @return the reason, empty when it can be
     */
    public static Optional<String> refusal(State state, Order order) {
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

    /** Checks a replacement without making it. */
    public Preview preview(State state, Order order, Instant now) {
        return Preview.of(state, ticket(state, order, now));
    }

    private Order replaced(Order order, Ticket ticket, Desk desk, Request request) {
        String given = asked.clientId();
        String clientId = given == null || given.isEmpty() ? NewOrder.clientId(desk.takeId()) : given;
        return order.replaced(terms(order, ticket), clientId, fields(), request);
    }

    private OrderTerms terms(Order order, Ticket ticket) {
        OrderTerms terms = order.terms();
        boolean sameTime = ticket.timeInForce() == terms.timeInForce() && asked.expireDate() == null;
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
                sameTime ? terms.expireDate() : NewOrder.expireDate(ticket),
                terms.parentId());
    }

    private KeptFields fields() {
        NewOrder.Fields fields = new NewOrder.Fields()
                .addText("Comment", asked.comment())
                .addText("Exchange", asked.exchange())
                .addText("ExtendedHours", word(asked.extendedHours()))
                .addText("TrailingStopAmountType", word(asked.trailingStopAmountType()))
                .addText("TrailingLimitAmountType", word(asked.trailingLimitAmountType()))
                .addText("Token", asked.token());
        if (asked.execInst() != null) {
            fields.add("ExecInst", asked.execInst());
        }
        if (asked.trailingStopAmount() != null) {
            fields.add("TrailingStopAmount", JsonNumber.spell(asked.trailingStopAmount()));
        }
        if (asked.trailingLimitAmount() != null) {
            fields.add("TrailingLimitAmount", JsonNumber.spell(asked.trailingLimitAmount()));
        }
        if (asked.validationsToBypass() != null) {
            fields.add("ValidationsToBypass", Integer.toString(asked.validationsToBypass()));
        }
        Map<String, String> instructions = asked.executionInstructions();
        if (instructions != null && !instructions.isEmpty()) {
            StringBuilder json = new StringBuilder();
            JsonObjectWriter object = new JsonObjectWriter(json).begin();
            instructions.forEach(object::text);
            object.end();
            fields.add("ExecutionInstructions", json.toString());
        }
        return fields.toKept();
    }

    private static @Nullable String word(@Nullable Word word) {
        return word == null ? null : word.word();
    }

    /** What the order would be: its own terms under those that are asked for. */
    private Ticket ticket(State state, Order order, Instant now) {
        OrderTerms terms = order.terms();
        OrderParameters merged = asked.over(terms, order.kept().get("ExecInst"), extendedHours(order));
        return new Ticket(
                state.account(order.accountId()).orElseThrow(),
                state.users().find(order.userId()).orElseThrow(),
                merged,
                state.security(new SecurityId(terms.securityId())),
                terms.createDate(),
                now,
                BuyingPower.committed(state, order).negate());
    }

    private static @Nullable ExtendedHours extendedHours(Order order) {
        String json = order.kept().get("ExtendedHours");
        return Arrays.stream(ExtendedHours.values())
                .filter(hours -> JsonText.quote(hours.word()).equals(json))
                .findFirst()
                .orElse(null);
    }
}
