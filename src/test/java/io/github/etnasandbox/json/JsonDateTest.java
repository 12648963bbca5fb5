package io.github.etnasandbox.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.order.Order;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDateTest {
    @ParameterizedTest
    @CsvSource({
        "2019-01-21T15:30:00Z, 2019-01-21T15:30:00Z",
        "2019-01-22T13:00:26.575811Z, 2019-01-22T13:00:26.575811Z",
        "2019-01-21T15:07:45.8158882Z, 2019-01-21T15:07:45.8158882Z",
        "2019-01-21T15:30:00.5000000Z, 2019-01-21T15:30:00.5Z",
        "2019-01-21T15:30:00.0000001Z, 2019-01-21T15:30:00.0000001Z",
        "2019-01-21T15:30:00+01:00, 2019-01-21T14:30:00Z",
        "2019-01-21T23:30:00.25-05:30, 2019-01-22T05:00:00.25Z",
        "2020-02-29T00:00:00Z, 2020-02-29T00:00:00Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.9999999Z, 9999-12-31T23:59:59.9999999Z",
    })
    void a_date_is_read_and_spelt_in_utc_without_trailing_zeros(String text, String spelling) {
        Instant date = Objects.requireNonNull(JsonDate.parse(text));

        assertThat(date).isEqualTo(Instant.parse(spelling));
        assertThat(JsonDate.spell(date)).isEqualTo(spelling);
    }

    @Test
    void an_unset_date_is_the_first_instant_of_year_1() {
        assertThat(JsonDate.spell(Order.UNSET)).isEqualTo("0001-01-01T00:00:00Z");
    }

    @Test
    void what_is_finer_than_100_nanoseconds_is_cut_off() {
        assertThat(JsonDate.spell(Instant.parse("2019-01-21T15:30:00.123456789Z")))
                .isEqualTo("2019-01-21T15:30:00.1234567Z");
        assertThat(JsonDate.spell(Instant.parse("2019-01-21T15:30:00.000000099Z")))
                .isEqualTo("2019-01-21T15:30:00Z");
    }

    @Test
    void an_exact_spelling_has_each_nanosecond() {
        Instant date = Instant.parse("2019-01-21T15:30:00.123456789Z");
        assertThat(JsonDate.spellExactly(date)).isEqualTo("2019-01-21T15:30:00.123456789Z");
        assertThat(JsonDate.parseExactly("2019-01-21T15:30:00.123456789Z")).isEqualTo(date);
        assertThat(JsonDate.spellExactly(date.plusNanos(11))).isEqualTo("2019-01-21T15:30:00.1234568Z");
        assertThat(JsonDate.parse("2019-01-21T15:30:00.123456789Z")).isNull();
    }

    @Test
    void any_tick_reads_back_as_itself() {
        Random random = new Random(73552);
        for (int i = 0; i < 5_000; i++) {
            Instant tick = Instant.ofEpochSecond(
                    Order.UNSET.getEpochSecond() + random.nextLong(315_000_000_000L),
                    100L * random.nextInt(10_000_000));
            assertThat(JsonDate.parse(JsonDate.spell(tick))).isEqualTo(tick);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2019-01-21",
                "2019-01-21T15:30:00",
                "2019-01-21 15:30:00Z",
                "2019-01-21T15:30Z",
                "2019-01-21T15:30:00.Z",
                "2019-01-21T15:30:00.12345678Z",
                "2019-01-21T15:30:00Zulu",
                "2019-01-21T15:30:00z",
                "2019-02-29T00:00:00Z",
                "2019-13-01T00:00:00Z",
                "2019-01-00T00:00:00Z",
                "2019-01-21T24:00:00Z",
                "2019-01-21T15:60:00Z",
                "2019-01-21T15:30:60Z",
                "2019-01-21T15:30:00+1:00",
                "2019-01-21T15:30:00+19:00",
                "2019-01-21T15:30:00+01:60",
                "2019-01-21T15:30:00.5",
                "0000-12-31T23:59:59Z",
                "0001-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "+2019-01-21T15:30:0Z",
            })
    void what_is_no_instant_is_not_read(String text) {
        assertThat(JsonDate.parse(text)).isNull();
    }
}
