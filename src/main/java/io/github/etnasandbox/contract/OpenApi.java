package io.github.etnasandbox.contract;

import io.github.etnasandbox.json.Schemas;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An OpenAPI 3.1 document while it is put together. Not thread-safe. */
public final class OpenApi {
    public static final String JSON = "application/json";

    private final Map<String, Object> info;
    private final List<Object> servers = new ArrayList<>();
    private final List<Object> tags = new ArrayList<>();
    private final Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    private final Schemas schemas = new Schemas();
    private final Map<String, Object> examples = new TreeMap<>();
    private final Map<String, Object> security = new LinkedHashMap<>();

    public OpenApi(String title, String version, String description) {
        info = Schemas.of("title", title, "version", version, "description", description);
    }

    /** Adds something that the specification has no member for; its name begins with {@code x-}. */
    public void extend(String name, Object value) {
        info.put(name, value);
    }

    /** Adds where the paths begin. The first one is where clients call. */
    public void server(String url, String description) {
        servers.add(Schemas.of("url", url, "description", description));
    }

    public void tag(String name, String description) {
        tags.add(Schemas.of("name", name, "description", description));
    }

    public void security(String name, Map<String, Object> scheme) {
        security.put(name, scheme);
    }

    public Schemas schemas() {
        return schemas;
    }

    /** Names an example, and refers to it. */
    public Map<String, Object> example(String name, Map<String, Object> example) {
        examples.put(name, example);
        return Schemas.of("$ref", "#/components/examples/" + name);
    }

    /**
     * Adds an operation.
     *
     * @param server where its path begins, null for where all others do
     */
    public void add(String method, String path, @Nullable String server, Map<String, Object> operation) {
        Map<String, Object> item = paths.computeIfAbsent(path, first -> new LinkedHashMap<>());
        if (server != null) {
            item.put("servers", List.of(Schemas.of("url", server)));
        }
        item.put(method.toLowerCase(Locale.ROOT), operation);
    }

    /** A parameter of an operation. Those of paths are always required. */
    public static Map<String, Object> parameter(
            String in, String name, boolean required, Map<String, Object> schema, String description) {
        return Schemas.of("name", name, "in", in, "required", required, "schema", schema, "description", description);
    }

    /** What a request's or an answer's body may be. */
    public static Map<String, Object> content(String mediaType, Map<String, Object> schema) {
        return Schemas.of(mediaType, Schemas.of("schema", schema));
    }

    public Map<String, Object> document() {
        Map<String, Object> components = Schemas.of(
                "schemas",
                schemas.all(),
                "examples",
                examples.isEmpty() ? null : examples,
                "securitySchemes",
                security);
        return Schemas.of(
                "openapi",
                "3.1.0",
                "info",
                info,
                "servers",
                servers,
                "tags",
                tags,
                "paths",
                paths,
                "components",
                components);
    }
}
