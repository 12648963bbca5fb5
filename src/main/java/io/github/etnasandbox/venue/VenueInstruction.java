package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.Cursor;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Tells the venue what to do with an order. What cannot be done is refused, and changes nothing.
 *
 * @param quantity of a fill: shares or contracts, more than 0; null for all that is open. Null for the other events
 * @param price of a fill: in the security's currency, 0 or more; null for the order's own, else the quote's. Null for the
 *     other events
 * @param reason of a rejection, and of a rejected cancel: what the order's {@code Description} is to say; null for none.
 *     Null for the other events
 */
public record VenueInstruction(
        OrderId orderId,
        VenueEvent event,
        @Nullable Double quantity,
        @Nullable Double price,
        @Nullable String reason) implements Command<OrderResult> {

    /** What a rejected order says when nobody gave a reason. */
    private static final String REJECTED = "Rejected by the venue";

    /** Rejects quantities and prices that no fill has. */
    public VenueInstruction {
        if (quantity != null && !(quantity > 0 && quantity <= Kinds.LARGEST_AMOUNT)) {
            throw new IllegalArgumentException(
                    "Quantity is " + quantity + "; more than 0 and at most " + Kinds.LARGEST_AMOUNT + " is needed");
        }
        if (price != null && !(price >= 0 && price <= Kinds.LARGEST_AMOUNT)) {
            throw new IllegalArgumentException(
                    "Price is " + price + "; 0 or more, and at most " + Kinds.LARGEST_AMOUNT + ", is needed");
        }
        if (reason != null && (reason.length() > Cursor.LONGEST_TEXT || JsonText.hasHalfPair(reason))) {
            throw new IllegalArgumentException("the reason has " + reason.length() + " characters; at most "
                    + Cursor.LONGEST_TEXT + " are allowed, and no half of a surrogate pair");
        }
    }

    public static VenueInstruction of(OrderId orderId, VenueEvent event) {
        return new VenueInstruction(orderId, event, null, null, null);
    }

    @Override
    public Transition<OrderResult> applyTo(State state, Instant now) {
        Order order = state.orders().get(orderId.value());
        if (order == null) {
            return new Transition<>(state, new OrderResult.Unknown(orderId));
        }
        Optional<String> refusal = refusal(state, order);
        if (refusal.isPresent()) {
            return new Transition<>(state, new OrderResult.Refused(order, refusal.get()));
        }
        Desk desk = new Desk(state, now);
        carryOut(desk, order);
        return new Transition<>(desk.state(), new OrderResult.Done(desk.order(orderId)));
    }

    private void carryOut(Desk desk, Order order) {
        switch (event) {
            case ACKNOWLEDGE -> desk.acknowledge(order);
            case FILL ->
                desk.fill(
                        order,
                        fillQuantity(order),
                        fillPrice(desk.state(), order).getAsDouble());
            case REJECT -> desk.reject(order, reason == null ? REJECTED : reason);
            case EXPIRE -> desk.expire(order);
            case SUSPEND -> desk.put(desk.next(order).suspended());
            case ACKNOWLEDGE_CANCEL -> desk.cancel(order);
            case REJECT_CANCEL -> desk.rejectCancel(order, reason);
        }
    }

    private Optional<String> refusal(State state, Order order) {
        Optional<Order> combination = Group.combinationOf(state, order);
        if (combination.isPresent()) {
            return Optional.of("order " + orderId + " is a leg of the combination "
                    + combination.get().id() + ", which is executed as one; name that order");
        }
        if (event == VenueEvent.FILL && Group.isConditional(order)) {
            return Optional.of("order " + orderId + " only ties its legs together; fill one of " + order.legs());
        }
        Optional<String> refusal = event.refusal(order);
        return refusal.isEmpty() && event == VenueEvent.FILL ? refusalOfFill(state, order) : refusal;
    }

    private Optional<String> refusalOfFill(State state, Order order) {
        double open = order.openQuantity();
        if (quantity != null && quantity > open) {
            return Optional.of("Quantity " + JsonNumber.spell(quantity) + " is more than the "
                    + JsonNumber.spell(open) + " of order " + orderId
                    + " that are not executed");
        }
        if (order.terms().timeInForce() == TimeInForce.FILL_OR_KILL && fillQuantity(order) < open) {
            return Optional.of("order " + orderId + " is FillOrKill: it is filled at once and wholly, or not at all");
        }
        if (fillPrice(state, order).isEmpty()) {
            return Optional.of("order " + orderId + " has no price and its security "
                    + order.terms().securityId() + " no quote; say at what Price it is filled");
        }
        return Optional.empty();
    }

    private double fillQuantity(Order order) {
        return quantity == null ? order.openQuantity() : quantity;
    }

    private OptionalDouble fillPrice(State state, Order order) {
        return price == null ? Pricing.venuePrice(state, order) : OptionalDouble.of(price);
    }
}
