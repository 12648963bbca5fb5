package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one key of an order stands for.
 *
 * @param ascending sorts orders by it, words in their documented order, an absent text first
 */
record OrderValue(Writer writer, UnaryOperator<List<Order>> ascending) {
    private static final int TICKS_A_SECOND = 10_000_000;
    private static final int NANOS_A_TICK = 100;

    /** Writes one value of an order under its name, or nothing when it is absent. */
    interface Writer {
        void write(JsonObjectWriter json, String name, Order order);
    }

    /** An order beside what it is sorted by: many orders lie scattered in memory, and each comparison would seek two. */
    private record Sorted<T>(T value, Order order) {}

    static OrderValue integer(ToIntFunction<Order> value) {
        return of((json, name, order) -> json.integer(name, value.applyAsInt(order)), value::applyAsInt);
    }

    /** Of the two zeros one is left, as in what is written. */
    static OrderValue decimal(ToDoubleFunction<Order> value) {
        return of(
                (json, name, order) -> json.decimal(name, value.applyAsDouble(order)),
                order -> value.applyAsDouble(order) + 0.0);
    }

    static OrderValue text(Function<Order, @Nullable String> value) {
        return new OrderValue(
                (json, name, order) -> {
                    String text = value.apply(order);
                    if (text != null) {
                        json.text(name, text);
                    }
                },
                orders -> sorted(orders, value, Comparator.nullsFirst(Comparator.naturalOrder())));
    }

    /** Dates are sorted as finely as they are written, to 100 ns; those of the years 1 to 9999 fit into a long. */
    static OrderValue date(Function<Order, Instant> value) {
        return of((json, name, order) -> json.date(name, value.apply(order)), order -> {
            Instant instant = value.apply(order);
            return instant.getEpochSecond() * TICKS_A_SECOND + instant.getNano() / NANOS_A_TICK;
        });
    }

    static <E extends Enum<E> & Word> OrderValue constant(Function<Order, E> value) {
        return of((json, name, order) -> json.word(name, value.apply(order)), value);
    }

    private static <T extends Comparable<T>> OrderValue of(Writer writer, Function<Order, T> value) {
        return new OrderValue(writer, orders -> sorted(orders, value, Comparator.naturalOrder()));
    }

    private static <T extends @Nullable Object> List<Order> sorted(
            List<Order> orders, Function<Order, T> value, Comparator<? super T> comparator) {
        return orders.stream()
                .map(order -> new Sorted<>(value.apply(order), order))
                .sorted(Comparator.comparing(Sorted::value, comparator))
                .map(Sorted::order)
                .toList();
    }
}
