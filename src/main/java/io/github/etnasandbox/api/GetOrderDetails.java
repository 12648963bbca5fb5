package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Execution;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * {@code GET /v1.0/accounts/{accountId}/orders/{orderId}/details}: all states of an order, the first one first.
 *
 * <p>Source: AutoShares' OpenAPI document, which names the members. Those that the sandbox does not know of an earlier state,
 * such as its price, are left out.
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
            write(json, order, record, requestId != requestBefore, state);
            requestBefore = requestId;
        }
        return text.append(']').toString();
    }

    private static void write(JsonObjectWriter json, Order order, StateRecord record, boolean isRequest, State state) {
        Progress progress = record.progress();
        Execution execution = record.execution();
        OrderTerms terms = order.terms();
        UserId user = Objects.requireNonNullElse(progress.requestedBy(), order.userId());
        String description = progress.description();
        boolean rejected = progress.executionStatus() == OrderStatus.REJECTED;
        json.begin()
                .value("IsRequest", isRequest)
                .value("ExecutionTarget", progress.target())
                .value("UserId", user.value())
                .text("Login", state.user(user).map(User::login).orElse(""))
                .value("RequestStatus", progress.requestStatus())
                .value("ExecutionStatus", progress.executionStatus())
                .value("LastQuantity", execution.lastQuantity())
                .text("OrderStatusDescription", progress.status().word())
                .value("TransType", progress.transType())
                .value("Id", order.id().value())
                .value("SecurityId", terms.securityId())
                .value("LastPrice", execution.lastPrice())
                .value("Status", progress.status())
                .raw("CreateDate", Long.toString(terms.createDate().toEpochMilli()))
                .raw("Date", Long.toString(progress.date().toEpochMilli()))
                .raw("TransactionDate", Long.toString(progress.transactionDate().toEpochMilli()))
                .value("InitialType", terms.initialType())
                .value("ParentId", terms.parentId())
                .value("AveragePrice", execution.averagePrice())
                .value("ExecutedQuantity", execution.executedQuantity())
                .value("LeavesQuantity", execution.leavesQuantity())
                .text("RejectReason", rejected && description != null ? description : "")
                .value("StateId", progress.stateId())
                .value("RequestId", progress.requestId())
                .end();
    }
}
