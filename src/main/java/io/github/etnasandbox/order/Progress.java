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
     * Starts an order that was just registered.
     *
     * @param request the request to place it
     * @return its first state: pending, nothing validated yet
     */
    public static Progress placed(Request request) {
        return requested(OrderStatus.PENDING_NEW, RequestStatus.REQUIRE_VALIDATION, Target.NEW, TransType.NEW, request);
    }

    /** A request to cancel, now at the venue; the type of the last execution report stays what it was. */
    Progress cancelRequested(Request request) {
        return requested(OrderStatus.PENDING_CANCEL, RequestStatus.EXECUTING, Target.CANCEL, transType, request);
    }

    /** A change of terms that is through: the order goes on as it was, and what the venue was going to do, it will. */
    Progress replaced(Request request) {
        return requested(status, RequestStatus.COMPLETE, Target.MODIFY, transType, request)
                .awaiting(answer);
    }

    /** A change of terms that was refused: the order goes on as it was, the last execution report says no. */
    Progress replaceRejected(Request request, String reason) {
        return requested(status, RequestStatus.REJECTED, Target.MODIFY, transType, request)
                .with(
                        status,
                        OrderStatus.REJECTED,
                        RequestStatus.REJECTED,
                        Target.MODIFY,
                        request.stateId(),
                        request.at(),
                        reason)
                .awaiting(answer);
    }

    /** Canceled without a request of its own: as a member of a group, or as what an immediate order left open. */
    Progress canceled(int stateId, Instant at) {
        return with(OrderStatus.CANCELED, OrderStatus.CANCELED, RequestStatus.COMPLETE, target, stateId, at, null);
    }

    /** The venue answered the request that was under way. */
    Progress answered(OrderStatus next, int stateId, Instant at) {
        return with(next, next, RequestStatus.COMPLETE, target, stateId, at, null);
    }

    /** Something happened to the order that ends no request that is under way. */
    Progress moved(OrderStatus next, int stateId, Instant at, @Nullable String why) {
        boolean underWay =
                requestStatus == RequestStatus.EXECUTING || requestStatus == RequestStatus.REQUIRE_VALIDATION;
        RequestStatus come = next.isFinal() && underWay ? RequestStatus.COMPLETE : requestStatus;
        Progress moved = with(next, next, come, target, stateId, at, why);
        return status == next ? moved.awaiting(answer) : moved;
    }

    /** The order was refused. */
    Progress rejected(String reason, int stateId, Instant at) {
        return with(OrderStatus.REJECTED, OrderStatus.REJECTED, RequestStatus.REJECTED, target, stateId, at, reason);
    }

    /** The cancel under way was refused, and the order is what it is: what it was before, or filled. */
    Progress cancelRejected(OrderStatus next, @Nullable String reason, int stateId, Instant at) {
        return with(next, OrderStatus.REJECTED, RequestStatus.REJECTED, Target.CANCEL_REJECT, stateId, at, reason);
    }

    /** The same with what the venue is going to do. */
    Progress awaiting(@Nullable VenueAnswer newAnswer) {
        return new Progress(
                status,
                executionStatus,
                requestStatus,
                target,
                transType,
                requestId,
                stateId,
                date,
                transactionDate,
                description,
                requestedBy,
                newAnswer);
    }

    /** As the answer to whoever placed the order tells it: before its first state record is stored. */
    Progress unstored() {
        return new Progress(
                status,
                executionStatus,
                requestStatus,
                target,
                transType,
                requestId,
                0,
                date,
                transactionDate,
                description,
                requestedBy,
                answer);
    }

    private static Progress requested(
            OrderStatus status, RequestStatus requestStatus, Target target, TransType transType, Request request) {
        return new Progress(
                status,
                status,
                requestStatus,
                target,
                transType,
                request.requestId(),
                request.stateId(),
                request.at(),
                request.at(),
                null,
                request.by(),
                null);
    }

    private Progress with(
            OrderStatus newStatus,
            OrderStatus newExecutionStatus,
            RequestStatus newRequestStatus,
            Target newTarget,
            int newStateId,
            Instant at,
            @Nullable String why) {
        return new Progress(
                newStatus,
                newExecutionStatus,
                newRequestStatus,
                newTarget,
                transType,
                requestId,
                newStateId,
                date,
                at,
                why,
                requestedBy,
                null);
    }
}
