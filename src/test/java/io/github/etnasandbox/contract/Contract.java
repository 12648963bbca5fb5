package io.github.etnasandbox.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.etnasandbox.binding.Binding;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.venue.OrderParameters;
import io.github.etnasandbox.venue.OrderProperty;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A served contract, and what exchanges have that it does not allow. Safe for use by many threads. */
final class Contract {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Set<String> METHODS = Set.of("get", "head", "put", "post", "delete");

    /** An operation of the document, and the paths it is for. */
    record Operation(String method, String path, Pattern paths, JsonNode told) {
        String id() {
            return told.get("operationId").asText();
        }

        boolean isOfApi() {
            return !path.startsWith("/sandbox") && !path.startsWith("/worlds");
        }

        @Nullable JsonNode response(int status) {
            JsonNode responses = told.get("responses");
            return responses.has(Integer.toString(status))
                    ? responses.get(Integer.toString(status))
                    : responses.get("default");
        }
    }

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<JsonNode, JsonSchema> schemas = new ConcurrentHashMap<>();

    Contract(String json) {
        document = read(json).orElseThrow();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(member -> {
                    if (METHODS.contains(member.getKey())) {
                        operations.add(new Operation(
                                member.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                pattern(path.getKey()),
                                member.getValue()));
                    }
                }));
    }

    private static Pattern pattern(String path) {
        String paths =
                Pattern.quote(path).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q").replace("/v1.0/", "/\\Ev0*1(\\.0)?\\Q/");
        return Pattern.compile(paths + "/?", Pattern.CASE_INSENSITIVE);
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(each -> each.method().equals(method)
                        && each.paths().matcher(path).matches())
                .findFirst();
    }

    /** What is wrong with an answer, one line each. */
    List<String> wrongWith(Operation operation, int status, @Nullable String mediaType, String body) {
        JsonNode response = operation.response(status);
        if (response == null) {
            boolean ofStore = status == 503 && body.isEmpty(); // which no API has
            return ofStore ? List.of() : List.of("status " + status + " is not documented");
        }
        JsonNode content = response.get("content");
        if (body.isEmpty() || operation.method().equals("HEAD")) {
            boolean needsNone = content == null
                    || operation.method().equals("HEAD")
                    || (status == 500 && !operation.isOfApi()); // where the sandbox itself fails
            return needsNone ? List.of() : List.of("the answer has no body");
        }
        if (content == null) {
            return List.of("the answer has a body");
        }
        String type = content.fieldNames().next();
        List<String> wrong = new ArrayList<>();
        if (mediaType == null
                || !mediaType.replace("text/json", "application/json").startsWith(type)) {
            wrong.add("the answer is " + mediaType + ", not " + type);
        }
        Optional<JsonNode> read = read(body);
        if (read.isEmpty()) {
            wrong.add("the answer is no JSON");
        } else {
            wrong.addAll(problems(content.get(type).get("schema"), read.get()));
        }
        return wrong;
    }

    /** What is wrong with the body of a request. */
    List<String> wrongWithRequest(Operation operation, String body) {
        JsonNode expected = operation.told().get("requestBody");
        if (expected == null) {
            return List.of(); // which is ignored
        }
        if (body.isEmpty()) {
            return expected.get("required").asBoolean() ? List.of("the request has no body") : List.of();
        }
        JsonNode schema = expected.get("content").get("application/json").get("schema");
        if (operation.path().endsWith("/orders/consolidated")) {
            // More is read than documented here, too; what is in the documented spelling is checked.
            return read(body)
                    .filter(sent -> sent.has("AccountIds"))
                    .map(sent -> problems(schema, sent))
                    .orElse(List.of());
        }
        return operation.isOfApi()
                ? problems(schema, spelt(body))
                : read(body).map(sent -> problems(schema, sent)).orElse(List.of("the request is no JSON"));
    }

    /** What a body of the API means, in the documented spelling: more is read than documented, such as any letter case. */
    private static JsonNode spelt(String body) {
        return Binding.read(body.getBytes(StandardCharsets.UTF_8), "body") instanceof Binding.Bound bound
                ? read(spelt(bound.parameters())).orElseThrow()
                : JSON.createObjectNode();
    }

    private static String spelt(OrderParameters order) {
        return JsonObjectWriter.spell(json -> {
            for (OrderProperty<?> property : OrderProperty.ALL) {
                Object value = order.get(property);
                if (value instanceof OrderProperty.ExecInsts instructions) {
                    json.raw(property.word(), instructions.json());
                } else if (property.equals(OrderProperty.LEGS)) {
                    List<OrderParameters> legs = order.get(OrderProperty.LEGS, List.of());
                    json.raw(
                            property.word(),
                            legs.stream().map(Contract::spelt).toList().toString());
                } else if (value != null) {
                    json.value(property.word(), value);
                }
            }
        });
    }

    List<String> problems(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private JsonSchema compiled(JsonNode schema) {
        ObjectNode whole = JSON.createObjectNode();
        whole.setAll((ObjectNode) schema.deepCopy());
        whole.set("components", JSON.createObjectNode().set("schemas", document.at("/components/schemas")));
        return SCHEMAS.getSchema(whole);
    }

    static Optional<JsonNode> read(String json) {
        try {
            return Optional.of(JSON.readTree(json));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
