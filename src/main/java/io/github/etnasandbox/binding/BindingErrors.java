package io.github.etnasandbox.binding;

import io.github.etnasandbox.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the model binder has against a body, in the order it was met: one error or more.
 *
 * @param errors the errors, 200 at the most
 * @param hints properties that were ignored, each as a sentence for a person
 */
public record BindingErrors(List<Fault> errors, List<String> hints) {
    private static final String MESSAGE = "An error has occurred.";

    /**
     * One error.
     *
     * @param key where it is, as the framework spells it, such as {@code placeParams.Legs[0].Side}
     * @param reason what is wrong and what would be right, for a person
     */
    public record Fault(String key, String reason) {}

    /** Copies the lists. */
    public BindingErrors {
        errors = List.copyOf(errors);
        hints = List.copyOf(hints);
    }

    /**
     * Spells the errors as the framework does, which does not tell what they are.
     *
     * @return a compact JSON object from key to messages
     */
    public String modelState() {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        for (Fault error : errors) {
            messages.computeIfAbsent(error.key(), key -> new ArrayList<>()).add(JsonText.quote(MESSAGE));
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
