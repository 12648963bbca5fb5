package io.github.etnasandbox.order;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.user.UserId;
import java.time.Instant;

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
        KeptFields kept) {

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
     * Returns this order as it is once a cancel is through: what was executed stays, nothing is left, and the order is
     * not deleted.
     *
     * @param requestId id of the cancel request
     * @param stateId id of the new state record
     * @param at when the cancel happened
     * @return the canceled order
     */
    public Order canceled(int requestId, int stateId, Instant at) {
        return new Order(
                id,
                accountId,
                userId,
                clientId,
                terms,
                execution.withNothingLeft(),
                progress.canceled(requestId, stateId, at),
                kept);
    }
}
