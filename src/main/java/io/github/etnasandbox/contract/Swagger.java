package io.github.etnasandbox.contract;

import io.github.etnasandbox.json.Schemas;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document as Swagger 2.0, which has fewer words: examples are left out, and of a schema what the older edition
 * cannot say. Credentials are header parameters, as in the broker's own document.
 */
public final class Swagger {
    private static final Set<String> UNSAID = Set.of("if", "else", "anyOf");

    private Swagger() {}

    /**
     * Says what a document says.
     *
     * @param base where the paths begin
     */
    public static Map<String, Object> of(OpenApi document, URI base) {
        Map<String, Object> openApi = document.document();
        Map<String, Object> components = object(openApi.get("components"));
        Map<String, Object> paths = new LinkedHashMap<>();
        object(openApi.get("paths")).forEach((path, item) -> paths.put(path, item(object(item))));
        Map<String, Object> definitions = new LinkedHashMap<>();
        object(components.get("schemas")).forEach((name, schema) -> definitions.put(name, schema(object(schema))));
        return Schemas.of(
                "swagger",
                "2.0",
                "info",
                openApi.get("info"),
                "host",
                base.getAuthority(),
                "basePath",
                base.getPath().isEmpty() ? "/" : base.getPath(),
                "schemes",
                List.of(base.getScheme()),
                "paths",
                paths,
                "definitions",
                definitions);
    }

    private static Map<String, Object> item(Map<String, Object> item) {
        Map<String, Object> operations = new LinkedHashMap<>();
        item.forEach((method, operation) -> operations.put(method, operation(object(operation))));
        return operations;
    }

    private static Map<String, Object> operation(Map<String, Object> operation) {
        List<Object> parameters = new ArrayList<>();
        for (Object parameter : list(operation.get("parameters"))) {
            parameters.add(parameter(object(parameter)));
        }
        credentials(operation, parameters);
        Object body = operation.get("requestBody");
        if (body != null) {
            parameters.add(Schemas.of(
                    "name", "body", "in", "body", "required", true, "schema", schema(content(object(body)))));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        object(operation.get("responses")).forEach((status, response) -> {
            Map<String, Object> told = object(response);
            Map<String, Object> schema = content(told);
            responses.put(
                    status,
                    Schemas.of(
                            "description",
                            told.get("description"),
                            "schema",
                            schema.isEmpty() ? null : schema(schema)));
        });
        return Schemas.of(
                "operationId",
                operation.get("operationId"),
                "tags",
                operation.get("tags"),
                "summary",
                operation.get("summary"),
                "consumes",
                body == null ? null : List.of(OpenApi.JSON, "text/json"),
                "produces",
                List.of(OpenApi.JSON, "text/json"),
                "parameters",
                parameters.isEmpty() ? null : parameters,
                "responses",
                responses);
    }

    /** A token that only some requests need is optional. */
    private static void credentials(Map<String, Object> operation, List<Object> parameters) {
        List<Object> alternatives = list(operation.get("security"));
        if (!alternatives.isEmpty()) {
            parameters.add(header("Et-App-Key", true));
            boolean takesToken =
                    alternatives.stream().anyMatch(each -> object(each).size() > 1);
            if (takesToken) {
                parameters.add(header("Authorization", alternatives.size() == 1));
            }
        }
    }

    private static Map<String, Object> header(String name, boolean required) {
        return Schemas.of("name", name, "in", "header", "required", required, "type", "string");
    }

    private static Map<String, Object> parameter(Map<String, Object> parameter) {
        Map<String, Object> flat = new LinkedHashMap<>(parameter);
        flat.putAll(schema(object(flat.remove("schema"))));
        flat.put("description", parameter.get("description"));
        return flat;
    }

    /** The schema of the one media type that a body has; empty when there is no body. */
    private static Map<String, Object> content(Map<String, Object> body) {
        for (Object mediaType : object(body.get("content")).values()) {
            return object(object(mediaType).get("schema"));
        }
        return Map.of();
    }

    private static Map<String, Object> schema(Map<String, Object> schema) {
        Map<String, Object> said = new LinkedHashMap<>();
        schema.forEach((name, value) -> {
            if (name.equals("$ref")) {
                said.put(name, value.toString().replace("#/components/schemas/", "#/definitions/"));
            } else if (name.equals("exclusiveMinimum")) {
                said.put("minimum", value);
                said.put(name, true);
            } else if (name.equals("properties")) {
                Map<String, Object> properties = new LinkedHashMap<>();
                object(value).forEach((member, of) -> properties.put(member, schema(object(of))));
                said.put(name, properties);
            } else if (value instanceof Map<?, ?> && !UNSAID.contains(name)) {
                said.put(name, schema(object(value)));
            } else if (!UNSAID.contains(name) && !(name.equals("type") && value instanceof List)) {
                said.put(name, value);
            }
        });
        return said;
    }

    @SuppressWarnings("unchecked") // what OpenApi puts together has texts as names
    private static Map<String, Object> object(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked") // the same
    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }
}
