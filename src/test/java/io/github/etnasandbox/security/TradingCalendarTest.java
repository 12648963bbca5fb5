package io.github.etnasandbox.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingCalendarTest {
    @ParameterizedTest
    @CsvSource({
        "2019-01-21T15:07:45.8158882Z, 2019-01-22T21:00:00Z",
        "2019-01-30T15:09:23.7597893Z, 2019-01-30T21:00:00Z",
        "2019-02-25T13:33:40.9022856Z, 2019-02-25T21:00:00Z",
    })
    void a_documented_day_order_expires_when_it_is_documented_to(Instant placed, Instant expiry) {
        assertThat(TradingCalendar.dayOrderExpiry(placed)).isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-01-30T20:59:59.999999999Z, 2019-01-30T21:00:00Z",
        "2019-01-30T21:00:00Z, 2019-01-31T21:00:00Z",
        "2019-01-31T04:59:59Z, 2019-01-31T21:00:00Z", // an hour before midnight in New York, and after 16:00
        "2019-01-31T05:00:00Z, 2019-01-31T21:00:00Z", // midnight in New York
    })
    void an_order_placed_at_the_end_of_a_trading_day_belongs_to_the_next(Instant placed, Instant expiry) {
        assertThat(TradingCalendar.dayOrderExpiry(placed)).isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-02-01T21:00:00Z, 2019-02-04T21:00:00Z", // Friday evening
        "2019-02-02T15:00:00Z, 2019-02-04T21:00:00Z",
        "2019-02-03T15:00:00Z, 2019-02-04T21:00:00Z",
        "2019-01-18T21:00:00Z, 2019-01-22T21:00:00Z", // the weekend before a holiday
        "2019-12-31T21:00:00Z, 2020-01-02T21:00:00Z",
    })
    void an_order_placed_on_no_trading_day_belongs_to_the_next(Instant placed, Instant expiry) {
        assertThat(TradingCalendar.dayOrderExpiry(placed)).isEqualTo(expiry);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-03-08T15:00:00Z, 2019-03-08T21:00:00Z",
        "2019-03-08T21:00:00Z, 2019-03-11T20:00:00Z", // over the change to summer time
        "2019-07-15T15:00:00Z, 2019-07-15T20:00:00Z",
        "2019-07-15T20:00:00Z, 2019-07-16T20:00:00Z",
        "2019-11-01T20:00:00Z, 2019-11-04T21:00:00Z", // and back
    })
    void in_summer_a_day_ends_an_hour_earlier_in_utc(Instant placed, Instant expiry) {
        assertThat(TradingCalendar.dayOrderExpiry(placed)).isEqualTo(expiry);
    }

    /** As the exchange published them, but for days of mourning. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018: 01-01 01-15 02-19 03-30 05-28 07-04 09-03 11-22 12-25",
                "2019: 01-01 01-21 02-18 04-19 05-27 07-04 09-02 11-28 12-25",
                "2020: 01-01 01-20 02-17 04-10 05-25 07-03 09-07 11-26 12-25",
                "2021: 01-01 01-18 02-15 04-02 05-31 07-05 09-06 11-25 12-24",
                "2022: 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
                "2023: 01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25",
                "2024: 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
                "2025: 01-01 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25",
                "2026: 01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25",
                "2027: 01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24",
            })
    void the_exchange_is_closed_on_its_holidays_and_no_other_weekday(String holidays) {
        int year = Integer.parseInt(holidays.substring(0, 4));
        List<LocalDate> expected = Stream.of(holidays.substring(6).split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .toList();

        assertThat(weekdaysOf(year).filter(day -> !TradingCalendar.isTradingDay(day)))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void new_year_on_a_saturday_is_not_observed_because_the_friday_ends_the_year() {
        assertThat(TradingCalendar.isTradingDay(LocalDate.of(2021, 12, 31))).isTrue();
        assertThat(TradingCalendar.isTradingDay(LocalDate.of(2022, 1, 3))).isTrue();
    }

    @Test
    void juneteenth_is_a_holiday_from_2022_on() {
        assertThat(TradingCalendar.isTradingDay(LocalDate.of(2020, 6, 19))).isTrue();
        assertThat(TradingCalendar.isTradingDay(LocalDate.of(2021, 6, 18))).isTrue();
        assertThat(TradingCalendar.isTradingDay(LocalDate.of(2022, 6, 20))).isFalse();
    }

    /** Easter itself, among them its earliest and its latest day and the exceptions of its computation. */
    @ParameterizedTest
    @CsvSource({"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2038-04-25", "2285-03-22"})
    void good_friday_is_two_days_before_easter(LocalDate easter) {
        LocalDate goodFriday = easter.minusDays(2);
        assertThat(weekdaysOf(easter.getYear())
                        .filter(day -> day.getMonthValue() == 3 || day.getMonthValue() == 4)
                        .filter(day -> !TradingCalendar.isTradingDay(day)))
                .containsExactly(goodFriday);
    }

    @Test
    void no_weekend_is_a_trading_day() {
        assertThat(LocalDate.of(2019, 1, 1)
                        .datesUntil(LocalDate.of(2020, 1, 1))
                        .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0))
                .hasSize(104)
                .noneMatch(TradingCalendar::isTradingDay);
    }

    private static Stream<LocalDate> weekdaysOf(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
    }
}
