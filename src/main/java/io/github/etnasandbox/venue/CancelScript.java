package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.time.Instant;

/**
 * Says what the venue does with a cancel of an order, from now on. It is no change of the order: it leaves no record.
 */
public record CancelScript(OrderId orderId, CancelOutcome outcome) implements Command<OrderResult> {
    @Override
    public Transition<OrderResult> applyTo(State state, Instant now) {
        Order order = state.orders().get(orderId.value());
        if (order == null) {
            return new Transition<>(state, new OrderResult.Unknown(orderId));
        }
        if (order.status().isFinal()) {
            return new Transition<>(
                    state,
                    new OrderResult.Refused(
                            order,
                            "order " + orderId + " is " + order.status().word()
                                    + "; nothing can come of a cancel any more"));
        }
        Order scripted = order.withCancelOutcome(outcome);
        return new Transition<>(state.with(scripted), new OrderResult.Done(scripted));
    }

    /** Says what the venue does with the world's next cancel of an order that has no outcome of its own; once. */
    public record Next(CancelOutcome outcome) implements Command<VenueSettings> {
        @Override
        public Transition<VenueSettings> applyTo(State state, Instant now) {
            VenueSettings settings = state.venue().withNextCancel(outcome);
            return new Transition<>(state.with(settings), settings);
        }
    }
}
