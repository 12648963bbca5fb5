package io.github.etnasandbox.api;

import java.util.List;
import java.util.Locale;

/**
 * What a request says its body is.
 *
 * @param text type and subtype in the sender's letter case, without parameters; empty when nothing was said
 */
record MediaType(String text) {

    static MediaType of(Headers headers) {
        List<String> sent = headers.all("Content-Type");
        String value = sent.isEmpty() ? "" : sent.get(0);
        int parameters = value.indexOf(';');
        return new MediaType((parameters < 0 ? value : value.substring(0, parameters)).trim());
    }

    /** Whether the API reads such a body (reference, Consumes). One that says nothing is taken at its best. */
    boolean isJson() {
        String type = text.toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals("application/json") || type.equals("text/json");
    }

    /** Says what would be right. */
    String complaint() {
        return "header Content-Type is '" + text + "'; application/json is needed"
                + (text.equalsIgnoreCase("application/x-www-form-urlencoded")
                        ? " (curl's -d sends the other by itself: add -H 'Content-Type: application/json')"
                        : "");
    }
}
