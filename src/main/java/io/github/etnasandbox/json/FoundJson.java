package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What was found where something else, or JSON at all, should have been: in a few words for a person.
 */
public final class FoundJson {
    private static final int MOST_SHOWN = 60;

    private FoundJson() {}

    /**
     * Describes the value the parser stands at, and leaves the parser there.
     *
     * @param parser a parser standing at a value
     * @return such as {@code an object} or {@code "PT2S"}; a long text is cut
     * @throws IOException when the text ends or is not JSON before the value is over
     */
    public static String describe(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return "an object";
        }
        if (token == JsonToken.START_ARRAY) {
            return "an array";
        }
        String text = parser.getText();
        String shown = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
        return token == JsonToken.VALUE_STRING ? JsonText.quote(shown) : shown;
    }

    /**
     * Says why a text could not be read as JSON.
     *
     * @param fault what the parser met
     * @return what it is, without its place
     */
    public static String complaint(JsonProcessingException fault) {
        String message = firstLine(fault.getOriginalMessage());
        if (!(fault instanceof JsonParseException)) {
            return message;
        }
        return "not JSON: " + (message.startsWith("Unexpected end-of-input") ? "it ends in the middle" : message);
    }

    /** The parser's further lines and parentheses are about its own settings. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse(message);
        int from = line.indexOf(", from `");
        return from < 0 ? line : line.substring(0, from) + ")";
    }
}
