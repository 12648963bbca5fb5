package io.github.etnasandbox.binding;

import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.order.OrderParameters;
import java.util.ArrayList;
import java.util.List;

/** What is found in a body beside its properties: what is wrong, and what is ignored. */
final class Findings {
    /** As in the framework: MaxAllowedErrors of its ModelState. */
    private static final int MOST_ERRORS = 200;

    private static final int MOST_HINTS = 20;

    private final List<Binding.ModelError> errors = new ArrayList<>();
    private final List<String> hints = new ArrayList<>();

    void error(String key, String reason) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new Binding.ModelError(key, reason));
        }
    }

    void ignored(String pointer, String name) {
        if (hints.size() < MOST_HINTS) {
            hints.add("unknown property " + pointer + " is ignored"
                    + NearMiss.of(name, Property.NAMES)
                            .map(meant -> ", did you mean " + meant + "?")
                            .orElse(""));
        }
    }

    /** What became of the body that has this order, if nothing is wrong with it. */
    Binding on(OrderParameters order) {
        return errors.isEmpty() ? new Binding.Bound(order, List.copyOf(hints)) : new Binding.Failed(errors, hints);
    }
}
