package io.github.etnasandbox.order;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.user.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PStack;

/**
 * One order as the order management system knows it, at one moment. Immutable: a change makes a new value.
 *
 * <p>Fields carry the API's names. They are grouped by what changes together, and the ones that most readers want are
 * also here directly.
 *
 * <p>Requests make the next value by a method here, all else by one of {@link NextState}.
 *
 * <p>Source: definitions of the API reference; guide page on order information.
 *
 * @param id the order's id
 * @param accountId the account it trades for
 * @param userId the user who placed it
 * @param clientId the client's own id for it (FIX {@code ClOrdID}), or a generated decimal string
 * @param terms what was asked for
 * @param execution how much of it was executed
 * @param progress where it stands
 * @param legs the orders of the group or the combination it is the root of, in their order; empty for most
 * @param earlier the states it was in before, the latest first
 * @param cancelOutcome what the venue does with a cancel of it; absent when nobody said
 * @param kept documented and unknown fields that the sandbox does not interpret
 */
public record Order(
        OrderId id,
        AccountId accountId,
        UserId userId,
        String clientId,
        OrderTerms terms,
        Execution execution,
        Progress progress,
        List<OrderId> legs,
        PStack<StateRecord> earlier,
        @Nullable CancelOutcome cancelOutcome,
        KeptFields kept) {

    /** What the order management system says of an order whose time in force is over. */
    public static final String EXPIRED = "Expired by OMS";

    /** What the API prints for a date that was never set: the first instant of its calendar. */
    public static final Instant UNSET = Instant.ofEpochSecond(-62_135_596_800L); // 0001-01-01T00:00:00Z

    /**
     * Returns the order's state.
     *
     * @return the state, never null
     */
    public OrderStatus status() {
        return progress.status();
    }

    /**
     * Returns the order's direction.
     *
     * @return the side, never null
     */
    public Side side() {
        return terms.side();
    }

    /**
     * Returns the quantity asked for.
     *
     * @return shares or contracts, 0 or more
     */
    public double quantity() {
        return terms.quantity();
    }

    /**
     * Returns the quantity executed so far.
     *
     * @return shares or contracts, 0 to {@link #quantity()}
     */
    public double executedQuantity() {
        return execution.executedQuantity();
    }

    /**
     * Returns the quantity still open at the venue.
     *
     * @return shares or contracts, 0 or more
     */
    public double leavesQuantity() {
        return execution.leavesQuantity();
    }

    /**
     * Returns the quantity that may still execute, were it not for the order's state.
     *
     * @return shares or contracts, 0 or more
     */
    public double openQuantity() {
        return executedQuantity() == 0 ? quantity() : exactlyOpen();
    }

    private double exactlyOpen() {
        return BigDecimal.valueOf(quantity())
                .subtract(BigDecimal.valueOf(executedQuantity()))
                .doubleValue();
    }

    /**
     * Tells whether this order ends by itself when its time in force is over.
     *
     * @return true when it is not over yet and has an {@code ExpireDate}
     */
    public boolean expires() {
        return !status().isFinal() && !terms.expireDate().equals(UNSET);
    }

    /**
     * Lists the states this order was in and is in.
     *
     * @return the records, the latest first
     */
    public PStack<StateRecord> records() {
        return earlier.plus(new StateRecord(progress, execution));
    }

    /**
     * Tells what this order can become.
     *
     * @param stateId int32 id of the new state record, 1 or more
     * @param at when it happens
     * @return its possible next states
     */
    public NextState next(int stateId, Instant at) {
        return new NextState(this, stateId, at);
    }

    /**
     * Returns this order with a cancel under way.
     *
     * @param request the request to cancel
     * @return the order, its cancel pending
     */
    public Order cancelRequested(Request request) {
        return then(progress.cancelRequested(request), execution);
    }

    /**
     * Returns this order with other terms, under another client id.
     *
     * @param newTerms what is asked for from now on
     * @param newClientId the client's id for it from now on
     * @param fields fields that are not interpreted and change as well
     * @param request the request to replace
     * @return the replaced order, which keeps its id
     */
    public Order replaced(OrderTerms newTerms, String newClientId, KeptFields fields, Request request) {
        Order next = new Order(
                id,
                accountId,
                userId,
                newClientId,
                newTerms,
                execution.leavesQuantity() == 0 ? execution : execution.withLeft(newTerms.quantity()),
                progress.replaced(request),
                legs,
                records(),
                cancelOutcome,
                kept);
        return next.withFields(fields).withFields(KeptFields.of(List.of("OrigClientId", JsonText.quote(clientId))));
    }

    /**
     * Returns this order with a request to replace it refused.
     *
     * @param reason why, a validator's code
     * @param request the request to replace
     * @return the order, its terms as before
     */
    public Order replaceRejected(String reason, Request request) {
        return then(progress.replaceRejected(request, reason), execution);
    }

    /**
     * Returns this order with what the venue is going to do with the request under way.
     *
     * @param answer what, and when
     * @return the same state of the order, with the answer to come
     */
    public Order awaiting(VenueAnswer answer) {
        return with(progress.awaiting(answer), execution, earlier, cancelOutcome, kept);
    }

    /**
     * Returns this order as the answer to whoever just placed it shows it: no state record is stored yet.
     *
     * @return the order, its {@code StateId} 0
     */
    public Order unstored() {
        return with(progress.unstored(), execution, earlier, cancelOutcome, kept);
    }

    /**
     * Returns this order as a leg of another.
     *
     * @param parent the order that it is a leg of
     * @return the same state of the order
     */
    public Order legOf(OrderId parent) {
        return new Order(
                id,
                accountId,
                userId,
                clientId,
                terms.legOf(parent),
                execution,
                progress,
                legs,
                earlier,
                cancelOutcome,
                kept);
    }

    /**
     * Returns this order with another script for its cancel.
     *
     * @param outcome what the venue does with a cancel of it
     * @return the same state of the order
     */
    public Order withCancelOutcome(CancelOutcome outcome) {
        return with(progress, execution, earlier, outcome, kept);
    }

    /** The next state, with a record of this one. */
    Order then(Progress next, Execution after) {
        return with(next, after, records(), cancelOutcome, kept);
    }

    Order withFields(KeptFields fields) {
        return with(progress, execution, earlier, cancelOutcome, kept.with(fields));
    }

    private Order with(
            Progress newProgress,
            Execution newExecution,
            PStack<StateRecord> newEarlier,
            @Nullable CancelOutcome newOutcome,
            KeptFields newKept) {
        return new Order(
                id,
                accountId,
                userId,
                clientId,
                terms,
                newExecution,
                newProgress,
                legs,
                newEarlier,
                newOutcome,
                newKept);
    }
}
