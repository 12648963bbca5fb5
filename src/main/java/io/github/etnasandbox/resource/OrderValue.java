package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.Order;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one key of an order stands for.
 *
 * @param rank what orders are sorted by: that of words is their place in the documented order, that of an absent text is
 *     the lowest
 * @param ascending compares orders by it, those of the same rank too
 * @param toldByRank whether orders of the same rank are alike in it
 */
record OrderValue(Writer writer, ToLongFunction<Order> rank, Comparator<Order> ascending, boolean toldByRank) {
    private static final int TICKS_A_SECOND = 10_000_000;
    private static final int NANOS_A_TICK = 100;

    /** Writes one value of an order under its name, or nothing when it is absent. */
    interface Writer {
        void write(JsonObjectWriter json, String name, Order order);
    }

    static OrderValue integer(ToIntFunction<Order> value) {
        return ranked((json, name, order) -> json.integer(name, value.applyAsInt(order)), value::applyAsInt);
    }

    static OrderValue decimal(ToDoubleFunction<Order> value) {
        return ranked(
                (json, name, order) -> json.decimal(name, value.applyAsDouble(order)),
                order -> rank(value.applyAsDouble(order)));
    }

    static OrderValue text(Function<Order, @Nullable String> value) {
        return new OrderValue(
                (json, name, order) -> {
                    String text = value.apply(order);
                    if (text != null) {
                        json.text(name, text);
                    }
                },
                order -> rank(value.apply(order)),
                Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder())),
                false);
    }

    /** Dates are sorted as finely as they are written, to 100 ns; those of the years 1 to 9999 fit into a long. */
    static OrderValue date(Function<Order, Instant> value) {
        return ranked((json, name, order) -> json.date(name, value.apply(order)), order -> {
            Instant instant = value.apply(order);
            return instant.getEpochSecond() * TICKS_A_SECOND + instant.getNano() / NANOS_A_TICK;
        });
    }

    @SuppressWarnings("EnumOrdinal") // compared within one run, as the constants themselves would be
    static <E extends Enum<E> & Word> OrderValue constant(Function<Order, E> value) {
        return ranked(
                (json, name, order) -> json.word(name, value.apply(order)),
                order -> value.apply(order).ordinal());
    }

    private static OrderValue ranked(Writer writer, ToLongFunction<Order> rank) {
        return new OrderValue(writer, rank, Comparator.comparingLong(rank), true);
    }

    /** The bits of a double are in its order, but for those of negative ones, which are in the opposite. */
    private static long rank(double value) {
        long bits = Double.doubleToLongBits(value + 0.0); // of the two zeros one is left, as in what is written
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    /** The first eight characters, a byte each; nothing is told behind one that does not fit. */
    private static long rank(@Nullable String text) {
        int length = text == null ? 0 : text.length();
        long rank = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            rank <<= Byte.SIZE;
            if (text != null && i < length) {
                int character = Math.min(text.charAt(i), 0xFF);
                rank |= character;
                length = character < 0xFF ? length : 0;
            }
        }
        return rank ^ Long.MIN_VALUE; // compared as if it had no sign
    }
}
