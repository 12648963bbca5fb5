package io.github.etnasandbox.resource;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.Cursor;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Found;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.RequestStatus;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.Target;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.TransType;
import io.github.etnasandbox.order.VenueAnswer;
import io.github.etnasandbox.user.UserId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that an order has in JSON, in the order in which the API writes it, then the sandbox's own fields: how fixtures
 * have it read, how answers and exports have it written, and what orders are sorted by.
 *
 * <p>Source: definitions of the API reference; examples of the guide.
 */
public final class OrderKey {
    public static final Shape<Order> SHAPE = Shape.keeping("Order", Order::kept);

    public static final Field<Order, Integer> ID =
            SHAPE.required("Id", Kinds.ID, order -> order.id().value());
    public static final Field<Order, Integer> SECURITY_ID =
            SHAPE.optional("SecurityId", Kinds.INT32, order -> order.terms().securityId());
    public static final Field<Order, String> SYMBOL =
            SHAPE.optional("Symbol", Kinds.REPEATED_TEXT, order -> order.terms().symbol());
    public static final Field<Order, Double> QUANTITY = SHAPE.required("Quantity", Kinds.QUANTITY, Order::quantity);
    public static final Field<Order, Double> PRICE =
            SHAPE.optional("Price", Kinds.PRICE, order -> order.terms().price());
    public static final Field<Order, Double> STOP_PRICE =
            SHAPE.optional("StopPrice", Kinds.PRICE, order -> order.terms().stopPrice());
    public static final Field<Order, String> CLIENT_ID = SHAPE.optional("ClientId", Kinds.TEXT, Order::clientId);
    public static final Field<Order, String> PARENT_CLIENT_ID = SHAPE.kept("ParentClientId", Kinds.KEPT_TEXT);
    public static final Field<Order, String> ORIG_CLIENT_ID = SHAPE.kept("OrigClientId", Kinds.KEPT_TEXT);
    public static final Field<Order, Double> EXECUTED_QUANTITY =
            SHAPE.optional("ExecutedQuantity", Kinds.QUANTITY, Order::executedQuantity);
    public static final Field<Order, Double> LAST_PRICE =
            SHAPE.optional("LastPrice", Kinds.PRICE, order -> order.execution().lastPrice());
    public static final Field<Order, Double> LAST_QUANTITY = SHAPE.optional(
            "LastQuantity", Kinds.QUANTITY, order -> order.execution().lastQuantity());
    public static final Field<Order, Double> LEAVES_QUANTITY =
            SHAPE.optional("LeavesQuantity", Kinds.QUANTITY, Order::leavesQuantity);
    public static final Field<Order, Double> AVERAGE_PRICE = SHAPE.optional(
            "AveragePrice", Kinds.PRICE, order -> order.execution().averagePrice());
    public static final Field<Order, Side> SIDE = SHAPE.required("Side", Kinds.words(Side.values()), Order::side);
    public static final Field<Order, Instant> DATE =
            SHAPE.optional("Date", Kinds.DATE, order -> order.progress().date());
    public static final Field<Order, Instant> TRANSACTION_DATE = SHAPE.optional(
            "TransactionDate", Kinds.DATE, order -> order.progress().transactionDate());
    public static final Field<Order, String> SETT_DATE = SHAPE.kept("SettDate", Kinds.KEPT_DATE);
    public static final Field<Order, OrderStatus> STATUS =
            SHAPE.required("Status", Kinds.words(OrderStatus.values()), Order::status);
    public static final Field<Order, OrderStatus> EXECUTION_STATUS = SHAPE.optional(
            "ExecutionStatus",
            Kinds.words(OrderStatus.values()),
            order -> order.progress().executionStatus());
    public static final Field<Order, OrderType> TYPE = SHAPE.optional(
            "Type", Kinds.words(OrderType.values()), order -> order.terms().type());
    public static final Field<Order, RequestStatus> REQUEST_STATUS = SHAPE.optional(
            "RequestStatus",
            Kinds.words(RequestStatus.values()),
            order -> order.progress().requestStatus());
    public static final Field<Order, Target> TARGET = SHAPE.optional(
            "Target", Kinds.words(Target.values()), order -> order.progress().target());
    public static final Field<Order, String> DESCRIPTION = SHAPE.optional(
            "Description", Kinds.REPEATED_TEXT, order -> order.progress().description());
    public static final Field<Order, String> COMMENT = SHAPE.kept("Comment", Kinds.KEPT_TEXT);
    public static final Field<Order, TimeInForce> TIME_IN_FORCE = SHAPE.optional(
            "TimeInForce",
            Kinds.words(TimeInForce.values()),
            order -> order.terms().timeInForce());
    public static final Field<Order, String> EXEC_INST = SHAPE.kept("ExecInst", Kinds.KEPT_TEXT_OR_NUMBER);
    public static final Field<Order, Instant> EXPIRE_DATE =
            SHAPE.optional("ExpireDate", Kinds.DATE, order -> order.terms().expireDate());
    public static final Field<Order, String> COUNTER_PARTY_ORDER_ID =
            SHAPE.kept("CounterPartyOrderId", Kinds.KEPT_TEXT);
    public static final Field<Order, Integer> ACCOUNT_ID =
            SHAPE.required("AccountId", Kinds.ID, order -> order.accountId().value());
    public static final Field<Order, Integer> USER_ID =
            SHAPE.required("UserId", Kinds.ID, order -> order.userId().value());
    public static final Field<Order, Integer> REQUEST_ID =
            SHAPE.optional("RequestId", Kinds.ID_OR_0, order -> order.progress().requestId());
    public static final Field<Order, Integer> STATE_ID =
            SHAPE.optional("StateId", Kinds.ID_OR_0, order -> order.progress().stateId());
    public static final Field<Order, Integer> PARENT_ID =
            SHAPE.optional("ParentId", Kinds.INT32, order -> order.terms().parentId());
    /** Written by {@link OrderWriter}, who knows the other orders. */
    public static final Field<Order, List<Found<Order>>> LEGS = SHAPE.optional(
            "Legs",
            Kinds.list(
                    new Kind<>("an object") {
                        private final Kind<Found<Order>> order = Kinds.object(SHAPE);

                        @Override
                        public @Nullable Found<Order> read(Cursor cursor) throws IOException {
                            if (!cursor.isAt(JsonToken.START_OBJECT) || !cursor.isTwiceInside("Legs")) {
                                return order.read(cursor);
                            }
                            cursor.problem("is a leg of a leg; legs have no legs of their own");
                            cursor.skipValue();
                            return null;
                        }

                        @Override
                        public Map<String, Object> schema(Schemas schemas) {
                            return order.schema(schemas);
                        }
                    },
                    Order.MOST_LEGS));

    public static final Field<Order, String> EXCHANGE = SHAPE.kept("Exchange", Kinds.KEPT_TEXT);
    public static final Field<Order, String> EXECUTION_VENUE = SHAPE.kept("ExecutionVenue", Kinds.KEPT_TEXT);
    public static final Field<Order, String> TRAILING_STOP_AMOUNT_TYPE =
            SHAPE.kept("TrailingStopAmountType", Kinds.KEPT_TEXT);
    public static final Field<Order, String> TRAILING_STOP_AMOUNT = SHAPE.kept("TrailingStopAmount", Kinds.KEPT_NUMBER);
    public static final Field<Order, String> TRAILING_LIMIT_AMOUNT_TYPE =
            SHAPE.kept("TrailingLimitAmountType", Kinds.KEPT_TEXT);
    public static final Field<Order, String> TRAILING_LIMIT_AMOUNT =
            SHAPE.kept("TrailingLimitAmount", Kinds.KEPT_NUMBER);
    public static final Field<Order, Instant> CREATE_DATE =
            SHAPE.optional("CreateDate", Kinds.DATE, order -> order.terms().createDate());
    public static final Field<Order, OrderType> INITIAL_TYPE = SHAPE.optional(
            "InitialType",
            Kinds.words(OrderType.values()),
            order -> order.terms().initialType());
    public static final Field<Order, String> EXTENDED_HOURS = SHAPE.kept("ExtendedHours", Kinds.KEPT_TEXT);
    public static final Field<Order, String> IS_EXTERNAL = SHAPE.kept("IsExternal", Kinds.KEPT_FLAG);
    public static final Field<Order, String> EXEC_BROCKER = SHAPE.kept("ExecBrocker", Kinds.KEPT_TEXT);
    public static final Field<Order, String> EXECUTION_INSTRUCTIONS =
            SHAPE.kept("ExecutionInstructions", Kinds.KEPT_OBJECT);
    public static final Field<Order, TransType> TRANS_TYPE = SHAPE.optional(
            "TransType",
            Kinds.words(TransType.values()),
            order -> order.progress().transType());
    public static final Field<Order, String> EXEC_ID = SHAPE.kept("ExecId", Kinds.KEPT_TEXT);
    public static final Field<Order, String> TOKEN = SHAPE.kept("Token", Kinds.KEPT_TEXT);
    public static final Field<Order, String> VALIDATIONS_TO_BYPASS =
            SHAPE.kept("ValidationsToBypass", Kinds.KEPT_INTEGER);
    public static final Field<Order, String> PARENT_REQUEST_ID = SHAPE.kept("ParentRequestId", Kinds.KEPT_INTEGER);
    public static final Field<Order, String> SETTLEMENT_DATE = SHAPE.kept("SettlementDate", Kinds.KEPT_DATE);
    public static final Field<Order, String> LAST_MARKET = SHAPE.kept("LastMarket", Kinds.KEPT_TEXT);

    /** The API's keys. */
    public static final List<Field<Order, ?>> ALL = List.copyOf(SHAPE.fields());

    static {
        SHAPE.unknownHere();
    }

    public static final Field<Order, CancelOutcome> CANCEL_OUTCOME =
            SHAPE.optional("cancelOutcome", CancelOutcomeShape.KIND, Order::cancelOutcome);
    public static final Field<Order, Integer> REQUESTED_BY = SHAPE.optional("requestedBy", Kinds.ID, order -> {
        UserId by = order.progress().requestedBy();
        return by == null ? null : by.value();
    });

    private static final Shape<VenueAnswer> ANSWERS = Shape.strict();
    private static final Field<VenueAnswer, Instant> AT = ANSWERS.required("at", Kinds.DATE, VenueAnswer::at);
    private static final Field<VenueAnswer, VenueAnswer.Kind> EVENT =
            ANSWERS.required("event", Kinds.words(VenueAnswer.Kind.values()), VenueAnswer::kind);
    public static final Field<Order, VenueAnswer> VENUE_ANSWER = SHAPE.optional(
            "venueAnswer",
            Kinds.object(ANSWERS, found -> new VenueAnswer(found.get(AT), found.get(EVENT))),
            order -> order.progress().answer());

    /** An order as it was: the part of it that changes. */
    public static final Shape<Order> EARLIER = SHAPE.only(
            EXECUTED_QUANTITY,
            LAST_PRICE,
            LAST_QUANTITY,
            LEAVES_QUANTITY,
            AVERAGE_PRICE,
            DATE,
            TRANSACTION_DATE,
            STATUS,
            EXECUTION_STATUS,
            REQUEST_STATUS,
            TARGET,
            DESCRIPTION,
            REQUEST_ID,
            STATE_ID,
            TRANS_TYPE,
            REQUESTED_BY);

    /** The first one first. Written by {@link OrderWriter}. */
    public static final Field<Order, List<Found<Order>>> EARLIER_STATES =
            SHAPE.optional("earlierStates", Kinds.list(Kinds.object(EARLIER)));

    /** What names one that is gone. */
    public static final Shape<Order> NAMED = SHAPE.only(ID);

    private OrderKey() {}

    /** The order as it was in its earlier states, the first one first. */
    static List<Order> earlier(Order order) {
        List<Order> firstToLast = new ArrayList<>();
        order.earlier().forEach(state -> firstToLast.add(order.asIn(state)));
        Collections.reverse(firstToLast);
        return firstToLast;
    }
}
