package io.github.etnasandbox.api;

import io.github.etnasandbox.binding.Binding;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.order.OrderParameters;
import io.github.etnasandbox.order.OrderType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to place, preview or replace an order, as far as it was read without a refusal.
 *
 * @param hints what in it was ignored, each as a sentence for a person
 */
record OrderRequest(OrderParameters parameters, List<String> hints) {
    /** The framework's name of the body where an order is placed or its placement previewed (AutoShares' OpenAPI document). */
    static final String PLACE = "placeParams";

    /** The same where an order is replaced. */
    static final String REPLACE = "modifyParams";

    private static final double LARGEST = 1e12;

    /**
     * Reads the body.
     *
     * @throws Refused when it is not JSON, or says what cannot be
     */
    static OrderRequest read(Admission admission, String parameter) {
        OrderRequest body = bind(admission.request(), parameter);
        requireRange(body.parameters(), parameter);
        admission.checks().pass(Criterion.BODY, "the body can be read" + told(body.hints()));
        return body;
    }

    /** Binds the body. One without bytes has no properties, whatever media type it claims, as in the framework. */
    static OrderRequest bind(ApiRequest request, String parameter) {
        MediaType type = MediaType.of(request.headers());
        if (!request.content().isEmpty() && !type.isJson()) {
            throw new Refused(Answer.UNSUPPORTED_MEDIA_TYPE
                    .response("type", type.text())
                    .because(Criterion.BODY
                            .failed(type.complaint())
                            .withRemedy("send JSON, with Content-Type: application/json")));
        }
        Binding binding = Binding.read(request.content().bytes(), parameter);
        if (binding instanceof Binding.Bound bound) {
            return new OrderRequest(bound.parameters(), bound.hints());
        }
        Binding.Failed failed = (Binding.Failed) binding;
        throw new Refused(Answer.INVALID_BODY
                .response("errors", failed.modelState())
                .because(Criterion.BODY.failed(failed.reason())));
    }

    /** The documented ranges: a quantity is 0 or more. Beyond a trillion nothing is meant, and doubles get coarse. */
    private static void requireRange(OrderParameters parameters, String path) {
        require(parameters.quantity(), 0, path + ".Quantity");
        require(parameters.price(), -LARGEST, path + ".Price");
        require(parameters.stopPrice(), -LARGEST, path + ".StopPrice");
        List<OrderParameters> legs = Objects.requireNonNullElse(parameters.legs(), List.of());
        for (int i = 0; i < legs.size(); i++) {
            requireRange(legs.get(i), path + ".Legs[" + i + "]");
        }
    }

    private static void require(@Nullable Double value, double least, String key) {
        if (value != null && (value < least || value > LARGEST)) {
            throw new Refused(Answer.INVALID_BODY
                    .response("errors", "{\"" + key + "\":[\"An error has occurred.\"]}")
                    .because(Criterion.BODY.failed(key + " is " + JsonNumber.spell(value) + "; a number from "
                            + JsonNumber.spell(least) + " to " + JsonNumber.spell(LARGEST) + " is needed")));
        }
    }

    /** Nothing of what an order cannot be placed without is missing; what a group is made of, its legs say. */
    void requireToPlace(Admission admission) {
        List<String> missing = parameters.missingToPlace();
        List<OrderParameters> legs = parameters.legs();
        OrderType type = parameters.type();
        if (legs != null && !legs.isEmpty()) {
            boolean conditional = type != null && type.isConditional();
            missing.removeIf(name -> name.equals("Symbol") || (conditional && !name.equals("Type")));
            for (int i = 0; i < legs.size(); i++) {
                List<String> ofLeg = legs.get(i).missingToPlace();
                ofLeg.removeIf(name -> !conditional && name.equals("Type"));
                for (String name : ofLeg) {
                    missing.add("Legs[" + i + "]." + name);
                }
            }
        }
        require(missing, admission);
    }

    /** Nothing of what an order cannot be replaced without is missing. */
    void requireToReplace(Admission admission) {
        require(parameters.missingToReplace(), admission);
    }

    private void require(List<String> missing, Admission admission) {
        if (!missing.isEmpty()) {
            throw (admission.dialect().serverErrorNamed() ? Answer.MISSING_MEMBER : Answer.MISSING_MEMBER_UNNAMED)
                    .because(Criterion.BODY
                            .failed("the body has no " + String.join(", no ", missing) + told(hints))
                            .withRemedy("send " + String.join(" and ", missing) + " in the body"));
        }
        admission.checks().pass(Criterion.BODY, "nothing that is needed is missing");
    }

    private static String told(List<String> hints) {
        return hints.isEmpty() ? "" : "; " + String.join("; ", hints);
    }
}
