package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the small bodies that are an object with one text. */
final class TextMember {
    private static final JsonFactory FACTORY = new JsonFactory();

    private TextMember() {}

    /**
     * Reads the text.
     *
     * @throws Problem when the body is anything else
     */
    static String read(byte[] body, String member) {
        try (JsonParser json = FACTORY.createParser(body)) {
            boolean right = json.nextToken() == JsonToken.START_OBJECT
                    && json.nextToken() == JsonToken.FIELD_NAME
                    && json.currentName().equals(member)
                    && json.nextToken() == JsonToken.VALUE_STRING;
            String text = right ? json.getText() : "";
            if (right && json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null) {
                return text;
            }
            throw wrong(member, json);
        } catch (JsonParseException e) {
            throw Problem.of(
                    422,
                    "Unprocessable Content",
                    "the body is not JSON at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem wrong(String member, JsonParser json) {
        return Problem.of(
                422,
                "Unprocessable Content",
                "the body must be an object with the one member \"" + member
                        + "\", a text; something else stands at line "
                        + json.currentTokenLocation().getLineNr() + ", column "
                        + json.currentTokenLocation().getColumnNr());
    }
}
