package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.order.Order;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Writes orders with their legs. Not thread-safe. */
public final class OrderWriter implements Shape.Special<Order> {
    /** What answers of the API do not have. */
    private static final Set<Field<Order, ?>> OWN =
            Set.of(OrderKey.CANCEL_OUTCOME, OrderKey.REQUESTED_BY, OrderKey.VENUE_ANSWER, OrderKey.EARLIER_STATES);

    private static final Set<Field<Order, ?>> OWN_AND_SYMBOL = Set.of(
            OrderKey.CANCEL_OUTCOME,
            OrderKey.REQUESTED_BY,
            OrderKey.VENUE_ANSWER,
            OrderKey.EARLIER_STATES,
            OrderKey.SYMBOL);

    private final JsonObjectWriter json;
    private final Function<Order, List<Order>> legs;
    private final Set<Field<Order, ?>> omitted;

    private OrderWriter(JsonObjectWriter json, Function<Order, List<Order>> legs, Set<Field<Order, ?>> omitted) {
        this.json = json;
        this.legs = legs;
        this.omitted = omitted;
    }

    /** Writes orders as the API's answers have them, whose first edition had no symbol. */
    public static OrderWriter ofAnswers(JsonObjectWriter json, Function<Order, List<Order>> legs, boolean symbolShown) {
        return new OrderWriter(json, legs, symbolShown ? OWN : OWN_AND_SYMBOL);
    }

    /** Writes all that is known of orders. */
    public static OrderWriter ofExports(JsonObjectWriter json, Function<Order, List<Order>> legs) {
        return new OrderWriter(json, legs, Set.of());
    }

    /** Writes the fields of an order; what encloses them is the caller's. */
    public void write(Order order) {
        OrderKey.SHAPE.write(order, json, this);
    }

    @Override
    public boolean write(Field<Order, ?> field, Order order) {
        if (omitted.contains(field)) {
            return true;
        }
        if (field == OrderKey.LEGS) {
            json.objects(field.name(), order.legs().isEmpty() ? List.of() : legs.apply(order), this::write);
            return true;
        }
        if (field == OrderKey.EARLIER_STATES && !order.earlier().isEmpty()) {
            json.objects(field.name(), OrderKey.earlier(order), (Order was) -> OrderKey.EARLIER.write(was, json));
        }
        return false;
    }
}
