package io.github.etnasandbox.binding;

import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.venue.OrderParameters;
import io.github.etnasandbox.venue.OrderProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the model binder makes of a body that says what order is meant: its parameters, or what is wrong with it.
 *
 * <p>Read as ASP.NET Web API and Json.NET read it: names of properties and words in any letter case, of a property that
 * is there twice the last one, unknown properties ignored, numbers also as texts, and {@code //} and block comments and a
 * comma behind the last member, all of which documented samples have. Unlike Json.NET it takes nothing else that is not
 * JSON, such as single quotes.
 */
public sealed interface Binding {
    /**
     * Reads a body. Never throws, whatever the bytes are.
     *
     * @param body the bytes; none, and the JSON {@code null}, stand for an object without properties
     * @param parameter the framework's name of the body, which the keys of errors start with
     */
    static Binding read(byte[] body, String parameter) {
        return Body.read(body, parameter);
    }

    /** Describes the properties of a body as JSON Schema, by name. */
    static Map<String, Object> properties(Schemas schemas) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (OrderProperty<?> property : OrderProperty.ALL) {
            properties.put(property.word(), PropertyType.of(property.type()).schema(schemas));
        }
        return properties;
    }

    /**
     * The body has the form of an order.
     *
     * @param hints properties that were ignored, each as a sentence for a person
     */
    record Bound(OrderParameters parameters, List<String> hints) implements Binding {}

    /**
     * The body is no JSON object, or some of its properties hold what they cannot.
     *
     * @param errors the errors in the order they were met, 1 to 200
     * @param hints properties that were ignored, each as a sentence for a person
     */
    record Failed(List<ModelError> errors, List<String> hints) implements Binding {
        private static final String MESSAGE = JsonText.quote("An error has occurred.");

        public Failed {
            errors = List.copyOf(errors);
            hints = List.copyOf(hints);
        }

        /** Spells the errors as the framework does, an object from key to messages that do not tell what they are. */
        public String modelState() {
            Map<String, List<String>> messages = new LinkedHashMap<>();
            for (ModelError error : errors) {
                messages.computeIfAbsent(error.key(), key -> new ArrayList<>()).add(MESSAGE);
            }
            return messages.entrySet().stream()
                    .map(entry -> JsonText.quote(entry.getKey()) + ":[" + String.join(",", entry.getValue()) + "]")
                    .collect(Collectors.joining(",", "{", "}"));
        }

        /** Tells all that is wrong. */
        public String reason() {
            List<String> all = new ArrayList<>();
            errors.forEach(error -> all.add(error.reason()));
            all.addAll(hints);
            return String.join("; and ", all);
        }
    }

    /**
     * One error.
     *
     * @param key where it is, as the framework spells it, such as {@code placeParams.Legs[0].Side}
     * @param reason what is wrong and what would be right, for a person
     */
    record ModelError(String key, String reason) {}
}
