package io.github.etnasandbox.control;

import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.resource.OrderWriter;
import io.github.etnasandbox.state.Orders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The routes that show orders with all that is known of them, as an export does, and as many at a time as are wanted. */
final class OrderEndpoints {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;
    static final List<String> PARAMETERS = List.of("account", "status", "after", "skip", "limit");
    private static final List<String> STATUSES =
            Arrays.stream(OrderStatus.values()).map(OrderStatus::word).toList();

    private OrderEndpoints() {}

    /** {@code GET /sandbox/orders}: those that match, by id; legs stand for themselves as well. */
    static ControlReply list(ControlCall call) {
        Orders orders = call.world().state().orders();
        QueryReader query = call.query(PARAMETERS);
        Optional<Integer> account = query.number("account", 0);
        Optional<String> status = query.find(
                "status", "one of " + String.join(", ", STATUSES), sent -> STATUSES.contains(sent) ? sent : null);
        int after = query.number("after", 0).orElse(0);
        int skip = query.number("skip", 0).orElse(0);
        int limit = query.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        query.requireNoProblems();
        List<Order> page;
        int matching;
        if (account.isEmpty()
                && status.isEmpty()
                && after == 0) { // a world may have a million, and they stay where they are
            matching = orders.size();
            page = orders.values(Math.min(skip, matching), (int) Math.min((long) skip + limit, matching));
        } else {
            List<Order> all = orders.values().stream()
                    .filter(order -> order.id().value() > after)
                    .filter(order ->
                            account.map(id -> order.accountId().value() == id).orElse(true))
                    .filter(order -> status.map(word -> order.status().word().equals(word))
                            .orElse(true))
                    .toList();
            matching = all.size();
            page = all.stream().skip(skip).limit(limit).toList();
        }
        return ControlReply.streamed(out -> {
            out.write("{\"orders\":[".getBytes(StandardCharsets.UTF_8));
            String separator = "\n";
            for (Order order : page) {
                out.write((separator + json(order, orders)).getBytes(StandardCharsets.UTF_8));
                separator = ",\n";
            }
            out.write(("],\n\"matching\":" + matching + "}\n").getBytes(StandardCharsets.UTF_8));
        });
    }

    /** {@code GET /sandbox/orders/{order}}. */
    static ControlReply get(ControlCall call) {
        OrderId id = id(call);
        Orders orders = call.world().state().orders();
        Order order = orders.get(id.value());
        if (order == null) {
            throw Problem.notFound("there is no order " + id + " in this world");
        }
        return ControlReply.of(json(order, orders));
    }

    /** The order that the path names. */
    static OrderId id(ControlCall call) {
        String text = call.parameter("order");
        OptionalInt id = text.startsWith("+") ? OptionalInt.empty() : Int32.parse(text); // a plus is a space to many
        return new OrderId(
                id.orElseThrow(() -> Problem.notFound("there is no order '" + text + "'; an order's id is a number")));
    }

    private static String json(Order order, Orders orders) {
        return JsonObjectWriter.spell(
                json -> OrderWriter.ofExports(json, orders::legsOf).write(order));
    }
}
