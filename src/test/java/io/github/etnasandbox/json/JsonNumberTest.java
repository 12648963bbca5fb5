package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonNumberTest {
    @ParameterizedTest
    @CsvSource({
        "150, 150",
        "0, 0",
        "-0.0, 0",
        "-3, -3",
        "156.57, 156.57",
        "0.1, 0.1",
        "2.0E-3, 0.002",
        "1.0E-7, 0.0000001",
        "1.5E10, 15000000000",
        "1.0E23, 100000000000000000000000",
        "9007199254740993, 9007199254740992",
        "12345678.9, 12345678.9",
    })
    void a_number_is_spelt_short_and_without_exponent(double value, String spelling) {
        assertThat(JsonNumber.spell(value)).isEqualTo(spelling);
    }

    @Test
    void a_spelling_reads_back_as_the_same_number() {
        Random random = new Random(6303);
        for (int i = 0; i < 5_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String spelling = JsonNumber.spell(value);
                assertThat(Double.parseDouble(spelling)).isEqualTo(value);
                assertThat(spelling).doesNotContain("E", "e");
            }
        }
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> JsonNumber.spell(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JsonNumber.spell(Double.NEGATIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
