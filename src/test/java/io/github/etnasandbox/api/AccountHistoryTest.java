package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.placed;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class AccountHistoryTest {
    private static final String HISTORY = "/v1.0/accounts/6303/history";

    @Test
    void the_documented_values_come_to_the_byte(World world) {
        StringBuilder documented = new StringBuilder();
        String values = "14 1000000,15 1000000,16 1000000,17 1000000,18 1000000,22 999534.25,23 999598.75,24 999400.75,"
                + "25 1000183.75,28 999850.75,29 1001035.75,30 1001328.25,31 1001530.75";
        for (String value : values.split(",", -1)) {
            String[] parts = value.split(" ", -1);
            documented.append(day("2019-01-" + parts[0], parts[1])).append(',');
        }
        documented.append(day("2019-02-01", "1001488.75"));
        assertThat(history(world, "2019-01-01", "2019-02-01")).isEqualTo("[" + documented + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "2019-01-22, 2019-01-23",
        "2019-01-22T00:00:00Z, 2019-01-23T23:59:59",
        "2019-01-19, 2019-01-23T00:00:00.5Z",
    })
    void a_span_has_its_first_and_its_last_day(String start, String end, World world) {
        assertThat(history(world, start, end))
                .isEqualTo("[" + day("2019-01-22", "999534.25") + "," + day("2019-01-23", "999598.75") + "]");
    }

    @Test
    void a_day_that_is_not_told_has_what_the_account_is_worth_now(World world) {
        world.fill(placed(world, "{'Symbol':'AAPL','Type':'Limit','Side':'Sell','Quantity':50,'Price':160}"));
        world.advance(Duration.ofDays(14)); // to Monday, 4 February
        assertThat(history(world, "2019-02-02", "2019-03-01")).isEqualTo("[" + day("2019-02-04", "1000189") + "]");
    }

    @Test
    void a_day_on_which_nobody_trades_has_no_value(World world) {
        world.advance(Duration.ofDays(13));
        assertThat(history(world, "2019-02-02", "2019-03-01")).isEqualTo("[]");
    }

    @Test
    void an_account_without_figures_has_no_values(World world) {
        var answer =
                get(world, "/v1.0/accounts/6688/history?startDate=2019-01-01&endDate=2019-12-31&step=1", "admin-token");
        assertThat(answer.getBody()).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"startDate", "endDate", "step"})
    void a_request_without_its_query_finds_no_resource(String parameter, World world) {
        String path = (HISTORY + "?startDate=2019-01-01&endDate=2019-02-01&step=1").replace(parameter, "other");
        var answer = get(world, path, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getBody())
                .isEqualTo("{\"Message\":\"No HTTP resource was found that matches the request URI '" + world.apiUrl()
                        + path + "'.\"}");
        assertThat(reason(answer)).startsWith("query parameter " + parameter + " is missing");
    }

    @Test
    void what_is_no_date_is_told(World world) {
        var answer = get(world, HISTORY + "?startDate=2019-02-30&endDate=2019-02-01&step=1", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody())
                .isEqualTo("{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":"
                        + "{\"startDate\":[\"The value '2019-02-30' is not valid for DateTime.\"]}}");
        assertThat(reason(answer))
                .isEqualTo("query parameter startDate is '2019-02-30'; a date such as 2019-01-14 is needed");
    }

    @Test
    void who_is_no_administrator_is_denied(World world) {
        assertThat(get(world, HISTORY + "?startDate=2019-01-01&endDate=2019-02-01&step=1", "trader-token")
                        .getStatus())
                .isEqualTo(401);
    }

    @Nested
    @SandboxTest(dialect = Dialect.AUTOSHARES)
    class at_AutoShares {
        @Test
        void dates_may_be_left_out(World world) {
            assertThat(get(world, HISTORY, "trader-token").getBody())
                    .startsWith("[" + day("2019-01-14", "1000000"))
                    .endsWith(day("2019-02-01", "1001488.75") + "]");
        }
    }

    private static String history(World world, String start, String end) {
        return get(world, HISTORY + "?startDate=" + start + "&endDate=" + end + "&step=1", "admin-token")
                .getBody();
    }

    private static String day(String date, String value) {
        return "{\"Date\":\"" + date + "T00:00:00Z\",\"Value\":" + value + "}";
    }
}
