package io.github.etnasandbox.api;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.resource.OrderWriter;
import io.github.etnasandbox.world.Dialect;
import java.util.List;
import java.util.Set;

/** Orders as answers have them. */
final class OrderJson {
    private static final int USUAL_LENGTH = 1_500;

    private OrderJson() {}

    static String object(Order order, Dialect dialect) {
        StringBuilder json = new StringBuilder(USUAL_LENGTH);
        write(List.of(order), dialect, json);
        return json.toString();
    }

    static String array(List<Order> orders, Dialect dialect) {
        StringBuilder json = new StringBuilder(2 + orders.size() * USUAL_LENGTH).append('[');
        write(orders, dialect, json);
        return json.append(']').toString();
    }

    private static void write(List<Order> orders, Dialect dialect, StringBuilder json) {
        JsonObjectWriter object = new JsonObjectWriter(json);
        OrderWriter writer = new OrderWriter(object, dialect.symbolShown() ? Set.of() : Set.of(OrderKey.SYMBOL));
        String separator = "";
        for (Order order : orders) {
            json.append(separator);
            object.begin();
            writer.write(order);
            object.end();
            separator = ",";
        }
    }
}
