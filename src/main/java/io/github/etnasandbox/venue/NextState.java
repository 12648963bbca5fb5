package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Execution;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.order.RequestStatus;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.order.Target;
import io.github.etnasandbox.order.TimeInForce;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of what the venue makes of an order. Each next state leaves a record of the one before. Callers have asked
 * {@link VenueEvent#refusal} whether it may happen.
 */
public record NextState(Order order, int stateId, Instant at) {
    /**
     * The fields of an order that the venue took, with the values of the documentation's samples: guide pages on order
     * information and on filtered orders.
     */
    private static final KeptFields ROUTED = KeptFields.of(
            List.of("ExecutionVenue", JsonText.quote("Etna Emulator"), "ExecBrocker", JsonText.quote("Auto")));

    /** Open at the venue: new, or partially filled when some of it was executed before. */
    public Order acknowledged() {
        return order.then(answered(working(order)), left(order.execution(), order.openQuantity()))
                .with(ROUTED);
    }

    /** Held back from the venue, until the leg before it is filled. */
    Order held() {
        return order.then(answered(OrderStatus.HELD), order.execution());
    }

    /** Waiting for an administrator's review. */
    Order suspended() {
        return order.then(moved(OrderStatus.SUSPENDED, null), order.execution());
    }

    /**
     * Partially or wholly filled, by at most {@link Order#openQuantity()}. A cancel that is under way stays so, unless nothing
     * is left to cancel: then it is refused.
     */
    Order filled(double quantity, double price, int execId) {
        Execution after = execution(quantity, price);
        return order.then(progressOfFill(after.leavesQuantity() <= 0), after)
                .with(KeptFields.of(List.of(
                        "CounterPartyOrderId",
                        JsonText.quote(order.clientId()),
                        "Exchange",
                        JsonText.quote("Auto"),
                        "ExecId",
                        JsonText.quote(Integer.toString(execId)))))
                .with(ROUTED);
    }

    private Progress progressOfFill(boolean whole) {
        OrderStatus next = whole ? OrderStatus.FILLED : OrderStatus.PARTIALLY_FILLED;
        if (order.status() == OrderStatus.PENDING_CANCEL) {
            return whole ? cancelRefused(OrderStatus.FILLED, null) : moved(OrderStatus.PENDING_CANCEL, null);
        }
        boolean requested = order.status() == OrderStatus.PENDING_NEW || order.status() == OrderStatus.PENDING_REPLACE;
        return requested ? answered(next) : moved(next, null);
    }

    /** The last price has reached its stop price: it is a market or a limit order from now on. Nobody requested that. */
    Order triggered(Stop stop) {
        String why = "Triggered: Last " + JsonNumber.spell(stop.last()) + " reached StopPrice "
                + JsonNumber.spell(order.terms().stopPrice());
        return order.then(moved(order.status(), why), order.execution()).with(stop.triggered(), order.clientId());
    }

    /** A group whose legs have done what it was for. It is never executed itself. */
    Order completed() {
        return order.then(progressOfFill(true), left(order.execution(), 0));
    }

    /** Refused: a validator's code or the venue's words say why. */
    Order rejected(String reason) {
        Target target = order.progress().target();
        return over(progress(OrderStatus.REJECTED, OrderStatus.REJECTED, RequestStatus.REJECTED, target, reason));
    }

    /** Its time in force is over. Nobody requested that: the latest request stays what it was. */
    Order expired() {
        boolean ofDay = order.terms().timeInForce() == TimeInForce.DAY;
        return over(moved(ofDay ? OrderStatus.DONE_FOR_DAY : OrderStatus.EXPIRED, Order.EXPIRED));
    }

    /** A cancel is through: what was executed stays, nothing is left, and the order is not deleted. */
    public Order canceled() {
        return over(answered(OrderStatus.CANCELED));
    }

    /** The cancel that was under way is refused: the order is again what it was before. */
    Order cancelRejected(@Nullable String reason) {
        return order.then(cancelRefused(beforeCancel(order), reason), order.execution());
    }

    /** Whether an order is open at the venue, as one is until the venue has accepted a cancel that is pending. */
    static boolean isWorking(Order order) {
        OrderStatus status = order.status() == OrderStatus.PENDING_CANCEL ? beforeCancel(order) : order.status();
        return (status == OrderStatus.NEW || status == OrderStatus.PARTIALLY_FILLED) && order.openQuantity() > 0;
    }

    private Order over(Progress last) {
        return order.then(last, left(order.execution(), 0));
    }

    /** What was filled while the cancel was pending shows, unless the order was not at the venue before either. */
    private static OrderStatus beforeCancel(Order order) {
        for (StateRecord record : order.earlier()) {
            OrderStatus before = record.progress().status();
            if (before != OrderStatus.PENDING_CANCEL) {
                boolean filledSince =
                        order.executedQuantity() > record.execution().executedQuantity();
                boolean aside = before == OrderStatus.SUSPENDED || before == OrderStatus.HELD;
                return filledSince && !aside ? working(order) : before;
            }
        }
        return working(order);
    }

    /** What it is at the venue: new, partially filled, or filled when there is nothing left of it. */
    private static OrderStatus working(Order order) {
        if (order.executedQuantity() <= 0) {
            return OrderStatus.NEW;
        }
        return order.openQuantity() > 0 ? OrderStatus.PARTIALLY_FILLED : OrderStatus.FILLED;
    }

    /** The request that was under way, if any, is answered by this. */
    private Progress answered(OrderStatus next) {
        return progress(next, next, RequestStatus.COMPLETE, order.progress().target(), null);
    }

    private Progress cancelRefused(OrderStatus next, @Nullable String reason) {
        return progress(next, OrderStatus.REJECTED, RequestStatus.REJECTED, Target.CANCEL_REJECT, reason);
    }

    /** Something happened that answers no request, unless it ends the order. */
    private Progress moved(OrderStatus next, @Nullable String why) {
        Progress before = order.progress();
        boolean underWay = before.requestStatus() == RequestStatus.EXECUTING
                || before.requestStatus() == RequestStatus.REQUIRE_VALIDATION;
        RequestStatus come = next.isFinal() && underWay ? RequestStatus.COMPLETE : before.requestStatus();
        Progress moved = progress(next, next, come, before.target(), why);
        return order.status() == next ? moved.awaiting(before.answer()) : moved;
    }

    /** What the latest request was stays. What the venue was going to do with it is done, or out of date. */
    private Progress progress(
            OrderStatus status,
            OrderStatus executionStatus,
            RequestStatus requestStatus,
            Target target,
            @Nullable String reason) {
        Progress before = order.progress();
        return new Progress(
                status,
                executionStatus,
                requestStatus,
                target,
                before.transType(),
                before.requestId(),
                stateId,
                before.date(),
                at,
                reason,
                before.requestedBy(),
                null);
    }

    /** The same execution with another quantity open at the venue. */
    static Execution left(Execution before, double quantity) {
        return new Execution(
                before.executedQuantity(), quantity, before.averagePrice(), before.lastPrice(), before.lastQuantity());
    }

    /** After a fill, computed in decimal: fills of 0.1 and 0.2 make 0.3. */
    private Execution execution(double quantity, double price) {
        BigDecimal before = BigDecimal.valueOf(order.executedQuantity());
        BigDecimal more = BigDecimal.valueOf(quantity);
        BigDecimal executed = before.add(more);
        BigDecimal turnover = before.multiply(
                        BigDecimal.valueOf(order.execution().averagePrice()))
                .add(more.multiply(BigDecimal.valueOf(price)));
        return new Execution(
                executed.doubleValue(),
                BigDecimal.valueOf(order.quantity()).subtract(executed).doubleValue(),
                executed.signum() == 0
                        ? 0
                        : turnover.divide(executed, MathContext.DECIMAL64).doubleValue(),
                price,
                quantity);
    }
}
