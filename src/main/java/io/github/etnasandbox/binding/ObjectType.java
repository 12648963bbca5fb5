package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.venue.OrderParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of properties that are made of others. */
final class ObjectType {
    private ObjectType() {}

    /** Texts by name. */
    static PropertyType texts() {
        return new Texts();
    }

    /** The legs of an order. */
    static PropertyType legs() {
        return new Legs();
    }

    private static final class Texts extends PropertyType {
        Texts() {
            super("an object of texts");
        }

        @Override
        @Nullable Object read(Body body) throws IOException {
            return readTexts(body);
        }

        @Override
        Map<String, Object> schema(Schemas schemas) {
            return Schemas.of("type", "object", "additionalProperties", Schemas.of("type", "string"));
        }
    }

    private static final class Legs extends PropertyType {
        Legs() {
            super("an array of orders");
        }

        @Override
        @Nullable Object read(Body body) throws IOException {
            return readOrders(body);
        }

        @Override
        Map<String, Object> schema(Schemas schemas) {
            Map<String, Object> leg =
                    schemas.named("OrderLeg", () -> Schemas.object(Binding.properties(schemas), List.of(), true));
            return Schemas.of("type", "array", "items", leg, "maxItems", Order.MOST_LEGS);
        }
    }

    /** Texts by name. Numbers and flags become texts, as Json.NET has it; one that is null is absent. */
    private static @Nullable Object readTexts(Body body) throws IOException {
        if (body.token() != JsonToken.START_OBJECT) {
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        while (body.next() == JsonToken.FIELD_NAME) {
            String name = body.text();
            JsonToken value = body.next();
            if (value == JsonToken.VALUE_NULL) {
                texts.remove(name);
            } else if (value.isScalarValue()) {
                texts.put(name, body.text());
            } else {
                body.wrong("must be a text, found " + body.found());
            }
        }
        return Collections.unmodifiableMap(texts);
    }

    private static @Nullable Object readOrders(Body body) throws IOException {
        if (body.token() != JsonToken.START_ARRAY) {
            return null;
        }
        List<OrderParameters> orders = new ArrayList<>();
        int objects = 0;
        while (body.next() != JsonToken.END_ARRAY) {
            if (body.token() != JsonToken.START_OBJECT) {
                body.wrong("must be an object, found " + body.found());
            } else if (++objects <= Order.MOST_LEGS) {
                orders.add(body.readOrder());
            } else if (objects == Order.MOST_LEGS + 1) {
                body.wrong("is one more than the " + Order.MOST_LEGS + " legs that an order may have");
            } else {
                body.skip();
            }
        }
        return List.copyOf(orders);
    }
}
