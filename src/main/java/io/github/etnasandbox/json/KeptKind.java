package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value that the sandbox does not interpret but whose JSON type is documented, as it was written. */
class KeptKind extends Kind<String> {
    static final int TEXT = bit(JsonToken.VALUE_STRING);
    static final int NUMBER = bit(JsonToken.VALUE_NUMBER_INT) | bit(JsonToken.VALUE_NUMBER_FLOAT);
    static final int FLAG = bit(JsonToken.VALUE_TRUE) | bit(JsonToken.VALUE_FALSE);
    static final int ANYTHING = -1;

    private final int allowed;

    /** @param allowed the {@link #bit bits} of the tokens a value may start with */
    KeptKind(String expected, int allowed) {
        super(expected);
        this.allowed = allowed;
    }

    static int bit(JsonToken token) {
        return 1 << token.id();
    }

    @Override
    final boolean isInterpreted() {
        return false;
    }

    @Override
    public @Nullable String read(Cursor cursor) throws IOException {
        return (allowed & bit(cursor.parser().currentToken())) == 0
                ? refuse(cursor)
                : cursor.shared(JsonObjectWriter.copyOf(cursor.parser()));
    }

    @Override
    public void write(String value, JsonObjectWriter json) {
        json.raw(value);
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        if (allowed == ANYTHING) {
            return Schemas.of();
        }
        List<String> types = new ArrayList<>();
        add(types, "string", TEXT);
        add(types, allowed == bit(JsonToken.VALUE_NUMBER_INT) ? "integer" : "number", NUMBER);
        add(types, "boolean", FLAG);
        add(types, "object", bit(JsonToken.START_OBJECT));
        return Schemas.of("type", types.size() == 1 ? types.get(0) : types);
    }

    private void add(List<String> types, String type, int tokens) {
        if ((allowed & tokens) != 0) {
            types.add(type);
        }
    }
}
