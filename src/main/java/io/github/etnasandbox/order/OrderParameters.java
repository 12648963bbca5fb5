package io.github.etnasandbox.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the body of a request to place, preview or replace an order says. Null stands for a property that was not sent, or
 * sent as {@code null}. Nothing but the form is checked: numbers are finite, and may have either sign. Immutable.
 *
 * <p>Source: definitions of the API reference; guide pages Place Order and Replace Order.
 *
 * @param id the order, any int32
 * @param symbol the security's symbol
 * @param clientId the client's own id of the order
 * @param expireDate when the order expires
 * @param type how it is priced
 * @param side its direction
 * @param execInst compact JSON, as orders show it: one or more words of {@link ExecInst} in
 *     quotes, parted by a comma, or a whole number as it was sent
 * @param timeInForce how long it stays in force
 * @param quantity how many shares or contracts
 * @param price the limit price
 * @param stopPrice the stop price
 * @param exchange where it is routed to
 * @param trailingStopAmountType how {@code trailingStopAmount} is measured
 * @param trailingStopAmount how far the stop trails
 * @param trailingLimitAmountType how {@code trailingLimitAmount} is measured
 * @param trailingLimitAmount how far the limit trails
 * @param extendedHours the sessions it may execute in
 * @param executionInstructions instructions by name, in the order they were sent
 * @param token the order's token
 * @param validationsToBypass a bit set of validations, any int32
 * @param comment a remark
 * @param parentId the parent order, any int32
 * @param legs the orders that it consists of
 */
public record OrderParameters(
        @Nullable Integer id,
        @Nullable String symbol,
        @Nullable String clientId,
        @Nullable Instant expireDate,
        @Nullable OrderType type,
        @Nullable Side side,
        @Nullable String execInst,
        @Nullable TimeInForce timeInForce,
        @Nullable Double quantity,
        @Nullable Double price,
        @Nullable Double stopPrice,
        @Nullable String exchange,
        @Nullable TrailingAmountType trailingStopAmountType,
        @Nullable Double trailingStopAmount,
        @Nullable TrailingAmountType trailingLimitAmountType,
        @Nullable Double trailingLimitAmount,
        @Nullable ExtendedHours extendedHours,
        @Nullable Map<String, String> executionInstructions,
        @Nullable String token,
        @Nullable Integer validationsToBypass,
        @Nullable String comment,
        @Nullable Integer parentId,
        @Nullable List<OrderParameters> legs) {

    /**
     * Lists what cannot be left out of an order to be placed.
     *
     * <p>Source: guide page on validating an order's placement.
     *
     * @return those of {@code Symbol}, {@code Quantity}, {@code Type} and {@code Side} that are null here
     */
    public List<String> missingToPlace() {
        List<String> missing = new ArrayList<>();
        require("Symbol", symbol, missing);
        require("Quantity", quantity, missing);
        require("Type", type, missing);
        require("Side", side, missing);
        return missing;
    }

    /**
     * Lists what cannot be left out of a replacement.
     *
     * <p>Source: guide page Replace Order. It names {@code Legs} too, which its own sample does without.
     *
     * @return those of {@code Id}, {@code Quantity}, {@code Price} and {@code ExecutionInstructions} that are null here
     */
    public List<String> missingToReplace() {
        List<String> missing = new ArrayList<>();
        require("Id", id, missing);
        require("Quantity", quantity, missing);
        require("Price", price, missing);
        require("ExecutionInstructions", executionInstructions, missing);
        return missing;
    }

    /**
     * Returns these parameters with the terms of an order where nothing was sent.
     *
     * @param terms the terms
     * @param keptExecInst the order's {@code ExecInst} as compact JSON, null when it has none
     * @param keptExtendedHours the order's sessions, null when it has none
     * @return the parameters, their type, side, time in force, quantity and prices given
     */
    public OrderParameters over(
            OrderTerms terms, @Nullable String keptExecInst, @Nullable ExtendedHours keptExtendedHours) {
        boolean sameTime = expireDate == null && (timeInForce == null || timeInForce == terms.timeInForce());
        return new OrderParameters(
                id,
                terms.symbol(),
                clientId,
                sameTime && !terms.expireDate().equals(Order.UNSET) ? terms.expireDate() : expireDate,
                Objects.requireNonNullElse(type, terms.type()),
                Objects.requireNonNullElse(side, terms.side()),
                execInst == null ? keptExecInst : execInst,
                Objects.requireNonNullElse(timeInForce, terms.timeInForce()),
                Objects.requireNonNullElse(quantity, terms.quantity()),
                Objects.requireNonNullElse(price, terms.price()),
                Objects.requireNonNullElse(stopPrice, terms.stopPrice()),
                exchange,
                trailingStopAmountType,
                trailingStopAmount,
                trailingLimitAmountType,
                trailingLimitAmount,
                extendedHours == null ? keptExtendedHours : extendedHours,
                executionInstructions,
                token,
                validationsToBypass,
                comment,
                parentId,
                null);
    }

    /**
     * Returns these parameters, those of a leg, in force as long as its order where nothing else was sent.
     *
     * @param order what was sent of the order whose leg it is
     * @return the parameters
     */
    public OrderParameters inForceAs(OrderParameters order) {
        return new OrderParameters(
                id,
                symbol,
                clientId,
                timeInForce == null ? order.expireDate : expireDate,
                type,
                side,
                execInst,
                timeInForce == null ? order.timeInForce : timeInForce,
                quantity,
                price,
                stopPrice,
                exchange,
                trailingStopAmountType,
                trailingStopAmount,
                trailingLimitAmountType,
                trailingLimitAmount,
                extendedHours,
                executionInstructions,
                token,
                validationsToBypass,
                comment,
                parentId,
                legs);
    }

    private static void require(String name, @Nullable Object value, List<String> missing) {
        if (value == null) {
            missing.add(name);
        }
    }
}
