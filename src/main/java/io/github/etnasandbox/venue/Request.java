package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Execution;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.order.RequestStatus;
import io.github.etnasandbox.order.Target;
import io.github.etnasandbox.order.TransType;
import io.github.etnasandbox.order.VenueAnswer;
import io.github.etnasandbox.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request on an order, and what the order is then; {@code by} is null when no user of the API made it. */
record Request(
        int requestId, int stateId, Instant at, @Nullable UserId by) {
    /** The first state of a new order: pending, nothing validated yet. */
    Progress placed() {
        return progress(
                OrderStatus.PENDING_NEW, RequestStatus.REQUIRE_VALIDATION, Target.NEW, TransType.NEW, null, null);
    }

    /** The order with a cancel under way. */
    Order cancel(Order order) {
        TransType lastReport = order.progress().transType();
        return order.then(
                progress(OrderStatus.PENDING_CANCEL, RequestStatus.EXECUTING, Target.CANCEL, lastReport, null, null),
                order.execution());
    }

    /** The order with other terms, under another client id. What the venue was going to do with it, it will. */
    Order replace(Order order, OrderTerms terms, String clientId, KeptFields fields) {
        Execution execution = order.execution();
        return order.then(
                        modified(order, RequestStatus.COMPLETE, null),
                        execution.leavesQuantity() == 0 ? execution : NextState.left(execution, terms.quantity()))
                .with(terms, clientId)
                .with(fields)
                .with(KeptFields.of(List.of("OrigClientId", JsonText.quote(order.clientId()))));
    }

    /** The order as it was, after a request to replace it that was refused; the last execution report says so. */
    Order rejectReplace(Order order, String reason) {
        return order.then(modified(order, RequestStatus.REJECTED, reason), order.execution());
    }

    private Progress modified(Order order, RequestStatus come, @Nullable String reason) {
        Progress before = order.progress();
        return progress(order.status(), come, Target.MODIFY, before.transType(), reason, before.answer());
    }

    private Progress progress(
            OrderStatus status,
            RequestStatus requestStatus,
            Target target,
            TransType transType,
            @Nullable String reason,
            @Nullable VenueAnswer answer) {
        return new Progress(
                status,
                reason == null ? status : OrderStatus.REJECTED,
                requestStatus,
                target,
                transType,
                requestId,
                stateId,
                at,
                at,
                reason,
                by,
                answer);
    }
}
