package io.github.etnasandbox.binding;

import io.github.etnasandbox.order.ExtendedHours;
import io.github.etnasandbox.order.OrderParameters;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.TrailingAmountType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an order of its properties. */
final class OrderReader {
    static final OrderParameters NOTHING = order(Map.of());

    private OrderReader() {}

    static OrderParameters order(Map<Property, Object> values) {
        return new OrderParameters(
                (Integer) values.get(Property.ID),
                (String) values.get(Property.SYMBOL),
                (String) values.get(Property.CLIENT_ID),
                (Instant) values.get(Property.EXPIRE_DATE),
                (OrderType) values.get(Property.TYPE),
                (Side) values.get(Property.SIDE),
                (String) values.get(Property.EXEC_INST),
                (TimeInForce) values.get(Property.TIME_IN_FORCE),
                (Double) values.get(Property.QUANTITY),
                (Double) values.get(Property.PRICE),
                (Double) values.get(Property.STOP_PRICE),
                (String) values.get(Property.EXCHANGE),
                (TrailingAmountType) values.get(Property.TRAILING_STOP_AMOUNT_TYPE),
                (Double) values.get(Property.TRAILING_STOP_AMOUNT),
                (TrailingAmountType) values.get(Property.TRAILING_LIMIT_AMOUNT_TYPE),
                (Double) values.get(Property.TRAILING_LIMIT_AMOUNT),
                (ExtendedHours) values.get(Property.EXTENDED_HOURS),
                instructions(values),
                (String) values.get(Property.TOKEN),
                (Integer) values.get(Property.VALIDATIONS_TO_BYPASS),
                (String) values.get(Property.COMMENT),
                (Integer) values.get(Property.PARENT_ID),
                legs(values));
    }

    @SuppressWarnings("unchecked") // InstructionsKind makes no other
    private static @Nullable Map<String, String> instructions(Map<Property, Object> values) {
        return (Map<String, String>) values.get(Property.EXECUTION_INSTRUCTIONS);
    }

    @SuppressWarnings("unchecked") // LegsKind makes no other
    private static @Nullable List<OrderParameters> legs(Map<Property, Object> values) {
        return (List<OrderParameters>) values.get(Property.LEGS);
    }
}
