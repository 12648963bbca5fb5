package io.github.etnasandbox.api;

import io.github.etnasandbox.binding.Binding;
import io.github.etnasandbox.contract.OpenApi;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.venue.OrderParameters;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.WorldSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes what requests to the API may have in their path, query, head and body. */
final class ApiParameters {
    private final Dialect dialect;
    private final Schemas schemas;

    ApiParameters(Dialect dialect, Schemas schemas) {
        this.dialect = dialect;
        this.schemas = schemas;
    }

    List<Map<String, Object>> of(Route route) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (String segment : route.segments()) {
            if (segment.startsWith("{")) {
                parameters.add(inPath(segment.substring(1, segment.length() - 1)));
            }
        }
        ApiOperation operation = ApiOperation.of(route);
        for (QueryParameter parameter : QueryParameter.of(operation)) {
            boolean required = route.requiredQuery().in(dialect).contains(parameter.word());
            parameters.add(OpenApi.parameter(
                    "query", parameter.word(), required, parameter.kind().schema(schemas), parameter.description()));
        }
        if (operation == ApiOperation.REQUEST_TOKEN) {
            for (RequestToken.Header header : RequestToken.Header.values()) {
                parameters.add(OpenApi.parameter(
                        "header", header.word(), false, Kinds.TEXT.schema(schemas), header.description()));
            }
        }
        return parameters;
    }

    private Map<String, Object> inPath(String name) {
        Map<String, Object> text = Schemas.of("type", "string");
        Map<String, Object> number = Kinds.INT32.schema(schemas);
        return switch (name) {
            case "userId" -> inPath(name, text, "The id of a user; @me is the token's user");
            case "symbol" -> inPath(name, text, "The symbol of a security");
            case "orderId" -> inPath(name, number, "The id of an order");
            default -> inPath(name, number, "The id of an account");
        };
    }

    private static Map<String, Object> inPath(String name, Map<String, Object> schema, String description) {
        return OpenApi.parameter("path", name, true, schema, description);
    }

    /** Members are read in any letter case, and numbers also as texts; the documented form is described. */
    Map<String, Object> body(ApiOperation operation) {
        if (!operation.takesOrder()) {
            return body(ConsolidatedOrders.schema(schemas));
        }
        boolean replaces = operation.replaces();
        String name = replaces ? "ModifyParams" : "PlaceParams";
        Map<String, Object> schema = schemas.named(name, () -> {
            Map<String, Object> properties = Binding.properties(schemas);
            return replaces
                    ? Schemas.object(properties, toReplace(), true)
                    : toPlace(Schemas.object(properties, List.of("Type"), true));
        });
        return body(schema);
    }

    private static Map<String, Object> body(Map<String, Object> schema) {
        return Schemas.of("required", true, "content", OpenApi.content(OpenApi.JSON, schema));
    }

    private List<String> toReplace() {
        return Difference.REPLACEMENT_COMPLETE.in(dialect) ? OrderParameters.NONE.missingToReplace() : List.of();
    }

    /** An order with legs has the other mandatory members there. */
    private static Map<String, Object> toPlace(Map<String, Object> schema) {
        Map<String, Object> some = Schemas.of("Legs", Schemas.of("minItems", 1));
        schema.put("if", Schemas.of("properties", some, "required", List.of("Legs")));
        schema.put("else", Schemas.of("required", OrderParameters.NONE.missingToPlace()));
        return schema;
    }

    /** The header fields of an answer, besides those of every one. */
    @Nullable Map<String, Object> headers(Answer answer, Route route, WorldSettings settings) {
        Map<String, Object> headers = Schemas.of();
        if (answer.status() == 401) {
            headers.put("WWW-Authenticate", header("string", "The challenge, Bearer"));
        }
        if (route.limit() != null
                && RateStanding.areLimited(settings)
                && !answer.equals(Difference.APP_KEY_REFUSED.in(dialect))) {
            headers.put("X-RateLimit-Limit", header("integer", "How many requests a minute takes"));
            headers.put("X-RateLimit-Remaining", header("integer", "How many are left"));
            headers.put("X-RateLimit-Reset", header("integer", "When the minute ends, in seconds since 1970"));
        }
        if (answer == Answer.TOO_MANY_REQUESTS) {
            headers.put("Retry-After", header("integer", "How many seconds to wait"));
        }
        if (answer.status() >= 400 && settings.reasons()) {
            headers.put("Sandbox-Reason", header("string", "Why, in a sentence; only the sandbox sends it"));
        }
        return headers.isEmpty() ? null : headers;
    }

    private static Map<String, Object> header(String type, String description) {
        return Schemas.of("description", description, "schema", Schemas.of("type", type));
    }
}
