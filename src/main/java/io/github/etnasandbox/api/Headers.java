package io.github.etnasandbox.api;

import io.github.etnasandbox.journal.HeaderField;
import java.util.ArrayList;
import java.util.List;

/** The header fields of a request, as they came. Immutable. */
public record Headers(List<HeaderField> fields) {

    public Headers {
        fields = List.copyOf(fields);
    }

    /**
     * Every value of a field, in the order they were sent. The letter case of the name does not matter (RFC 9110, 5.1).
     */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(1);
        for (HeaderField field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                values.add(field.value());
            }
        }
        return values;
    }

    /** The first value of a field; empty when the field was not sent. */
    String first(String name) {
        return all(name).stream().findFirst().orElse("");
    }
}
