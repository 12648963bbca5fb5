package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.json.JsonNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextPositionTest {
    private static final Instant MONDAY = Instant.parse("2019-01-28T15:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # fills                     | quantity | cost     | open price | close price | profit
            10@100                      | 10       | 1000     | 100        | 0           | 0
            10@100 30@120               | 40       | 4600     | 115        | 0           | 0
            10@100 -4@130               | 6        | 600      | 100        | 130         | 120
            10@100 -4@130 -6@90         | 0        | 0        | 0          | 106         | 60
            10@100 -15@110              | -5       | -550     | 110        | 110         | 100
            -10@100                     | -10      | -1000    | 100        | 0           | 0
            -10@100 4@90                | -6       | -600     | 100        | 90          | 40
            -10@100 4@110               | -6       | -600     | 100        | 110         | -40
            -10@100 12@110              | 2        | 220      | 110        | 110         | -100
            0.1@1 0.2@1 -0.3@2          | 0        | 0        | 0          | 2           | 0.3
            1@1 1@1 1@2 -1@1            | 2        | 2.666666666667 | 1.333333333334 | 1 | -0.333333333333
            10@0 -10@5                  | 0        | 0        | 0          | 5           | 50
            """)
    void a_position_is_what_its_fills_have_made_of_it(
            String fills, String quantity, String cost, String open, String close, String profit) {
        Position position = after(1, fills);
        assertThat(JsonNumber.spell(position.quantity())).isEqualTo(quantity);
        assertThat(JsonNumber.spell(position.costBasis())).isEqualTo(cost);
        assertThat(JsonNumber.spell(position.averageOpenPrice())).isEqualTo(open);
        assertThat(JsonNumber.spell(position.averageClosePrice())).isEqualTo(close);
        assertThat(JsonNumber.spell(position.realizedProfitLoss())).isEqualTo(profit);
    }

    @Test
    void a_contract_is_a_hundred_of_its_shares() {
        Position position = after(100, "2@7.6 -1@8");
        assertThat(position.costBasis()).isEqualByComparingTo("760");
        assertThat(position.averageOpenPrice()).isEqualByComparingTo("7.6");
        assertThat(position.realizedProfitLoss()).isEqualByComparingTo("40");
    }

    @Test
    void a_day_counts_its_own_fills_and_ends_at_16_00_in_New_York() {
        Position position = after(1, "10@100 -4@130");
        assertThat(NextPosition.today(position, MONDAY).quantity()).isEqualByComparingTo("6");
        assertThat(NextPosition.today(position, MONDAY).closeProfitLoss()).isEqualByComparingTo("120");
        Instant evening = MONDAY.plus(Duration.ofHours(6));
        assertThat(NextPosition.today(position, evening)).isEqualTo(Position.Day.QUIET);
        Position later = new NextPosition(position, evening).filled(new BigDecimal("-1"), new BigDecimal("90"));
        assertThat(later.day().quantity()).isEqualByComparingTo("-1");
        assertThat(later.day().closeProfitLoss()).isEqualByComparingTo("-10");
        assertThat(later.realizedProfitLoss()).isEqualByComparingTo("110");
    }

    @Test
    void a_day_trade_closes_what_was_opened_on_the_same_day() {
        Position position = after(1, "10@100");
        assertThat(new NextPosition(position, MONDAY).isDayTrade(new BigDecimal("-1")))
                .isTrue();
        assertThat(new NextPosition(position, MONDAY).isDayTrade(BigDecimal.ONE))
                .isFalse();
        Instant nextDay = MONDAY.plus(Duration.ofDays(1));
        assertThat(new NextPosition(position, nextDay).isDayTrade(new BigDecimal("-1")))
                .isFalse();
    }

    private static Position after(int contractSize, String fills) {
        Position position = new Position(
                1,
                new AccountId(1),
                4,
                null,
                contractSize,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                Position.Closed.NOTHING,
                Position.Day.QUIET,
                BigDecimal.ZERO,
                MONDAY,
                MONDAY,
                Map.of());
        for (String fill : fills.split(" ", -1)) {
            String[] parts = fill.split("@", -1);
            position = new NextPosition(position, MONDAY).filled(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
        }
        return position;
    }
}
