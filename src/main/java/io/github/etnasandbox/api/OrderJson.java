package io.github.etnasandbox.api;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.resource.OrderWriter;
import java.util.List;
import java.util.Set;

/** Orders as answers have them. */
final class OrderJson {
    private static final int USUAL_LENGTH = 1_500;

    private OrderJson() {}

    static String object(Order order, Admission admission) {
        StringBuilder json = new StringBuilder(USUAL_LENGTH);
        write(List.of(order), admission, json);
        return json.toString();
    }

    static String array(List<Order> orders, Admission admission) {
        StringBuilder json = new StringBuilder(2 + orders.size() * USUAL_LENGTH).append('[');
        write(orders, admission, json);
        return json.append(']').toString();
    }

    private static void write(List<Order> orders, Admission admission, StringBuilder json) {
        JsonObjectWriter object = new JsonObjectWriter(json);
        boolean symbolShown = admission.dialect().symbolShown();
        OrderWriter writer = new OrderWriter(
                object,
                symbolShown ? Set.of() : Set.of(OrderKey.SYMBOL),
                admission.state().orders()::legsOf,
                order -> {});
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
