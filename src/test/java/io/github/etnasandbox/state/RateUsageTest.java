package io.github.etnasandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How requests are counted; what comes of it is a matter of the API. */
class RateUsageTest {
    private static final Instant START = Instant.parse("2019-01-21T15:30:00.5Z");
    private static final RateUsage.Key ONE = new RateUsage.Key(RateLimit.TRADES, "token", "6303");
    private static final RateUsage.Key ANOTHER = new RateUsage.Key(RateLimit.TRADES, "token", "6688");

    @Test
    void a_window_begins_with_its_first_request_and_lasts_a_minute() {
        RateUsage usage = RateUsage.NONE.plus(ONE, START).plus(ONE, START.plusSeconds(59));

        assertThat(usage.window(ONE, START.plusSeconds(59))).isEqualTo(new RateUsage.Window(START, 2));
        assertThat(usage.window(ONE, START.plusSeconds(60))).isEqualTo(new RateUsage.Window(START.plusSeconds(60), 0));
    }

    @Test
    void each_key_has_its_own_window() {
        RateUsage usage = RateUsage.NONE.plus(ONE, START).plus(ANOTHER, START.plusSeconds(9));

        assertThat(usage.window(ONE, START.plusSeconds(9)).used()).isEqualTo(1);
        assertThat(usage.window(ANOTHER, START.plusSeconds(60)).used()).isEqualTo(1);
    }

    @Test
    void a_window_that_is_over_goes_when_another_request_is_counted() {
        RateUsage usage = RateUsage.NONE.plus(ONE, START).plus(ANOTHER, START.plusSeconds(60));

        assertThat(usage.windows()).containsOnlyKeys(ANOTHER);
    }

    @Test
    void a_window_that_begins_again_stands_behind_the_others() {
        RateUsage usage = RateUsage.NONE
                .plus(ONE, START)
                .plus(ANOTHER, START.plusSeconds(30))
                .plus(ONE, START.plusSeconds(60))
                .plus(ONE, START.plusSeconds(90));

        assertThat(usage.windows()).containsOnlyKeys(ONE);
        assertThat(usage.window(ONE, START.plusSeconds(90))).isEqualTo(new RateUsage.Window(START.plusSeconds(60), 2));
    }

    @Test
    void a_window_that_is_put_in_takes_the_place_of_those_with_its_number_and_its_key() {
        RateUsage usage = RateUsage.NONE.plus(ONE, START).plus(ANOTHER, START);
        RateUsage.Window window = new RateUsage.Window(START, 7);

        RateUsage changed = usage.with(new RateUsage.Counted(0, ANOTHER, window));

        assertThat(changed.windows()).containsExactly(Map.entry(ANOTHER, window));
        assertThat(changed.plus(ONE, START).windows()).containsOnlyKeys(ANOTHER, ONE);
        assertThat(changed.without(0))
                .isEqualTo(RateUsage.NONE)
                .isEqualTo(changed.without(0).without(0));
    }

    @Test
    void no_more_than_so_many_windows_are_kept_while_the_clock_stands_still() {
        RateUsage usage = RateUsage.NONE.plus(ONE, START);
        for (int i = 0; i < RateUsage.LIMIT; i++) {
            usage = usage.plus(new RateUsage.Key(RateLimit.TOKEN_REQUESTS, "key", "user " + i), START);
        }

        assertThat(usage.windows()).hasSize(RateUsage.LIMIT).doesNotContainKey(ONE);
    }
}
