package io.github.etnasandbox.order;

import io.github.etnasandbox.user.UserId;
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
 * @param date when the latest request came
 * @param transactionDate when the latest transaction on it happened
 * @param description the reason of a reject or an expiry; absent otherwise
 * @param requestedBy who made the latest request; absent when that is not known, or nobody did
 * @param answer what the venue is going to do with that request; absent when it waits to be told, or has spoken
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
        @Nullable String description,
        @Nullable UserId requestedBy,
        @Nullable VenueAnswer answer) {

    /**
     * {@return the same with what the venue is going to do with the request}
     *
     * @param newAnswer what, and when; null when it waits to be told, or has spoken
     */
    public Progress awaiting(@Nullable VenueAnswer newAnswer) {
        return with(stateId, newAnswer);
    }

    /** As the answer to whoever placed the order tells it: before its first state record is stored. */
    Progress withoutStateId() {
        return with(0, answer);
    }

    private Progress with(int newStateId, @Nullable VenueAnswer newAnswer) {
        return new Progress(
                status,
                executionStatus,
                requestStatus,
                target,
                transType,
                requestId,
                newStateId,
                date,
                transactionDate,
                description,
                requestedBy,
                newAnswer);
    }
}
