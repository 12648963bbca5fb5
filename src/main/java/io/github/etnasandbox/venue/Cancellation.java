package io.github.etnasandbox.venue;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.VenueAnswer;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.UserId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the venue to cancel an outstanding order of one account. An order that is unknown, on another account or not
 * outstanding is left as it is; what the venue does with the others, the order's {@link CancelOutcome} says.
 *
 * @param accountId the account the order is said to be on
 * @param orderId the order; a leg of a combination stands for all of it
 * @param by who asks; absent when it is nobody of the API's users
 */
public record Cancellation(
        AccountId accountId, OrderId orderId, @Nullable UserId by) implements Command<OrderResult> {
    @Override
    public Transition<OrderResult> applyTo(State state, Instant now) {
        Optional<Order> found = state.order(orderId);
        if (found.isEmpty()) {
            return new Transition<>(state, new OrderResult.Unknown(orderId));
        }
        Order order = Group.combinationOf(state, found.get()).orElse(found.get());
        if (!order.accountId().equals(accountId)) {
            return new Transition<>(state, new OrderResult.OnAnotherAccount(order));
        }
        if (!order.status().isOutstanding()) {
            return new Transition<>(state, refused(order));
        }
        Desk desk = new Desk(state, now);
        CancelOutcome outcome = outcome(desk, order);
        Order met = fillFirst(desk, order, outcome);
        if (!met.status().isOutstanding()) {
            return new Transition<>(desk.state(), refused(met));
        }
        desk.put(desk.request(by).cancel(met));
        answer(desk, desk.order(order.id()), outcome);
        return new Transition<>(desk.state(), new OrderResult.Done(desk.order(order.id())));
    }

    private static OrderResult refused(Order order) {
        return new OrderResult.Refused(
                order,
                "order " + order.id() + " is " + order.status().word() + "; only outstanding orders can be cancelled");
    }

    /** The order's own, else the world's for its next cancel, which is used up by it. */
    private static CancelOutcome outcome(Desk desk, Order order) {
        CancelOutcome own = order.cancelOutcome();
        CancelOutcome next = desk.state().venue().nextCancel();
        if (own != null || next == null) {
            return own == null ? CancelOutcome.ACCEPT : own;
        }
        desk.useUpNextCancel();
        return next;
    }

    /** Does nothing to an order that cannot be filled, such as one under review, and fills no part of a FillOrKill order. */
    private static Order fillFirst(Desk desk, Order order, CancelOutcome outcome) {
        double quantity = switch (outcome.kind()) {
            case FILL_FIRST -> order.openQuantity();
            case PARTIAL_FILL_FIRST -> Math.min(outcome.quantity(), order.openQuantity());
            case ACCEPT, ACCEPT_AFTER, HOLD, REJECT, FILL_AFTER_ACCEPT -> 0;
        };
        boolean wholly = quantity >= order.openQuantity();
        boolean allowed = wholly || order.terms().timeInForce() != TimeInForce.FILL_OR_KILL;
        if (quantity > 0 && allowed && canBeFilled(order)) {
            desk.fill(order, quantity);
        }
        return desk.order(order.id());
    }

    private static boolean canBeFilled(Order order) {
        return !Group.isConditional(order)
                && order.openQuantity() > 0
                && VenueEvent.FILL.refusal(order).isEmpty();
    }

    private static void answer(Desk desk, Order pending, CancelOutcome outcome) {
        switch (outcome.kind()) {
            case ACCEPT, FILL_FIRST, PARTIAL_FILL_FIRST -> desk.cancel(pending);
            case ACCEPT_AFTER -> desk.answer(pending, VenueAnswer.Kind.ACKNOWLEDGE_CANCEL, outcome.after());
            case HOLD -> {}
            case REJECT -> desk.answer(pending, VenueAnswer.Kind.REJECT_CANCEL, outcome.after());
            case FILL_AFTER_ACCEPT ->
                desk.answer(
                        pending,
                        canBeFilled(pending) ? VenueAnswer.Kind.FILL : VenueAnswer.Kind.ACKNOWLEDGE_CANCEL,
                        outcome.after());
        }
    }
}
