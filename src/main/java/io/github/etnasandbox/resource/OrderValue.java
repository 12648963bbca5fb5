package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one key of an order stands for.
 *
 * @param writer writes it
 * @param ascending compares orders by it; an absent text comes first, words come in their documented order
 */
record OrderValue(Writer writer, Comparator<Order> ascending) {

    /** Writes one value of an order under its name, or nothing when it is absent. */
    interface Writer {
        void write(JsonObjectWriter json, String name, Order order);
    }

    static OrderValue integer(ToIntFunction<Order> value) {
        return new OrderValue(
                (json, name, order) -> json.integer(name, value.applyAsInt(order)), Comparator.comparingInt(value));
    }

    static OrderValue decimal(ToDoubleFunction<Order> value) {
        return new OrderValue(
                (json, name, order) -> json.decimal(name, value.applyAsDouble(order)),
                Comparator.comparingDouble(value));
    }

    static OrderValue text(Function<Order, @Nullable String> value) {
        return new OrderValue(
                (json, name, order) -> {
                    String text = value.apply(order);
                    if (text != null) {
                        json.text(name, text);
                    }
                },
                Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    static OrderValue date(Function<Order, Instant> value) {
        return new OrderValue((json, name, order) -> json.date(name, value.apply(order)), Comparator.comparing(value));
    }

    static <E extends Enum<E> & Word> OrderValue constant(Function<Order, E> value) {
        return new OrderValue((json, name, order) -> json.word(name, value.apply(order)), Comparator.comparing(value));
    }
}
