package io.github.etnasandbox.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object that a record is made of, when nothing is wrong. */
final class ObjectKind<T> extends Kind<T> {
    private final Shape<T> shape;
    private final Consumer<Found<T>> check;
    private final Function<Found<T>, T> maker;

    /**
     * @param check notes what is wrong with the object as a whole
     * @param maker throws an IllegalArgumentException for what contradicts itself
     */
    ObjectKind(Shape<T> shape, Consumer<Found<T>> check, Function<Found<T>, T> maker) {
        super("an object");
        this.shape = shape;
        this.check = check;
        this.maker = maker;
    }

    @Override
    public @Nullable T read(Cursor cursor) throws IOException {
        if (!cursor.isAt(JsonToken.START_OBJECT)) {
            return refuse(cursor);
        }
        Found<T> found = shape.read(cursor);
        check.accept(found);
        if (!found.isSound()) {
            return null;
        }
        try {
            return maker.apply(found);
        } catch (IllegalArgumentException contradiction) {
            found.contradiction(String.valueOf(contradiction.getMessage()));
            return null;
        }
    }

    @Override
    public void write(T value, JsonObjectWriter json) {
        shape.write(value, json.begin());
        json.end();
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return shape.schema(schemas);
    }
}
