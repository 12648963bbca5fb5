package io.github.etnasandbox.api;

import io.github.etnasandbox.binding.Binding;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.venue.OrderParameters;
import io.github.etnasandbox.venue.OrderProperty;
import java.util.List;

/**
 * The body of a request to place, preview or replace an order.
 *
 * @param hints what was ignored in it, each a sentence for a person
 */
record OrderRequest(OrderParameters parameters, List<String> hints) {
    /** The framework's name of the body that places or previews an order (AutoShares' OpenAPI document). */
    static final String PLACE = "placeParams";

    /** The framework's name of the body that replaces an order. */
    static final String REPLACE = "modifyParams";

    private static final double LARGEST = Kinds.LARGEST_AMOUNT;

    /** Reads the body; refuses one that is not JSON, or holds a value that is not allowed. */
    static OrderRequest read(Admission admission, String parameter) {
        OrderRequest body = bind(admission.request(), parameter);
        requireRange(body.parameters(), parameter);
        admission.pass(Criterion.BODY, "the body can be read" + told(body.hints()));
        return body;
    }

    /** Binds the body. An empty one has no properties and needs no media type, as in the framework. */
    static OrderRequest bind(ApiRequest request, String parameter) {
        requireJson(request);
        Binding binding = Binding.read(request.content().bytes(), parameter);
        if (binding instanceof Binding.Bound bound) {
            return new OrderRequest(bound.parameters(), bound.hints());
        }
        Binding.Failed failed = (Binding.Failed) binding;
        throw Answer.INVALID_BODY
                .response("errors", failed.modelState())
                .refusal(Criterion.BODY.failed(failed.reason()));
    }

    /** Requires that a body, if there is one, is said to be what the API reads. */
    static void requireJson(ApiRequest request) {
        if (!request.content().isEmpty()) {
            requireJson(mediaType(request.headers()));
        }
    }

    /** The media type without its parameters; empty when there is none. */
    private static String mediaType(Headers headers) {
        String value = headers.first("Content-Type");
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).trim();
    }

    /** Requires a media type that the API reads (reference, Consumes). A body without one is taken for JSON. */
    private static void requireJson(String type) {
        if (!type.isEmpty() && !type.equalsIgnoreCase("application/json") && !type.equalsIgnoreCase("text/json")) {
            String advice = type.equalsIgnoreCase("application/x-www-form-urlencoded")
                    ? " (curl's -d sends the other by itself: add -H 'Content-Type: application/json')"
                    : "";
            throw Answer.UNSUPPORTED_MEDIA_TYPE
                    .response("type", type)
                    .refusal(Criterion.BODY
                            .failed("header Content-Type is '" + type + "'; application/json is needed" + advice)
                            .withRemedy("send JSON, with Content-Type: application/json"));
        }
    }

    /** Refuses a body because of one member. */
    static Refused invalid(String key, Check failed) {
        return Answer.INVALID_BODY
                .response("errors", "{\"" + key + "\":[\"An error has occurred.\"]}")
                .refusal(failed);
    }

    /**
     * Requires the documented range: a quantity is 0 or more. Beyond a trillion every number is a slip, and doubles get coarse.
     */
    private static void requireRange(OrderParameters parameters, String path) {
        requireRange(parameters, OrderProperty.QUANTITY, 0, path);
        requireRange(parameters, OrderProperty.PRICE, -LARGEST, path);
        requireRange(parameters, OrderProperty.STOP_PRICE, -LARGEST, path);
        List<OrderParameters> legs = parameters.get(OrderProperty.LEGS, List.of());
        for (int i = 0; i < legs.size(); i++) {
            requireRange(legs.get(i), path + ".Legs[" + i + "]");
        }
    }

    private static void requireRange(
            OrderParameters parameters, OrderProperty<Double> property, double least, String path) {
        double value = parameters.get(property, 0.0);
        if (value < least || value > LARGEST) {
            String key = path + "." + property.word();
            throw invalid(
                    key,
                    Criterion.BODY.failed(key + " is " + JsonNumber.spell(value) + "; a number from "
                            + JsonNumber.spell(least) + " to " + JsonNumber.spell(LARGEST) + " is needed"));
        }
    }

    /** Requires the mandatory members of a new order. When it has legs, each leg must have some of them instead. */
    void requireToPlace(Admission admission) {
        List<String> missing = parameters.missingToPlace();
        List<OrderParameters> legs = parameters.get(OrderProperty.LEGS, List.of());
        if (!legs.isEmpty()) {
            boolean conditional =
                    parameters.get(OrderProperty.TYPE, OrderType.MARKET).isConditional();
            missing.removeIf(name -> !name.equals("Type"));
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

    /** Requires the mandatory members of a replacement. */
    void requireToReplace(Admission admission) {
        boolean complete = Difference.REPLACEMENT_COMPLETE.in(admission.dialect());
        require(complete ? parameters.missingToReplace() : List.of(), admission);
    }

    private void require(List<String> missing, Admission admission) {
        if (!missing.isEmpty()) {
            throw Difference.MISSING_MEMBER
                    .in(admission.dialect())
                    .refusal(Criterion.BODY
                            .failed("the body has no " + String.join(", no ", missing) + told(hints))
                            .withRemedy("send " + String.join(" and ", missing) + " in the body"));
        }
        admission.pass(Criterion.BODY, "nothing that is needed is missing");
    }

    private static String told(List<String> hints) {
        return hints.isEmpty() ? "" : "; " + String.join("; ", hints);
    }
}
