package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.util.regex.Pattern;

/** Where in a body something is, as Json.NET spells it: {@code .Legs[0].Side}, the names as they were sent. */
final class JsonPath {
    private static final Pattern PLAIN =
            Pattern.compile("[^. '/\"\\[\\]()\\t\\n\\r\\f\\x08\\\\\\u0085\\u2028\\u2029]*");

    private JsonPath() {}

    static String of(JsonStreamContext context) {
        StringBuilder path = new StringBuilder();
        for (JsonStreamContext at = context; at != null; at = at.getParent()) {
            path.insert(0, segment(at));
        }
        return path.toString();
    }

    /** Nothing where the array or object has just begun. */
    private static String segment(JsonStreamContext at) {
        if (at.inArray()) {
            return at.hasCurrentIndex() ? "[" + at.getCurrentIndex() + "]" : "";
        }
        String name = at.getCurrentName();
        if (!at.inObject() || name == null) {
            return "";
        }
        return PLAIN.matcher(name).matches()
                ? "." + name
                : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }
}
