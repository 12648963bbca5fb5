package io.github.etnasandbox.order;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.user.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;

/**
 * One order as the order management system knows it, at one moment. Immutable: a change makes a new value.
 *
 * <p>Fields carry the API's names. They are grouped by what changes together, and the ones that most readers want are
 * also here directly.
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
 * @param legs the orders of the group or the combination it is the root of, in their order, at most {@link #MOST_LEGS};
 *     empty for most
 * @param earlier the states it was in before, the latest first
 * @param cancelOutcome what the venue does with a cancel of it; absent when nobody said
 * @param kept documented and unknown fields that the sandbox does not interpret: each name with its value as compact JSON
 *     text, in the order in which they were read; unmodifiable
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
        List<StateRecord> earlier,
        @Nullable CancelOutcome cancelOutcome,
        Map<String, String> kept) {

    /** Shares the list of earlier states, and the kept fields, with the order that this one was before. */
    public Order {
        earlier = ConsPStack.from(earlier);
        kept = KeptFields.copyOf(kept);
    }

    /** What the order management system says of an order whose time in force is over. */
    public static final String EXPIRED = "Expired by OMS";

    /** More legs than any group or combination has: each of them is compared with the others. */
    public static final int MOST_LEGS = 100;

    /** What the API prints for a date that was never set: the first instant of its calendar. */
    public static final Instant UNSET = Instant.ofEpochSecond(-62_135_596_800L); // 0001-01-01T00:00:00Z

    /** {@return the order's state} */
    public OrderStatus status() {
        return progress.status();
    }

    /** {@return the order's direction} */
    public Side side() {
        return terms.side();
    }

    /** {@return the quantity asked for: shares or contracts, 0 or more} */
    public double quantity() {
        return terms.quantity();
    }

    /** {@return the quantity executed so far: shares or contracts, 0 to {@link #quantity()}} */
    public double executedQuantity() {
        return execution.executedQuantity();
    }

    /** {@return the quantity still open at the venue: shares or contracts, 0 or more} */
    public double leavesQuantity() {
        return execution.leavesQuantity();
    }

    /** {@return the quantity that may still execute, were it not for the order's state: shares or contracts, 0 or more} */
    public double openQuantity() {
        return executedQuantity() == 0 ? quantity() : exactlyOpen();
    }

    private double exactlyOpen() {
        return BigDecimal.valueOf(quantity())
                .subtract(BigDecimal.valueOf(executedQuantity()))
                .doubleValue();
    }

    /** {@return whether it ends by itself: it is not over yet and has an {@code ExpireDate}} */
    public boolean expires() {
        return !status().isFinal() && !terms.expireDate().equals(UNSET);
    }

    /** {@return the states this order was in and is in, the latest first; unmodifiable} */
    public List<StateRecord> records() {
        return ConsPStack.from(earlier).plus(new StateRecord(progress, execution));
    }

    /**
     * {@return this order in its next state, with a record of this one}
     *
     * @param next where it stands
     * @param after how much of it is executed
     */
    public Order then(Progress next, Execution after) {
        // The venue has spoken: what it was going to do is no part of the past.
        StateRecord past = new StateRecord(progress.awaiting(null), execution);
        return with(clientId, terms, after, next, ConsPStack.from(earlier).plus(past), cancelOutcome, kept);
    }

    /**
     * {@return the same state of this order with other terms}
     *
     * @param newTerms what is asked for from now on
     * @param newClientId the client's id for it from now on
     */
    public Order with(OrderTerms newTerms, String newClientId) {
        return with(newClientId, newTerms, execution, progress, earlier, cancelOutcome, kept);
    }

    /**
     * {@return the same state of this order as a leg of another}
     *
     * @param parent the order that it is a leg of
     */
    public Order legOf(OrderId parent) {
        return with(terms.legOf(parent), clientId);
    }

    /**
     * {@return the same state of this order with fields that the sandbox does not interpret}
     *
     * @param fields those that are new or have another value, each name with its value as compact JSON text
     */
    public Order with(Map<String, String> fields) {
        KeptFields newKept = KeptFields.copyOf(kept).with(KeptFields.copyOf(fields));
        return with(clientId, terms, execution, progress, earlier, cancelOutcome, newKept);
    }

    /**
     * {@return the same state of this order with what the venue is going to do with the request under way}
     *
     * @param answer what, and when
     */
    public Order awaiting(VenueAnswer answer) {
        return with(clientId, terms, execution, progress.awaiting(answer), earlier, cancelOutcome, kept);
    }

    /**
     * {@return this order as it was in an earlier state, its terms and whatever else no record tells as they are now}
     *
     * @param state one of {@link #earlier()}
     */
    public Order asIn(StateRecord state) {
        return with(clientId, terms, state.execution(), state.progress(), earlier, cancelOutcome, kept);
    }

    /**
     * {@return this order as the answer to whoever just placed it shows it: no state record is stored yet, its
     * {@code StateId} is 0}
     */
    public Order withoutStateId() {
        return with(clientId, terms, execution, progress.withoutStateId(), earlier, cancelOutcome, kept);
    }

    /**
     * {@return the same state of this order with another script for its cancel}
     *
     * @param outcome what the venue does with a cancel of it
     */
    public Order withCancelOutcome(CancelOutcome outcome) {
        return with(clientId, terms, execution, progress, earlier, outcome, kept);
    }

    private Order with(
            String newClientId,
            OrderTerms newTerms,
            Execution newExecution,
            Progress newProgress,
            List<StateRecord> newEarlier,
            @Nullable CancelOutcome newOutcome,
            Map<String, String> newKept) {
        return new Order(
                id,
                accountId,
                userId,
                newClientId,
                newTerms,
                newExecution,
                newProgress,
                legs,
                newEarlier,
                newOutcome,
                newKept);
    }
}
