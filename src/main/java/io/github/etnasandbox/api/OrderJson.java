package io.github.etnasandbox.api;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.resource.OrderWriter;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.Dialect;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

final class OrderJson {
    private static final int USUAL_LENGTH = 1_500;
    private static final String EXEC_INST = OrderKey.EXEC_INST.name();
    private static final Set<String> NO_EXEC_INST = Set.of("0", "\"None\"");

    private OrderJson() {}

    static String object(Order order, State state, Dialect dialect) {
        return text(List.of(order), state.orders()::legsOf, state, dialect);
    }

    static String registered(Order order, State registered, Dialect dialect) {
        return text(
                List.of(order.withoutStateId()),
                root -> registered.orders().legsOf(root).stream()
                        .map(Order::withoutStateId)
                        .toList(),
                registered,
                dialect);
    }

    static String array(List<Order> orders, State state, Dialect dialect) {
        return "[" + text(orders, state.orders()::legsOf, state, dialect) + "]";
    }

    private static String text(List<Order> orders, Function<Order, List<Order>> legs, State state, Dialect dialect) {
        StringBuilder text = new StringBuilder(orders.size() * USUAL_LENGTH);
        JsonObjectWriter json = new JsonObjectWriter(text);
        UnaryOperator<Order> shown = order -> shown(order, state, dialect);
        OrderWriter writer = OrderWriter.ofAnswers(
                json, root -> legs.apply(root).stream().map(shown).toList(), Difference.SYMBOL_SHOWN.in(dialect));
        for (Order order : orders) {
            json.begin();
            writer.write(shown.apply(order));
            json.end();
        }
        return text.toString();
    }

    /** The order with what the dialect shows for no execution instruction, and with its security's symbol. */
    private static Order shown(Order order, State state, Dialect dialect) {
        String none = Difference.NO_EXEC_INST.in(dialect);
        String given = order.kept().get(EXEC_INST);
        boolean other = given != null && NO_EXEC_INST.contains(given) && !given.equals(none);
        Order shown = other ? order.with(KeptFields.of(List.of(EXEC_INST, none))) : order;
        if (shown.terms().symbol() != null || !Difference.SYMBOL_SHOWN.in(dialect)) {
            return shown;
        }
        return state.security(new SecurityId(shown.terms().securityId()))
                .map(security -> shown.with(shown.terms().withSymbol(security.symbol()), shown.clientId()))
                .orElse(shown);
    }
}
