package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.venue.Validator.Objection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places an order. Every order is registered, even a wrong one. One that a validator objects to is then rejected, any
 * other is at the venue, which acknowledges it when its settings say so.
 *
 * <p>Source: guide page Place Order.
 *
 * @param accountId the account it trades for, one of the world's
 * @param owner whose order it is, one of the world's users
 */
public record Placement(AccountId accountId, UserId owner, UserId by, OrderParameters asked)
        implements Command<Placement.Placed> {
    private static final OrderId NONE = new OrderId(-1);

    /**
     * An order that was placed.
     *
     * @param order the order as it was registered, before anybody looked at it
     * @param registered the world at that moment, which has its legs
     */
    public record Placed(Order order, State registered) {}

    @Override
    public Transition<Placed> applyTo(State state, Instant now) {
        Ticket ticket = ticket(state, now);
        Desk desk = new Desk(state, now);
        Order order = register(desk, ticket);
        Placed placed = new Placed(order, desk.state());
        Optional<Objection> objection = new Validation(state).objection(ticket);
        if (objection.isPresent()) {
            desk.reject(order, objection.get().code());
        } else {
            desk.acknowledgeInTime(order);
        }
        return new Transition<>(desk.state(), placed);
    }

    /** Checks an order without placing it. */
    public Preview preview(State state, Instant now) {
        return Preview.of(state, ticket(state, now));
    }

    private Ticket ticket(State state, Instant now) {
        return new Ticket(
                state.account(accountId).orElseThrow(),
                state.users().find(owner).orElseThrow(),
                asked,
                state.security(asked.get(OrderProperty.SYMBOL, "")),
                now,
                now,
                BigDecimal.ZERO);
    }

    /** The root first, so that its legs are known as such from the start. */
    private Order register(Desk desk, Ticket ticket) {
        OrderId id = new OrderId(desk.takeId());
        Request request = desk.request(by);
        List<OrderId> legIds = new ArrayList<>();
        for (int i = 0; i < ticket.legs().size(); i++) {
            legIds.add(new OrderId(desk.takeId()));
        }
        Order root = NewOrder.of(ticket, id, NONE, List.copyOf(legIds), request);
        desk.put(root);
        Validation legs = new Validation(desk.state());
        for (int i = 0; i < legIds.size(); i++) {
            Ticket leg = legs.leg(ticket, ticket.legs().get(i));
            desk.put(NewOrder.of(leg, legIds.get(i), id, List.of(), desk.request(by)));
        }
        return root;
    }
}
