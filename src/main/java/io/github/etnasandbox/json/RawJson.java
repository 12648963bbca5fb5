package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Copies a JSON value nobody interprets: compact, its numbers digit by digit as they were written.
 */
public final class RawJson {
    private RawJson() {}

    /**
     * Copies the value the parser stands at and leaves the parser at the value's last token.
     *
     * @return the value as compact JSON text
     * @throws IOException when the text ends or is not JSON before the value is over
     */
    public static String copy(JsonParser parser) throws IOException {
        if (parser.currentToken().isNumeric()) {
            return parser.getText();
        }
        StringBuilder json = new StringBuilder();
        copyValue(parser, json);
        return json.toString();
    }

    private static void copyValue(JsonParser parser, StringBuilder json) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> copyObject(parser, json);
            case START_ARRAY -> copyArray(parser, json);
            case VALUE_STRING -> JsonText.quote(parser.getText(), json);
            default -> json.append(parser.getText());
        }
    }

    private static void copyObject(JsonParser parser, StringBuilder json) throws IOException {
        json.append('{');
        for (boolean first = true; parser.nextToken() == JsonToken.FIELD_NAME; first = false) {
            if (!first) {
                json.append(',');
            }
            JsonText.quote(parser.currentName(), json);
            parser.nextToken();
            copyValue(parser, json.append(':'));
        }
        json.append('}');
    }

    private static void copyArray(JsonParser parser, StringBuilder json) throws IOException {
        json.append('[');
        for (boolean first = true; parser.nextToken() != JsonToken.END_ARRAY; first = false) {
            if (!first) {
                json.append(',');
            }
            copyValue(parser, json);
        }
        json.append(']');
    }
}
