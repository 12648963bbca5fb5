package io.github.etnasandbox.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exact number, which keeps its digits. */
final class DecimalKind extends Kind<BigDecimal> {
    private final int mostBefore;
    private final int mostBehind;

    /** @param mostBefore how many digits may stand before the point, and {@code mostBehind} how many behind it */
    DecimalKind(int mostBefore, int mostBehind) {
        super("a number with at most " + mostBefore + " digits before the point and " + mostBehind + " behind it");
        this.mostBefore = mostBefore;
        this.mostBehind = mostBehind;
    }

    @Override
    public @Nullable BigDecimal read(Cursor cursor) throws IOException {
        if (!cursor.parser().currentToken().isNumeric()) {
            return refuse(cursor);
        }
        BigDecimal asWritten = new BigDecimal(cursor.text());
        BigDecimal value = asWritten.stripTrailingZeros();
        boolean fits = value.scale() <= mostBehind && (long) value.precision() - value.scale() <= mostBefore;
        if (!fits) {
            return refuse(cursor);
        }
        return cursor.wording() == Cursor.Wording.STORED ? asWritten : value;
    }

    @Override
    public void write(BigDecimal value, JsonObjectWriter json) {
        json.decimal(value);
    }

    @Override
    public Map<String, Object> schema(Schemas schemas) {
        return Schemas.of("type", "number", "format", "double");
    }
}
