package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts by name. Numbers and flags become texts, as Json.NET has it; one that is null is absent. */
final class InstructionsKind extends Kind {
    InstructionsKind() {
        super("an object of texts");
    }

    @Override
    @Nullable Object read(Body body) throws IOException {
        if (body.token() != JsonToken.START_OBJECT) {
            return null;
        }
        Map<String, String> instructions = new LinkedHashMap<>();
        while (body.next() == JsonToken.FIELD_NAME) {
            String name = body.text();
            JsonToken value = body.next();
            if (value == JsonToken.VALUE_NULL) {
                instructions.remove(name);
            } else if (value.isScalarValue()) {
                instructions.put(name, body.text());
            } else {
                body.wrong("must be a text, found " + body.found());
            }
        }
        return Collections.unmodifiableMap(instructions);
    }
}
