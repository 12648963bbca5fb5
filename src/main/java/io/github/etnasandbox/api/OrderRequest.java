package io.github.etnasandbox.api;

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
    private static final double LARGEST = 1e12;

    /**
     * Reads the body.
     *
     * @throws Refused when it is not JSON, or says what cannot be
     */
    static OrderRequest read(Admission admission, String parameter) {
        return OrderBody.read(admission.request(), parameter, new OrderBody.Cases<>() {
            @Override
            public OrderRequest read(OrderParameters parameters, List<String> hints) {
                requireRange(parameters, parameter);
                admission.checks().pass(Criterion.BODY, "the body can be read" + told(hints));
                return new OrderRequest(parameters, hints);
            }

            @Override
            public OrderRequest notJson(String mediaType, String reason) {
                throw new Refused(Answer.UNSUPPORTED_MEDIA_TYPE
                        .response("type", mediaType)
                        .because(Criterion.BODY
                                .failed(reason)
                                .withRemedy("send JSON, with Content-Type: application/json")));
            }

            @Override
            public OrderRequest invalid(String modelState, String reason) {
                throw new Refused(
                        Answer.INVALID_BODY.response("errors", modelState).because(Criterion.BODY.failed(reason)));
            }
        });
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
