package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Order;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes orders with their keys in the documented order. Not thread-safe. */
public final class OrderWriter {
    private static final OrderKey[] KEYS = OrderKey.values();

    private final Map<String, OrderKey> keptByName = new HashMap<>();
    private final Map<OrderKey, String> documented = new EnumMap<>(OrderKey.class);
    private final JsonObjectWriter json;
    private final Set<OrderKey> omitted;
    private final Function<Order, List<Order>> legs;
    private final Consumer<Order> more;
    private @Nullable OrderWriter legWriter;

    /** Makes a writer. */
    public OrderWriter(
            JsonObjectWriter json, Set<OrderKey> omitted, Function<Order, List<Order>> legs, Consumer<Order> more) {
        this.json = json;
        this.legs = legs;
        this.more = more;
        this.omitted = Set.copyOf(omitted);
        for (OrderKey key : KEYS) {
            if (!key.isInterpreted()) {
                keptByName.put(key.word(), key);
            }
        }
    }

    /** Writes the fields of an order; what encloses them is the caller's. */
    public void write(Order order) {
        KeptFields kept = order.kept();
        documented.clear();
        for (int i = 0; i < kept.size(); i++) {
            OrderKey key = keptByName.get(kept.name(i));
            if (key != null) {
                documented.put(key, kept.value(i));
            }
        }
        for (OrderKey key : KEYS) {
            if (key == OrderKey.LEGS) {
                json.objects(key.word(), order.legs().isEmpty() ? List.of() : legs.apply(order), this::writeLeg);
            } else if (key.isInterpreted() && !omitted.contains(key)) {
                key.write(json, order);
            } else if (documented.containsKey(key)) {
                json.raw(key.word(), documented.get(key));
            }
        }
        for (int i = 0; i < kept.size(); i++) {
            if (!keptByName.containsKey(kept.name(i))) {
                json.raw(kept.name(i), kept.value(i));
            }
        }
        more.accept(order);
    }

    /** With a writer of its own, since this one is in the middle of the order whose leg it is. */
    private void writeLeg(Order leg) {
        if (legWriter == null) {
            legWriter = new OrderWriter(json, omitted, legs, more);
        }
        legWriter.write(leg);
    }
}
