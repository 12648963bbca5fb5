package io.github.etnasandbox.api;

import io.github.etnasandbox.binding.Binding;
import io.github.etnasandbox.binding.BindingErrors;
import io.github.etnasandbox.order.OrderParameters;
import java.util.List;

/**
 * What the body of a request says about an order, or why the framework would refuse it.
 */
final class OrderBody {
    /** The framework's name of the body where an order is placed or its placement previewed (AutoShares' OpenAPI document). */
    static final String PLACE = "placeParams";

    /** The same where an order is replaced. */
    static final String REPLACE = "modifyParams";

    private OrderBody() {}

    /** What to do with each outcome. */
    interface Cases<R> {
        /** The body can be read. */
        R read(OrderParameters parameters, List<String> hints);

        /** The request says that its body is something else than JSON: 415. */
        R notJson(String mediaType, String reason);

        /** The body is not JSON, or its properties hold what they cannot: 422. */
        R invalid(String modelState, String reason);
    }

    /** Reads the body. One without bytes has no properties, whatever media type it claims, as in the framework. */
    static <R> R read(ApiRequest request, String parameter, Cases<R> cases) {
        MediaType type = MediaType.of(request.headers());
        if (!request.content().isEmpty() && !type.isJson()) {
            return cases.notJson(type.text(), type.complaint());
        }
        return Binding.read(request.content().bytes(), parameter).match(new Binding.Cases<>() {
            @Override
            public R bound(OrderParameters parameters, List<String> hints) {
                return cases.read(parameters, hints);
            }

            @Override
            public R failed(BindingErrors errors) {
                return cases.invalid(errors.modelState(), errors.reason());
            }
        });
    }
}
