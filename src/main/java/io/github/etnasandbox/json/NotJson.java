package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/**
 * Why a text could not be read as JSON, and where.
 *
 * @param line line from 1
 * @param column column in characters from 1
 * @param explanation what is wrong there, without the parser's remarks about its own settings
 */
public record NotJson(int line, int column, String explanation) {

    /** Explains what a parser over a {@link Utf8Reader} threw. */
    public static NotJson of(IOException fault, JsonParser parser) {
        JsonLocation here = parser.currentLocation();
        if (fault instanceof Utf8Reader.NotUtf8Exception notUtf8) {
            return new NotJson(here.getLineNr(), notUtf8.column(), String.valueOf(notUtf8.getMessage()));
        }
        if (fault instanceof JsonParseException notJson) {
            JsonLocation place = notJson.getLocation();
            return new NotJson(place.getLineNr(), place.getColumnNr(), "not JSON: " + ofSyntax(notJson));
        }
        String message = fault instanceof JacksonException limit ? limit.getOriginalMessage() : fault.toString();
        return new NotJson(here.getLineNr(), here.getColumnNr(), firstLine(message));
    }

    private static String ofSyntax(JsonParseException e) {
        String message = firstLine(e.getOriginalMessage());
        return message.startsWith("Unexpected end-of-input") ? "it ends in the middle" : message;
    }

    /** The parser's further lines and parentheses are about its own settings. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse(message);
        int enable = line.indexOf(": enable `");
        if (enable >= 0) {
            return line.substring(0, enable);
        }
        int from = line.indexOf(", from `");
        return from < 0 ? line : line.substring(0, from) + ")";
    }
}
