package io.github.etnasandbox.journal;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of one order.
 *
 * @param before the order before, null when it is new
 * @param after the order after
 */
public record OrderChange(@Nullable Order before, Order after) {

    /**
     * One field of an order that is not what it was.
     *
     * @param name its name in the API
     * @param before its JSON value before, null when it had none
     * @param after its JSON value after, null when it has none
     */
    public record FieldChange(
            String name, @Nullable String before, @Nullable String after) {}

    /** {@return the fields that differ, in the order the API writes them; all there are when the order is new} */
    public List<FieldChange> fields() {
        List<FieldChange> changes = new ArrayList<>();
        for (Field<Order, ?> key : OrderKey.ALL) {
            String was = before == null ? null : key.spell(before);
            String is = key.spell(after);
            if (is == null ? was != null : !is.equals(was)) {
                changes.add(new FieldChange(key.name(), was, is));
            }
        }
        return changes;
    }

    /** Spelt as {@code order 73552: Status "New" -> "Canceled"}, for a person. */
    @Override
    public String toString() {
        String order = "order " + after.id();
        return before == null
                ? order + " is new, and " + after.status().word()
                : order + ": "
                        + fields().stream()
                                .map(field -> field.name() + " " + field.before() + " -> " + field.after())
                                .collect(Collectors.joining(", "));
    }
}
