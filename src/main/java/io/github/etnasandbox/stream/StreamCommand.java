package io.github.etnasandbox.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.world.Dialect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client says: an object with a {@code Cmd}. Keys may be a number, as one public client sends them, and what a command
 * does not need is not looked at. AutoShares' own form, {@code {"Subscribe": {"EntityType": …, "Keys": […]}}}, is understood in
 * its dialect.
 *
 * @param members the members that are texts or numbers, as they were sent
 * @param needsSession whether the client must name its session
 */
record StreamCommand(String name, Map<String, String> members, boolean needsSession) {
    static final String SUBSCRIBE = "Subscribe.txt";
    static final String UNSUBSCRIBE = "Unsubscribe.txt";
    private static final String SESSION = "SessionId";
    private static final String KEYS = "Keys";
    private static final String ENTITY_TYPE = "EntityType";
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads what was sent; null when it is no command at all, such as a greeting. */
    static @Nullable StreamCommand read(String text, Dialect dialect) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            String first = parser.nextFieldName();
            boolean isNested = ("Subscribe".equals(first) || "Unsubscribe".equals(first))
                    && dialect == Dialect.AUTOSHARES
                    && parser.nextToken() == JsonToken.START_OBJECT;
            if (isNested) {
                readMembers(parser, parser.nextFieldName(), members);
                return new StreamCommand(first + ".txt", members, false);
            }
            readMembers(parser, first, members);
        } catch (IOException noJson) {
            return null;
        }
        String name = members.get("Cmd");
        return name == null ? null : new StreamCommand(name, members, true);
    }

    private static void readMembers(JsonParser parser, @Nullable String first, Map<String, String> to)
            throws IOException {
        for (String name = first; name != null; name = parser.nextFieldName()) {
            JsonToken value =
                    parser.currentToken() == JsonToken.FIELD_NAME ? parser.nextToken() : parser.currentToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                to.put(name, parser.getText());
            } else if (value == JsonToken.START_ARRAY) {
                List<String> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(parser.getText());
                    parser.skipChildren();
                }
                to.put(name, String.join(";", elements));
            } else {
                parser.skipChildren();
            }
        }
    }

    String session() {
        return members.getOrDefault(SESSION, "");
    }

    String entityType() {
        return members.getOrDefault(ENTITY_TYPE, "");
    }

    /** What is meant: several keys are joined with semicolons. */
    List<String> keys() {
        return Arrays.stream(members.getOrDefault(KEYS, "").split(";", -1))
                .map(String::trim)
                .toList();
    }

    /** Spells the answer: the command's own members, after an error that there was. */
    String answer(@Nullable String problem, boolean reasons) {
        MessageText text = MessageText.command(name);
        if (problem != null) {
            text.text("StatusCode", "Error");
        }
        for (String member : List.of(SESSION, KEYS, ENTITY_TYPE, "HttpClientType")) {
            if (members.containsKey(member)) {
                text.text(member, members.get(member));
            }
        }
        return problem != null && reasons ? text.text("Reason", problem).end() : text.end();
    }
}
