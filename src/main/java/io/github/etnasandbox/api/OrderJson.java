package io.github.etnasandbox.api;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderWriter;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.Dialect;
import java.util.List;
import java.util.function.Function;

/** Orders as JSON of answers. */
final class OrderJson {
    private static final int USUAL_LENGTH = 1_500;

    private OrderJson() {}

    static String object(Order order, State state, Dialect dialect) {
        return object(order, state.orders()::legsOf, dialect);
    }

    /** An order that was registered just now: neither it nor its legs have a stored state record. */
    static String registered(Order order, State registered, Dialect dialect) {
        return object(
                order.withoutStateId(),
                root -> registered.orders().legsOf(root).stream()
                        .map(Order::withoutStateId)
                        .toList(),
                dialect);
    }

    static String array(List<Order> orders, State state, Dialect dialect) {
        StringBuilder json = new StringBuilder(2 + orders.size() * USUAL_LENGTH).append('[');
        write(orders, state.orders()::legsOf, dialect, json);
        return json.append(']').toString();
    }

    private static String object(Order order, Function<Order, List<Order>> legs, Dialect dialect) {
        StringBuilder json = new StringBuilder(USUAL_LENGTH);
        write(List.of(order), legs, dialect, json);
        return json.toString();
    }

    private static void write(
            List<Order> orders, Function<Order, List<Order>> legs, Dialect dialect, StringBuilder json) {
        JsonObjectWriter object = new JsonObjectWriter(json);
        OrderWriter writer = OrderWriter.ofAnswers(object, legs, Difference.SYMBOL_SHOWN.in(dialect));
        for (Order order : orders) {
            object.begin();
            writer.write(order);
            object.end();
        }
    }
}
