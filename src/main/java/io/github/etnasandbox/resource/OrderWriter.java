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

    private final JsonObjectWriter json;
    private final Function<Order, List<Order>> legs;
    private final boolean ownShown;
    private final boolean symbolShown;

    private OrderWriter(
            JsonObjectWriter json, Function<Order, List<Order>> legs, boolean ownShown, boolean symbolShown) {
        this.json = json;
        this.legs = legs;
        this.ownShown = ownShown;
        this.symbolShown = symbolShown;
    }

    /** Writes orders as the API's answers have them, whose first edition had no symbol. */
    public static OrderWriter ofAnswers(JsonObjectWriter json, Function<Order, List<Order>> legs, boolean symbolShown) {
        return new OrderWriter(json, legs, false, symbolShown);
    }

    /** Writes all that is known of orders. */
    public static OrderWriter ofExports(JsonObjectWriter json, Function<Order, List<Order>> legs) {
        return new OrderWriter(json, legs, true, true);
    }

    /** Writes the fields of an order; what encloses them is the caller's. */
    public void write(Order order) {
        OrderKey.SHAPE.write(order, json, this);
    }

    @Override
    public boolean write(Field<Order, ?> field, Order order) {
        if ((!ownShown && OWN.contains(field)) || (!symbolShown && field == OrderKey.SYMBOL)) {
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
