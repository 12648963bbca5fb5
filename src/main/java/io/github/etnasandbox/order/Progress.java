package io.github.etnasandbox.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands after the latest request on it: what every change replaces as a whole.
 *
 * @param status the order's state
 * @param executionStatus the latest execution report's state; differs from the status only after a refused change
 * @param requestStatus how far the latest request has come
 * @param target the operation the latest request asked for
 * @param transType kind of the latest execution report
 * @param requestId int32 id of the latest request; 0 when none was recorded
 * @param stateId int32 id of the current state record; 0 until the first one is stored
 * @param date when the order was last modified
 * @param transactionDate when the latest transaction on it happened
 * @param description the reason of a reject or an expiry; absent otherwise
 */
public record Progress(
        OrderStatus status,
        OrderStatus executionStatus,
        RequestStatus requestStatus,
        Target target,
        TransType transType,
        int requestId,
        int stateId,
        Instant date,
        Instant transactionDate,
        @Nullable String description) {

    /** A cancel that is through: the type of the last execution report stays what it was. */
    Progress canceled(int requestId, int stateId, Instant at) {
        return new Progress(
                OrderStatus.CANCELED,
                OrderStatus.CANCELED,
                RequestStatus.COMPLETE,
                Target.CANCEL,
                transType,
                requestId,
                stateId,
                at,
                at,
                null);
    }
}
