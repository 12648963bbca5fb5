package io.github.etnasandbox.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exact number, which is only written. */
final class DecimalKind extends Kind<BigDecimal> {
    DecimalKind() {
        super("a number");
    }

    @Override
    public @Nullable BigDecimal read(Cursor cursor) throws IOException {
        return refuse(cursor);
    }

    @Override
    public void write(BigDecimal value, JsonObjectWriter json) {
        json.raw(JsonNumber.spell(value));
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Schemas.of("type", "number", "format", "double");
    }
}
