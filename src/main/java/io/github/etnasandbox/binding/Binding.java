package io.github.etnasandbox.binding;

import io.github.etnasandbox.order.OrderParameters;
import java.util.List;

/**
 * What became of a body that should say what order is meant: its parameters, or what is wrong with it.
 *
 * <p>Read as ASP.NET Web API and Json.NET read it: names of properties and words in any letter case, of a property that
 * is there twice the last one, unknown properties ignored, numbers also as texts. Unlike Json.NET it takes nothing that is
 * not JSON, such as comments and single quotes.
 */
public sealed interface Binding {

    /**
     * Reads a body. Never throws, whatever the bytes are.
     *
     * @param body the bytes; none, and the JSON {@code null}, stand for an object without properties
     */
    static Binding read(byte[] body, String parameter) {
        return Body.read(body, parameter);
    }

    /** Picks what to do by the case at hand. */
    <R> R match(Cases<R> cases);

    /** The cases. */
    interface Cases<R> {
        /** The body has the form of an order. */
        R bound(OrderParameters parameters, List<String> hints);

        /** The body is no JSON object, or some of its properties hold what they cannot. */
        R failed(BindingErrors errors);
    }

    /** See {@link Cases#bound}. */
    record Bound(OrderParameters parameters, List<String> hints) implements Binding {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.bound(parameters, hints);
        }
    }

    /** See {@link Cases#failed}. */
    record Failed(BindingErrors errors) implements Binding {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failed(errors);
        }
    }
}
