package io.github.etnasandbox.binding;

import io.github.etnasandbox.venue.OrderParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies read as the parameter {@code placeParams}, by tests that know how it must end. */
final class Bodies {
    private Bodies() {}

    static OrderParameters bound(String body) {
        Binding binding = read(body.getBytes(StandardCharsets.UTF_8));
        if (binding instanceof Binding.Failed failed) {
            throw new AssertionError(failed.reason());
        }
        return ((Binding.Bound) binding).parameters();
    }

    static List<String> hints(String body) {
        return ((Binding.Bound) read(body.getBytes(StandardCharsets.UTF_8))).hints();
    }

    static Binding.Failed failed(String body) {
        return failed(body.getBytes(StandardCharsets.UTF_8));
    }

    static Binding.Failed failed(byte[] body) {
        Binding binding = read(body);
        if (binding instanceof Binding.Bound bound) {
            throw new AssertionError("read as " + bound.parameters());
        }
        return (Binding.Failed) binding;
    }

    private static Binding read(byte[] body) {
        return Binding.read(body, "placeParams");
    }
}
