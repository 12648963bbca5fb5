package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An array, of whose values those that are not allowed are left out. */
final class ListKind<V> extends Kind<List<V>> {
    private final Kind<V> element;
    private final int most;

    /** @param most how many values there may be; all that are beyond are one problem */
    ListKind(String expected, Kind<V> element, int most) {
        super(expected);
        this.element = element;
        this.most = most;
    }

    @Override
    public @Nullable List<V> read(Cursor cursor) throws IOException {
        if (!cursor.isAt(JsonToken.START_ARRAY)) {
            return refuse(cursor);
        }
        List<V> values = new ArrayList<>();
        for (int index = 0; cursor.next() != JsonToken.END_ARRAY; index++) {
            V value = index < most ? element.read(cursor) : tooMany(cursor, index);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable V tooMany(Cursor cursor, int index) throws IOException {
        if (index == most) {
            cursor.problem("is one more than the " + most + " that may be here");
        }
        cursor.skipValue();
        return null;
    }

    @Override
    public void write(List<V> values, JsonObjectWriter json) {
        json.beginArray();
        for (V value : values) {
            element.write(value, json);
        }
        json.endArray();
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Schemas.of(
                "type", "array", "items", element.schema(schemas), "maxItems", most == Integer.MAX_VALUE ? null : most);
    }
}
