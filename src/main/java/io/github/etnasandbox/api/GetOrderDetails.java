package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Execution;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * {@code GET /v1.0/accounts/{accountId}/orders/{orderId}/details}: all states of an order, the first one first.
 *
 * <p>Source: AutoShares' OpenAPI document, which names some fields and shows no example; the other fields and the order
 * of all are assumed.
 */
final class GetOrderDetails {
    private GetOrderDetails() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        AccountId accountId = path.accountId(admission);
        OrderId orderId = path.orderId(admission);
        admission.detailedAccount(accountId);
        Order order = OrderChecks.find(admission, orderId, accountId);
        return admission.answer(Answer.ORDER_DETAILS.response("records", json(admission.state(), order)));
    }

    private static String json(State state, Order order) {
        Deque<StateRecord> firstToLast = new ArrayDeque<>();
        order.records().forEach(firstToLast::addFirst);
        StringBuilder text = new StringBuilder("[");
        JsonObjectWriter json = new JsonObjectWriter(text);
        int requestBefore = -1;
        for (StateRecord record : firstToLast) {
            int requestId = record.progress().requestId();
            write(json, record, requestId != requestBefore, login(state, order, record));
            requestBefore = requestId;
        }
        return text.append(']').toString();
    }

    /** The login of the user who made the request; of the order's user when that is not known. */
    private static String login(State state, Order order, StateRecord record) {
        UserId by = record.progress().requestedBy();
        return state.user(by == null ? order.userId() : by).map(User::login).orElse("");
    }

    private static void write(JsonObjectWriter json, StateRecord record, boolean isRequest, String login) {
        Progress progress = record.progress();
        Execution execution = record.execution();
        String description = progress.description();
        boolean rejected = progress.executionStatus() == OrderStatus.REJECTED;
        json.begin()
                .value("Id", progress.stateId())
                .value("RequestId", progress.requestId())
                .value("IsRequest", isRequest)
                .value("ExecutionTarget", progress.target())
                .text("Login", login)
                .value("RequestStatus", progress.requestStatus())
                .value("ExecutionStatus", progress.executionStatus())
                .value("OrderStatus", progress.status())
                .text("OrderStatusDescription", progress.status().word())
                .text("RejectReason", rejected && description != null ? description : "")
                .value("ExecutedQuantity", execution.executedQuantity())
                .value("LeavesQuantity", execution.leavesQuantity())
                .value("AveragePrice", execution.averagePrice())
                .value("LastPrice", execution.lastPrice())
                .value("LastQuantity", execution.lastQuantity())
                .raw("Date", Long.toString(progress.date().toEpochMilli()))
                .raw("TransactionDate", Long.toString(progress.transactionDate().toEpochMilli()))
                .end();
    }
}
