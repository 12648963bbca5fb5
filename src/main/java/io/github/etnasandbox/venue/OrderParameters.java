package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What a request to place, preview or replace an order says: values by property. A property that was not sent, or sent as
 * {@code null}, has no value. Only the form is checked: numbers are finite, and may have either sign. Immutable.
 */
public record OrderParameters(PMap<OrderProperty<?>, Object> values) {
    public static final OrderParameters NONE = new OrderParameters(HashTreePMap.empty());

    @SuppressWarnings("unchecked") // a value is of its property's type
    public <T> @Nullable T get(OrderProperty<T> property) {
        return (T) values.get(property);
    }

    public <T> T get(OrderProperty<T> property, T otherwise) {
        return Objects.requireNonNullElse(get(property), otherwise);
    }

    /** Returns these parameters with another value; null for none. */
    public <T> OrderParameters with(OrderProperty<T> property, @Nullable T value) {
        return withRead(property, value);
    }

    /** Adds a value that was read as one of the property's type; null for none. */
    public OrderParameters withRead(OrderProperty<?> property, @Nullable Object value) {
        return new OrderParameters(
                value == null
                        ? values.minus(property)
                        : values.plus(property, property.type().cast(value)));
    }

    /** Returns these parameters with a value where they have none. */
    <T> OrderParameters or(OrderProperty<T> property, @Nullable T value) {
        return get(property) == null ? with(property, value) : this;
    }

    /**
     * The values that orders only show, as they were sent: a new list of names, each followed by its value as JSON. An order
     * that is placed shows something for some that were not sent.
     */
    List<String> kept(boolean placed) {
        List<String> fields = new ArrayList<>();
        for (OrderProperty<?> property : OrderProperty.ALL) {
            Object value = get(property);
            String json = value != null ? spell(value) : placed ? property.initial() : null;
            if (property.isKept() && json != null) {
                fields.add(property.word());
                fields.add(json);
            }
        }
        return fields;
    }

    private static String spell(Object value) {
        if (value instanceof OrderProperty.ExecInsts instructions) {
            return instructions.json();
        }
        if (value instanceof Double number) {
            return JsonNumber.spell(number);
        }
        if (value instanceof Word word) {
            return JsonText.quote(word.word());
        }
        return value instanceof Integer ? value.toString() : JsonText.quote(value.toString());
    }

    /**
     * Names the properties without which no order is placed and that have no value.
     *
     * <p>Source: guide page on validating an order's placement.
     */
    public List<String> missingToPlace() {
        return missing(OrderProperty.SYMBOL, OrderProperty.QUANTITY, OrderProperty.TYPE, OrderProperty.SIDE);
    }

    /**
     * Names the properties without which no order is replaced and that have no value.
     *
     * <p>Source: guide page Replace Order. It names {@code Legs} too, which its own sample does without.
     */
    public List<String> missingToReplace() {
        return missing(
                OrderProperty.ID, OrderProperty.QUANTITY, OrderProperty.PRICE, OrderProperty.EXECUTION_INSTRUCTIONS);
    }

    private List<String> missing(OrderProperty<?>... required) {
        return Arrays.stream(required)
                .filter(property -> get(property) == null)
                .map(Word::word)
                .collect(Collectors.toList()); // the caller takes some out
    }
}
