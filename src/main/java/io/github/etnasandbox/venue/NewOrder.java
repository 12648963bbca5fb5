package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Execution;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.security.Security;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Makes an order of what was asked for, with the documented values for what was not.
 *
 * <p>Source: the answer on the guide page Place Order, the order 80328.
 */
final class NewOrder {
    /** Client ids that the sandbox makes are as long as the documented ones, and in the order of the orders. */
    private static final int FIRST_CLIENT_ID = 1_000_000_000;

    /** .NET counts ticks of 100 ns from the first instant of its calendar. */
    private static final long TICKS_A_SECOND = 10_000_000;

    private NewOrder() {}

    static Order of(Ticket ticket, OrderId id, OrderId parent, List<OrderId> legs, Request request) {
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
        StringBuilder text = new StringBuilder();
        JsonObjectWriter json = new JsonObjectWriter(text)
                .begin()
                .text("CorrelationId", "0".repeat(22) + clientId(id.value()))
                .text("CreateOrderRequestTimeUnix", Long.toString(ticks));
        asked.get(OrderProperty.EXECUTION_INSTRUCTIONS, Map.of()).forEach((name, value) -> {
            if (!name.equals("CorrelationId") && !name.equals("CreateOrderRequestTimeUnix")) {
                json.text(name, value);
            }
        });
        json.end();
        return text.toString();
    }
}
