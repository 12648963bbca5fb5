package io.github.etnasandbox.binding;

import io.github.etnasandbox.order.OrderParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies read as the parameter {@code placeParams}, by tests that know how it must end. */
final class Bodies {
    private Bodies() {}

    static OrderParameters bound(String body) {
        return Binding.read(body.getBytes(StandardCharsets.UTF_8), "placeParams")
                .match(new Binding.Cases<>() {
                    @Override
                    public OrderParameters bound(OrderParameters parameters, List<String> hints) {
                        return parameters;
                    }

                    @Override
                    public OrderParameters failed(BindingErrors errors) {
                        throw new AssertionError(errors.reason());
                    }
                });
    }

    static List<String> hints(String body) {
        return ((Binding.Bound) Binding.read(body.getBytes(StandardCharsets.UTF_8), "placeParams")).hints();
    }

    static BindingErrors failed(String body) {
        return failed(body.getBytes(StandardCharsets.UTF_8));
    }

    static BindingErrors failed(byte[] body) {
        return Binding.read(body, "placeParams").match(new Binding.Cases<>() {
            @Override
            public BindingErrors bound(OrderParameters parameters, List<String> hints) {
                throw new AssertionError("read as " + parameters);
            }

            @Override
            public BindingErrors failed(BindingErrors errors) {
                return errors;
            }
        });
    }
}
