package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object with any names, and values of one kind. */
final class MapKind<V> extends Kind<Map<String, V>> {
    private final Kind<V> values;

    MapKind(String expected, Kind<V> values) {
        super(expected);
        this.values = values;
    }

    @Override
    public @Nullable Map<String, V> read(Cursor cursor) throws IOException {
        if (!cursor.isAt(JsonToken.START_OBJECT)) {
            return refuse(cursor);
        }
        Map<String, V> members = new LinkedHashMap<>();
        while (cursor.next() == JsonToken.FIELD_NAME) {
            String name = cursor.text();
            if (members.containsKey(name)) {
                cursor.problem("'" + name + "' appears twice in this object");
            }
            cursor.next();
            V value = values.read(cursor);
            if (value != null) {
                members.put(name, value);
            }
        }
        return members;
    }

    @Override
    public void write(Map<String, V> members, JsonObjectWriter json) {
        json.begin();
        members.forEach((name, value) -> values.write(value, json.name(name)));
        json.end();
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Schemas.of("type", "object", "additionalProperties", values.schema(schemas));
    }
}
