package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox writes for itself comes back as the very values. */
class StoredValuesTest {
    private record Values(Instant date, double number, BigDecimal decimal) {}

    private static final Shape<Values> SHAPE = Shape.strict();
    private static final Field<Values, Instant> DATE = SHAPE.required("date", Kinds.DATE, Values::date);
    private static final Field<Values, Double> NUMBER = SHAPE.required("number", Kinds.PRICE, Values::number);
    private static final Field<Values, BigDecimal> DECIMAL =
            SHAPE.required("decimal", Kinds.decimal(), Values::decimal);
    private static final Kind<Values> KIND =
            Kinds.object(SHAPE, found -> new Values(found.get(DATE), found.get(NUMBER), found.get(DECIMAL)));

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0E+3", "10", "1E+1", "10.0", "-0.10", "1.50E+2", "0.000000000001"})
    void a_decimal_keeps_its_zeros(String decimal) throws IOException {
        Values values = new Values(Instant.EPOCH, 0, new BigDecimal(decimal));
        assertThat(readBack(values)).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 0.1, -1.5, Double.MIN_VALUE, 1e12})
    void a_number_keeps_its_sign(double number) throws IOException {
        Values values = new Values(Instant.EPOCH, number, BigDecimal.ONE);
        assertThat(readBack(values)).isEqualTo(values);
    }

    @Test
    void a_date_keeps_its_nanoseconds() throws IOException {
        Values values = new Values(Instant.ofEpochSecond(1, 1), 0, BigDecimal.ONE);
        assertThat(readBack(values)).isEqualTo(values);
    }

    private static @Nullable Values readBack(Values values) throws IOException {
        String text = JsonObjectWriter.spellExactly(json -> SHAPE.write(values, json));
        Problems problems = new Problems(found -> new IllegalArgumentException(found.toString()));
        @Nullable Values[] read = new @Nullable Values[1];
        Cursor.read("text", new StringReader(text), Cursor.Wording.STORED, problems, cursor -> {
            read[0] = KIND.read(cursor);
        });
        problems.throwIfAny();
        return read[0];
    }
}
