package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.KeptFields;
import io.github.etnasandbox.order.Order;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes orders with their keys in the documented order. Not thread-safe. */
public final class OrderWriter {
    private static final OrderKey[] KEYS = OrderKey.values();

    private final Map<String, OrderKey> keptByName = new HashMap<>();
    private final Map<OrderKey, String> documented = new EnumMap<>(OrderKey.class);
    private final JsonObjectWriter json;
    private final Set<OrderKey> omitted;

    /**
     * Makes a writer.
     *
     * @param json where orders are written
     * @param omitted the keys to leave out
     */
    public OrderWriter(JsonObjectWriter json, Set<OrderKey> omitted) {
        this.json = json;
        this.omitted = Set.copyOf(omitted);
        for (OrderKey key : KEYS) {
            if (!key.isInterpreted()) {
                keptByName.put(key.word(), key);
            }
        }
    }

    /**
     * Writes the fields of an order; what encloses them is the caller's.
     *
     * @param order the order
     */
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
            if (key.isInterpreted() && !omitted.contains(key)) {
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
    }
}
