package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.order.Execution;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderTerms;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.order.RequestStatus;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.order.Target;
import io.github.etnasandbox.order.TransType;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.user.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1.0/accounts/{accountId}/orders/{orderId}/details}: all states of an order, the first one first.
 *
 * <p>Source: AutoShares' OpenAPI document, which names the members. Those that the sandbox does not know of an earlier state,
 * such as its price, are left out.
 */
final class GetOrderDetails {
    /** A state of an order, and whether a request begins with it. */
    private record Details(Order order, StateRecord record, boolean isRequest, State state) {
        Progress progress() {
            return record.progress();
        }

        Execution execution() {
            return record.execution();
        }

        OrderTerms terms() {
            return order.terms();
        }

        UserId user() {
            return Objects.requireNonNullElse(progress().requestedBy(), order.userId());
        }

        String login() {
            return state.user(user()).map(User::login).orElse("");
        }

        String rejectReason() {
            String description = progress().description();
            return isRejected() && description != null ? description : "";
        }

        @Nullable String comment() {
            return isRejected() ? null : progress().description();
        }

        private boolean isRejected() {
            return progress().executionStatus() == OrderStatus.REJECTED;
        }
    }

    private static final Shape<Details> SHAPE = Shape.strict("OrderDetails");

    static {
        SHAPE.required("IsRequest", Kinds.FLAG, Details::isRequest);
        SHAPE.required(
                "ExecutionTarget",
                Kinds.words(Target.values()),
                of -> of.progress().target());
        SHAPE.required("UserId", Kinds.INT32, of -> of.user().value());
        SHAPE.required("Login", Kinds.TEXT, Details::login);
        SHAPE.required(
                "RequestStatus",
                Kinds.words(RequestStatus.values()),
                of -> of.progress().requestStatus());
        SHAPE.required(
                "ExecutionStatus",
                Kinds.words(OrderStatus.values()),
                of -> of.progress().executionStatus());
        SHAPE.required("LastQuantity", Kinds.QUANTITY, of -> of.execution().lastQuantity());
        SHAPE.required(
                "OrderStatusDescription",
                Kinds.TEXT,
                of -> of.progress().status().word());
        SHAPE.required(
                "TransType",
                Kinds.words(TransType.values()),
                of -> of.progress().transType());
        SHAPE.required("Id", Kinds.INT32, of -> of.order().id().value());
        SHAPE.required("SecurityId", Kinds.INT32, of -> of.terms().securityId());
        SHAPE.required("LastPrice", Kinds.PRICE, of -> of.execution().lastPrice());
        SHAPE.required(
                "Status", Kinds.words(OrderStatus.values()), of -> of.progress().status());
        SHAPE.required("CreateDate", Kinds.INT64, of -> of.terms().createDate().toEpochMilli());
        SHAPE.required("Date", Kinds.INT64, of -> of.progress().date().toEpochMilli());
        SHAPE.required(
                "TransactionDate",
                Kinds.INT64,
                of -> of.progress().transactionDate().toEpochMilli());
        SHAPE.required(
                "InitialType", Kinds.words(OrderType.values()), of -> of.terms().initialType());
        SHAPE.required("ParentId", Kinds.INT32, of -> of.terms().parentId());
        SHAPE.required("AveragePrice", Kinds.PRICE, of -> of.execution().averagePrice());
        SHAPE.required("ExecutedQuantity", Kinds.QUANTITY, of -> of.execution().executedQuantity());
        SHAPE.required("LeavesQuantity", Kinds.QUANTITY, of -> of.execution().leavesQuantity());
        SHAPE.required("RejectReason", Kinds.TEXT, Details::rejectReason);
        SHAPE.optional("Comment", Kinds.TEXT, Details::comment);
        SHAPE.required("StateId", Kinds.INT32, of -> of.progress().stateId());
        SHAPE.required("RequestId", Kinds.INT32, of -> of.progress().requestId());
    }

    static final Kind<Details> KIND = Kinds.written(SHAPE);

    private GetOrderDetails() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        AccountId accountId = path.accountId(admission);
        OrderId orderId = path.orderId(admission);
        admission.detailedAccount(accountId);
        Order order = OrderChecks.find(admission, orderId, accountId);
        return admission.answer(Answer.ORDER_DETAILS.response("records", json(admission.state(), order)));
    }

    static String json(State state, Order order) {
        Deque<StateRecord> firstToLast = new ArrayDeque<>();
        order.records().forEach(firstToLast::addFirst);
        return JsonObjectWriter.spellArray(json -> {
            int requestBefore = -1;
            for (StateRecord record : firstToLast) {
                int requestId = record.progress().requestId();
                KIND.write(new Details(order, record, requestId != requestBefore, state), json);
                requestBefore = requestId;
            }
        });
    }
}
