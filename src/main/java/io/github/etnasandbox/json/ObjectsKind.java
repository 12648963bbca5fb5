package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array of objects that are only read, and go on knowing their places. */
public class ObjectsKind<T> extends Kind<List<Found<T>>> {
    private final Shape<T> shape;

    protected ObjectsKind(Shape<T> shape) {
        super("an array of objects");
        this.shape = shape;
    }

    @Override
    public final @Nullable List<Found<T>> read(Cursor cursor) throws IOException {
        if (!cursor.isAt(JsonToken.START_ARRAY)) {
            return refuse(cursor);
        }
        List<Found<T>> objects = new ArrayList<>();
        while (cursor.next() != JsonToken.END_ARRAY) {
            if (!cursor.isAt(JsonToken.START_OBJECT)) {
                cursor.problem("must be an object, found " + cursor.found());
                cursor.skipValue();
            } else if (isAllowed(cursor)) {
                objects.add(shape.read(cursor).withPointer());
            }
        }
        return objects;
    }

    /** Whether the object that starts at the cursor may be there; else its problem was noted, and it was skipped. */
    protected boolean isAllowed(Cursor cursor) throws IOException {
        return true;
    }

    @Override
    public final void write(List<Found<T>> value, JsonObjectWriter json) {
        throw new UnsupportedOperationException("whoever has the records writes them");
    }
}
