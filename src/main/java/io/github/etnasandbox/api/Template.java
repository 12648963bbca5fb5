package io.github.etnasandbox.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.Schemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The template of an answer, read as JSON to see which members the answer has. */
final class Template {
    /** Braces outside of quotes, where JSON stands in their place. */
    private static final Pattern BRACES = Pattern.compile("(?<=[:,\\[])\\{([a-z]+)}");

    private static final String MARK = "\u0000";

    private final String json;
    private final Function<String, Map<String, Object>> filledIn;

    /** @param filledIn the schema of what stands in the place of a word in braces */
    Template(String template, Function<String, Map<String, Object>> filledIn) {
        this.json = BRACES.matcher(template).replaceAll(braces -> "\"\\\\u0000" + braces.group(1) + "\"");
        this.filledIn = filledIn;
    }

    Map<String, Object> schema() {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return schema(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(JsonText.quote(json) + " is no template of JSON", e);
        }
    }

    private Map<String, Object> schema(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> {
                String text = parser.getText();
                yield text.startsWith(MARK)
                        ? filledIn.apply(text.substring(MARK.length()))
                        : Schemas.of("type", "string");
            }
            case VALUE_NUMBER_INT -> Schemas.of("type", "integer", "format", "int32");
            case VALUE_TRUE, VALUE_FALSE -> Schemas.of("type", "boolean");
            default -> Schemas.of(); // null: nothing tells what else it could be
        };
    }

    private Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> others = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Map<String, Object> value = schema(parser);
            if (name.startsWith("{")) {
                others = value;
            } else {
                properties.put(name, value);
            }
        }
        return others == null
                ? Schemas.object(properties, List.copyOf(properties.keySet()), false)
                : Schemas.of("type", "object", "additionalProperties", others);
    }

    private Map<String, Object> array(JsonParser parser) throws IOException {
        List<Map<String, Object>> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(schema(parser));
        }
        return Schemas.of("type", "array", "items", items.isEmpty() ? Schemas.of() : items.get(0));
    }
}
