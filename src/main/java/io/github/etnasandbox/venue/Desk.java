package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.VenueAnswer;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A state while one command changes its orders: the one place where orders change. A change made here brings all that
 * follows from it: its state record, the account's books and buying power, and what its group does. The desk does not ask whether a
 * change is allowed; callers do so first. Not thread-safe; lives within one command.
 */
final class Desk {
    private final Instant now;
    private State state;

    Desk(State state, Instant now) {
        this.state = state;
        this.now = now;
    }

    State state() {
        return state;
    }

    Order order(OrderId id) {
        return Objects.requireNonNull(state.orders().get(id.value()), id::toString);
    }

    int takeId() {
        int id = state.nextId();
        state = state.withIdTaken();
        return id;
    }

    Request request(@Nullable UserId by) {
        int requestId = takeId();
        return new Request(requestId, takeId(), now, by);
    }

    /** The venue takes an order. Of a group it takes the legs that are not waiting for others. */
    void acknowledge(Order order) {
        put(next(order).acknowledged());
        meetQuote(order.id());
        Order taken = order(order.id());
        TimeInForce timeInForce = taken.terms().timeInForce();
        boolean immediate = timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL || timeInForce == TimeInForce.FILL_OR_KILL;
        if (immediate && !taken.status().isFinal() && !Group.isConditional(taken)) {
            cancel(taken);
        }
    }

    /** The venue takes a new order when its settings say: at once, later, or not until it is told. */
    void acknowledgeInTime(Order order) {
        Duration time = state.venue().acknowledgesAfter();
        if (time != null) {
            answer(order, VenueAnswer.Kind.ACKNOWLEDGE, time);
        }
    }

    /** What an order does that is new at the venue, or has other terms, where orders fill at quotes. */
    void meetQuote(OrderId id) {
        if (state.venue().fillsAtQuotes()) {
            new AtQuotes(this).meet(id);
        }
    }

    /** Executes some or all of an order, and cancels what an immediate one leaves open. */
    void fill(Order order, double quantity, double price) {
        int execId = takeId();
        put(next(order).filled(quantity, price, execId));
        Order filled = order(order.id());
        if (filled.terms().timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL
                && filled.status() == OrderStatus.PARTIALLY_FILLED) {
            cancel(filled);
        }
    }

    void reject(Order order, String reason) {
        put(next(order).rejected(reason));
    }

    void expire(Order order) {
        put(next(order).expired());
    }

    /** The order is canceled, asked for or not. */
    void cancel(Order order) {
        put(next(order).canceled());
    }

    /** An order that the venue had not taken yet is taken as a new one is: the cancel stood in the way of that. */
    void rejectCancel(Order order, @Nullable String reason) {
        put(next(order).cancelRejected(reason));
        Order again = order(order.id());
        if (again.status() == OrderStatus.PENDING_NEW && !state.orders().isLeg(again)) {
            acknowledgeInTime(again);
        }
    }

    /** Executes some or all of an order at the price that the venue would find; 0 when there is none to be found. */
    void fill(Order order, double quantity) {
        fill(order, quantity, Pricing.venuePrice(state, order).orElse(0));
    }

    /** Has the venue answer the request that is under way, now or later. */
    void answer(Order order, VenueAnswer.Kind kind, Duration after) {
        if (after.isZero()) {
            answer(order, kind);
        } else {
            Instant at = JsonDate.atMostLast(now.plus(after));
            state = state.with(order.awaiting(new VenueAnswer(at, kind)));
        }
    }

    /** Has the venue answer the request that is under way. */
    void answer(Order order, VenueAnswer.Kind kind) {
        switch (kind) {
            case ACKNOWLEDGE -> acknowledge(order);
            case ACKNOWLEDGE_CANCEL -> cancel(order);
            case REJECT_CANCEL -> rejectCancel(order, null);
            case FILL -> fill(order, order.openQuantity());
        }
    }

    void useUpNextCancel() {
        state = state.with(state.venue().withNextCancel(null));
    }

    NextState next(Order order) {
        return new NextState(order, takeId(), now);
    }

    void put(Security quoted) {
        state = state.with(quoted);
    }

    /** Gives an order its next state, or the world a new order. */
    void put(Order after) {
        Order before = state.orders().get(after.id().value());
        state = BuyingPower.move(state.with(after), before, after);
        if (before != null) {
            if (after.executedQuantity() > before.executedQuantity()) {
                state = Booking.book(state, before, after, now);
            }
            Group.react(this, before, after);
        }
    }
}
