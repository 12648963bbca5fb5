package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Copies a JSON value nobody interprets: compact, its numbers digit by digit as they were written. */
public final class RawJson {
    private RawJson() {}

    /** Copies the value the parser stands at, and leaves the parser at the value's last token. */
    public static String copy(JsonParser parser) throws IOException {
        if (parser.currentToken().isNumeric()) {
            return parser.getText();
        }
        StringBuilder json = new StringBuilder();
        copyValue(parser, new JsonObjectWriter(json));
        return json.toString();
    }

    private static void copyValue(JsonParser parser, JsonObjectWriter json) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                json.begin();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    json.name(parser.currentName());
                    parser.nextToken();
                    copyValue(parser, json);
                }
                json.end();
            }
            case START_ARRAY -> {
                json.beginArray();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    copyValue(parser, json);
                }
                json.endArray();
            }
            case VALUE_STRING -> json.text(parser.getText());
            default -> json.raw(parser.getText());
        }
    }
}
