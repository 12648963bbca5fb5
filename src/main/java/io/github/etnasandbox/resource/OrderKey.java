package io.github.etnasandbox.resource;

import static io.github.etnasandbox.resource.OrderValue.constant;
import static io.github.etnasandbox.resource.OrderValue.date;
import static io.github.etnasandbox.resource.OrderValue.decimal;
import static io.github.etnasandbox.resource.OrderValue.integer;
import static io.github.etnasandbox.resource.OrderValue.text;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an order in the order in which the API writes them, each with what it stands for; those without are kept as
 * they were read.
 *
 * <p>Source: guide page on replacing an order (names and order); definitions of the API reference (types). Keys that only
 * later editions have are not listed: like any unknown ones they are kept behind these.
 */
public enum OrderKey implements Word {
    /** Spelt {@code Id}. */
    ID("Id", integer(order -> order.id().value())),
    /** Spelt {@code SecurityId}. */
    SECURITY_ID("SecurityId", integer(order -> order.terms().securityId())),
    /** Spelt {@code Symbol}. */
    SYMBOL("Symbol", text(order -> order.terms().symbol())),
    /** Spelt {@code Quantity}. */
    QUANTITY("Quantity", decimal(Order::quantity)),
    /** Spelt {@code Price}. */
    PRICE("Price", decimal(order -> order.terms().price())),
    /** Spelt {@code StopPrice}. */
    STOP_PRICE("StopPrice", decimal(order -> order.terms().stopPrice())),
    /** Spelt {@code ClientId}. */
    CLIENT_ID("ClientId", text(Order::clientId)),
    /** Spelt {@code ParentClientId}. */
    PARENT_CLIENT_ID("ParentClientId"),
    /** Spelt {@code OrigClientId}. */
    ORIG_CLIENT_ID("OrigClientId"),
    /** Spelt {@code ExecutedQuantity}. */
    EXECUTED_QUANTITY("ExecutedQuantity", decimal(Order::executedQuantity)),
    /** Spelt {@code LastPrice}. */
    LAST_PRICE("LastPrice", decimal(order -> order.execution().lastPrice())),
    /** Spelt {@code LastQuantity}. */
    LAST_QUANTITY("LastQuantity", decimal(order -> order.execution().lastQuantity())),
    /** Spelt {@code LeavesQuantity}. */
    LEAVES_QUANTITY("LeavesQuantity", decimal(Order::leavesQuantity)),
    /** Spelt {@code AveragePrice}. */
    AVERAGE_PRICE("AveragePrice", decimal(order -> order.execution().averagePrice())),
    /** Spelt {@code Side}. */
    SIDE("Side", constant(Order::side)),
    /** Spelt {@code Date}. */
    DATE("Date", date(order -> order.progress().date())),
    /** Spelt {@code TransactionDate}. */
    TRANSACTION_DATE("TransactionDate", date(order -> order.progress().transactionDate())),
    /** Spelt {@code SettDate}. */
    SETT_DATE("SettDate"),
    /** Spelt {@code Status}. */
    STATUS("Status", constant(Order::status)),
    /** Spelt {@code ExecutionStatus}. */
    EXECUTION_STATUS("ExecutionStatus", constant(order -> order.progress().executionStatus())),
    /** Spelt {@code Type}. */
    TYPE("Type", constant(order -> order.terms().type())),
    /** Spelt {@code RequestStatus}. */
    REQUEST_STATUS("RequestStatus", constant(order -> order.progress().requestStatus())),
    /** Spelt {@code Target}. */
    TARGET("Target", constant(order -> order.progress().target())),
    /** Spelt {@code Description}. */
    DESCRIPTION("Description", text(order -> order.progress().description())),
    /** Spelt {@code Comment}. */
    COMMENT("Comment"),
    /** Spelt {@code TimeInForce}. */
    TIME_IN_FORCE("TimeInForce", constant(order -> order.terms().timeInForce())),
    /** Spelt {@code ExecInst}. */
    EXEC_INST("ExecInst"),
    /** Spelt {@code ExpireDate}. */
    EXPIRE_DATE("ExpireDate", date(order -> order.terms().expireDate())),
    /** Spelt {@code CounterPartyOrderId}. */
    COUNTER_PARTY_ORDER_ID("CounterPartyOrderId"),
    /** Spelt {@code AccountId}. */
    ACCOUNT_ID("AccountId", integer(order -> order.accountId().value())),
    /** Spelt {@code UserId}. */
    USER_ID("UserId", integer(order -> order.userId().value())),
    /** Spelt {@code RequestId}. */
    REQUEST_ID("RequestId", integer(order -> order.progress().requestId())),
    /** Spelt {@code StateId}. */
    STATE_ID("StateId", integer(order -> order.progress().stateId())),
    /** Spelt {@code ParentId}. */
    PARENT_ID("ParentId", integer(order -> order.terms().parentId())),
    /** Spelt {@code Legs}. */
    LEGS("Legs", true),
    /** Spelt {@code Exchange}. */
    EXCHANGE("Exchange"),
    /** Spelt {@code ExecutionVenue}. */
    EXECUTION_VENUE("ExecutionVenue"),
    /** Spelt {@code TrailingStopAmountType}. */
    TRAILING_STOP_AMOUNT_TYPE("TrailingStopAmountType"),
    /** Spelt {@code TrailingStopAmount}. */
    TRAILING_STOP_AMOUNT("TrailingStopAmount"),
    /** Spelt {@code TrailingLimitAmountType}. */
    TRAILING_LIMIT_AMOUNT_TYPE("TrailingLimitAmountType"),
    /** Spelt {@code TrailingLimitAmount}. */
    TRAILING_LIMIT_AMOUNT("TrailingLimitAmount"),
    /** Spelt {@code CreateDate}. */
    CREATE_DATE("CreateDate", date(order -> order.terms().createDate())),
    /** Spelt {@code InitialType}. */
    INITIAL_TYPE("InitialType", constant(order -> order.terms().initialType())),
    /** Spelt {@code ExtendedHours}. */
    EXTENDED_HOURS("ExtendedHours"),
    /** Spelt {@code IsExternal}. */
    IS_EXTERNAL("IsExternal"),
    /** Spelt {@code ExecBrocker}. */
    EXEC_BROCKER("ExecBrocker"),
    /** Spelt {@code ExecutionInstructions}. */
    EXECUTION_INSTRUCTIONS("ExecutionInstructions"),
    /** Spelt {@code TransType}. */
    TRANS_TYPE("TransType", constant(order -> order.progress().transType())),
    /** Spelt {@code ExecId}. */
    EXEC_ID("ExecId"),
    /** Spelt {@code Token}. */
    TOKEN("Token"),
    /** Spelt {@code ValidationsToBypass}. */
    VALIDATIONS_TO_BYPASS("ValidationsToBypass"),
    /** Spelt {@code ParentRequestId}. */
    PARENT_REQUEST_ID("ParentRequestId"),
    /** Spelt {@code SettlementDate}. */
    SETTLEMENT_DATE("SettlementDate"),
    /** Spelt {@code LastMarket}. */
    LAST_MARKET("LastMarket");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // made of functions without state
    private final @Nullable OrderValue value;

    private final boolean interpreted;

    OrderKey(String word) {
        this(word, false);
    }

    OrderKey(String word, boolean interpreted) {
        this.word = word;
        this.value = null;
        this.interpreted = interpreted;
    }

    OrderKey(String word, OrderValue value) {
        this.word = word;
        this.value = value;
        this.interpreted = true;
    }

    @Override
    public String word() {
        return word;
    }

    /**
     * Tells whether the sandbox understands the value.
     *
     * @return false when it gives the value back as it was written
     */
    public boolean isInterpreted() {
        return interpreted;
    }

    /**
     * Tells whether orders can be compared by the value.
     *
     * @return false when it is not interpreted, and for legs, which are orders themselves
     */
    public boolean isComparable() {
        return value != null;
    }

    /**
     * Sorts orders by this key, words in their documented order and an absent text first; those alike stay as they are.
     *
     * @return a new list
     * @throws IllegalStateException when orders cannot be compared by it
     */
    public List<Order> ascending(List<Order> orders) {
        return comparable().ascending().apply(orders);
    }

    /**
     * Spells the value that an order has by itself.
     *
     * @return JSON, null when the value is absent
     * @throws IllegalStateException when the value is not interpreted
     */
    public @Nullable String value(Order order) {
        StringBuilder field = new StringBuilder();
        write(new JsonObjectWriter(field), order);
        return field.isEmpty() ? null : field.substring(word.length() + "\"\":".length());
    }

    void write(JsonObjectWriter json, Order order) {
        comparable().writer().write(json, word, order);
    }

    private OrderValue comparable() {
        if (value == null) {
            throw new IllegalStateException(word + " is nothing that orders are compared by");
        }
        return value;
    }
}
