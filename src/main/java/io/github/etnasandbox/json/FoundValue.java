package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** How a message shows a value that is not what it should be. */
public final class FoundValue {
    private static final int MOST_SHOWN = 60;

    private FoundValue() {}

    /**
     * Describes the value that a parser stands at, for a person.
     *
     * @return {@code an object}, {@code an array}, or the scalar as JSON has it, cut after 60 characters
     * @throws IOException when the scalar itself is not JSON
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
}
