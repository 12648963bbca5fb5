package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Execution;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.venue.Validator.Objection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places an order. Every order is registered, even a wrong one. One that a validator objects to is then rejected, any
 * other is at the venue, which acknowledges it when its settings say so.
 *
 * <p>Source: guide page Place Order, and the answer there, the order 80328.
 *
 * @param accountId the account it trades for, one of the world's
 * @param owner whose order it is, one of the world's users
 */
public record Placement(AccountId accountId, UserId owner, UserId by, OrderParameters asked)
        implements Command<Placement.Placed> {
    private static final OrderId NONE = new OrderId(-1);

    /** Client ids that the sandbox makes are as long as the documented ones, and in the order of the orders. */
    private static final int FIRST_CLIENT_ID = 1_000_000_000;

    /** .NET counts ticks of 100 ns from the first instant of its calendar. */
    private static final long TICKS_A_SECOND = 10_000_000;

    /** An order as it was registered, before anybody looked at it, and the world at that moment, which has its legs. */
    public record Placed(Order order, State registered) {}

    @Override
    public Transition<Placed> applyTo(State state, Instant now) {
        Ticket ticket = ticket(state, now);
        Desk desk = new Desk(state, now);
        Order order = register(desk, ticket);
        Placed placed = new Placed(order, desk.state());
        Optional<Objection> objection = Validator.objection(ticket);
        if (objection.isPresent()) {
            desk.reject(order, objection.get().code());
        } else {
            desk.acknowledgeInTime(order);
        }
        return new Transition<>(desk.state(), placed);
    }

    public Preview preview(State state, Instant now) {
        return Preview.of(ticket(state, now));
    }

    private Ticket ticket(State state, Instant now) {
        return Ticket.toPlace(
                state, state.account(accountId).orElseThrow(), state.user(owner).orElseThrow(), asked, now);
    }

    /** The root first, so that its legs are known as such from the start. */
    private Order register(Desk desk, Ticket ticket) {
        OrderId id = new OrderId(desk.takeId());
        Request request = desk.request(by);
        List<OrderId> legIds = new ArrayList<>();
        for (int i = 0; i < ticket.legs().size(); i++) {
            legIds.add(new OrderId(desk.takeId()));
        }
        Order root = order(ticket, id, NONE, List.copyOf(legIds), request);
        desk.put(root);
        for (int i = 0; i < legIds.size(); i++) {
            desk.put(order(ticket.legs().get(i), legIds.get(i), id, List.of(), desk.request(by)));
        }
        return root;
    }

    /** Makes an order of what was asked for, with the documented values for what was not. */
    private static Order order(Ticket ticket, OrderId id, OrderId parent, List<OrderId> legs, Request request) {
        String clientId = ticket.asked().get(OrderProperty.CLIENT_ID, "");
        return new Order(
                id,
                ticket.account().id(),
                ticket.user().id(),
                clientId.isEmpty() ? clientId(id.value()) : clientId,
                terms(ticket, parent),
                Execution.NONE,
                request.placed(),
                legs,
                List.of(),
                null,
                fields(ticket.asked(), id, request.at()));
    }

    static String clientId(int id) {
        return Long.toString(FIRST_CLIENT_ID + (long) id);
    }

    /** A group trades nothing itself, so it has no security, no quantity and no price. */
    private static OrderTerms terms(Ticket ticket, OrderId parent) {
        boolean group = ticket.type().isConditional();
        return new OrderTerms(
                ticket.security().map(security -> security.id().value()).orElse(0),
                ticket.security().map(Security::symbol).orElse(ticket.asked().get(OrderProperty.SYMBOL)),
                ticket.side(),
                ticket.type(),
                ticket.type(),
                ticket.timeInForce(),
                group ? 0 : ticket.quantity(),
                group ? 0 : ticket.price(),
                group ? 0 : ticket.stopPrice(),
                ticket.placed(),
                ticket.expireDate(),
                parent.value());
    }

    private static KeptFields fields(OrderParameters asked, OrderId id, Instant at) {
        List<String> fields = asked.kept(true);
        String unset = JsonText.quote(JsonDate.spell(Order.UNSET));
        Collections.addAll(fields, "SettDate", unset, "SettlementDate", unset);
        Collections.addAll(fields, "IsExternal", "false", "ParentRequestId", "0");
        Collections.addAll(fields, OrderProperty.EXECUTION_INSTRUCTIONS.word(), instructions(asked, id, at));
        return KeptFields.of(fields);
    }

    /** The client's own, behind the two that the order management system gives every order. */
    private static String instructions(OrderParameters asked, OrderId id, Instant at) {
        long ticks = (at.getEpochSecond() - Order.UNSET.getEpochSecond()) * TICKS_A_SECOND + at.getNano() / 100;
        Map<String, String> all = new LinkedHashMap<>();
        all.put("CorrelationId", "0".repeat(22) + clientId(id.value()));
        all.put("CreateOrderRequestTimeUnix", Long.toString(ticks));
        asked.get(OrderProperty.EXECUTION_INSTRUCTIONS, Map.of()).forEach(all::putIfAbsent);
        return JsonObjectWriter.spell(json -> all.forEach(json::text));
    }
}
