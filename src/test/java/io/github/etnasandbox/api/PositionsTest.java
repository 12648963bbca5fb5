package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.placed;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class PositionsTest {
    static final String DOCUMENTED =
            "{\"Id\":21483,\"AccountId\":6303,\"SecurityId\":4,\"Symbol\":\"AAPL\",\"Name\":\"AAPL\","
                    + "\"CompanyName\":\"Apple Inc.\",\"SecurityCurrency\":\"USD\",\"SecurityType\":\"CommonStock\","
                    + "\"ContractSize\":1,\"CostBasis\":23485.5,\"DailyCostBasis\":25414.5,"
                    + "\"CreateDate\":\"2019-01-22T14:30:03.7328576Z\",\"ModifyDate\":\"2019-01-22T14:30:03.7328576Z\","
                    + "\"Quantity\":150,\"RealizedProfitLoss\":0,\"AverageOpenPrice\":156.57,\"AverageClosePrice\":0,"
                    + "\"StopLossPrice\":0,\"TakeProfitPrice\":0,\"DailyCloseProfitLoss\":0,\"ExcessChanges\":0,"
                    + "\"DayQuantity\":0}";
    private static final String ALL = "/v1.0/accounts/6303/positions";
    private static final String ORDER = "{'Symbol':'%s','Type':'Limit','Side':'%s','Quantity':%s,'Price':%s}";

    @Test
    void an_administrator_reads_the_documented_position_to_the_byte(World world) {
        assertThat(get(world, ALL, "admin-token").getBody()).isEqualTo("[" + DOCUMENTED + "]");
        assertThat(get(world, ALL + "/AAPL", "admin-token").getBody()).isEqualTo("[" + DOCUMENTED + "]");
    }

    @Test
    void the_first_edition_knows_no_pages(World world) {
        assertThat(get(world, ALL + "?pageNumber=7&pageSize=none&sortField=Symbol&desc=true", "admin-token")
                        .getBody())
                .isEqualTo("[" + DOCUMENTED + "]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Quantity = 150                                                      | AAPL
            Quantity > 0 and Symbol = 'AAPL'                                    | AAPL
            Quantity between -10 and 149.5                                      | MSFT
            SecurityId = 6                                                      | MSFT
            CreateDate < #2019-01-22T14:30:03#                                  | MSFT
            ModifyDate between #2019-01-22T14:30:00# and #2019-01-23T00:00:00#  | AAPL
            Symbol = 'FB'                                                       | ""
            """)
    void positions_are_filtered(String filter, String symbol, World world) {
        fill(world, "MSFT", "Buy", 10, 107);
        assertThat(member(get(world, ALL + "?filter=" + encoded(filter), "admin-token"), "Symbol"))
                .isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource({
        "Quantity, false, MSFT",
        "Quantity, true, AAPL",
        "Id, true, MSFT",
        "AverageOpenPrice, true, AAPL",
    })
    void positions_are_sorted(String field, boolean descending, String first, World world) {
        fill(world, "MSFT", "Buy", 10, 107);
        String query = "?sortField=" + field + "&desc=" + descending;
        assertThat(member(get(world, ALL + query, "admin-token"), "Symbol")).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            ?filter=Price%3D1   | column 1 of the filter: found 'Price'; allowed is CreateDate, ModifyDate, Quantity, SecurityId, Symbol
            ?sortField=Quantty  | sortField 'Quantty' is no field that positions can be sorted by; did you mean Quantity?; allowed are
            """)
    void a_filter_or_a_sort_field_that_is_none_is_a_bad_request(String query, String reason, World world) {
        var answer = get(world, ALL + query, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(reason(answer)).startsWith(reason);
    }

    @Test
    void a_security_without_a_position_has_an_empty_list(World world) {
        assertThat(get(world, ALL + "/msft", "admin-token").getBody()).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "APPL, there is no security with the symbol APPL; did you mean AAPL?",
        "4, there is no security with the symbol 4",
    })
    void what_is_no_symbol_is_a_server_error(String symbol, String reason, World world) {
        var answer = get(world, ALL + "/" + symbol, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(reason(answer)).startsWith(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/AAPL", "/groups"})
    void a_users_id_is_no_account(String route, World world) {
        var answer = get(world, "/v1.0/accounts/7125/positions" + route, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(reason(answer)).isEqualTo("there is no account 7125; 7125 is a user's id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/AAPL", "/groups"})
    void who_is_no_administrator_is_denied(String route, World world) {
        assertThat(get(world, ALL + route, "trader-token").getStatus()).isEqualTo(401);
    }

    @Nested
    class moved_by_fills {
        @Test
        void a_first_fill_opens_a_position_with_the_next_id(World world) {
            fill(world, "MSFT", "Buy", 10, 107);
            assertShown(world, "MSFT", "Id", "21484", "Quantity", "10", "CostBasis", "1070");
            assertShown(world, "MSFT", "DailyCostBasis", "1077.1", "DayQuantity", "10", "SecurityType", "CommonStock");
            assertShown(world, "MSFT", "CreateDate", "2019-01-21T15:30:00Z", "StopLossPrice", "0");
        }

        @Test
        void more_of_it_is_averaged(World world) {
            fill(world, "AAPL", "Buy", 50, 160.57);
            assertShown(
                    world,
                    "AAPL",
                    "Id",
                    "21483",
                    "Quantity",
                    "200",
                    "CostBasis",
                    "31514",
                    "AverageOpenPrice",
                    "157.57");
        }

        @Test
        void a_sale_closes_at_the_average_and_realizes_the_rest(World world) {
            fill(world, "AAPL", "Sell", 50, 160);
            assertShown(world, "AAPL", "Quantity", "100", "CostBasis", "15657", "AverageOpenPrice", "156.57");
            assertShown(world, "AAPL", "RealizedProfitLoss", "171.5", "DailyCloseProfitLoss", "171.5");
            assertShown(world, "AAPL", "AverageClosePrice", "160", "DayQuantity", "-50", "DailyCostBasis", "15682");
        }

        @Test
        void a_sale_of_more_than_is_held_goes_short(World world) {
            fill(world, "AAPL", "SellShort", 200, 160);
            assertShown(world, "AAPL", "Quantity", "-50", "CostBasis", "-8000", "AverageOpenPrice", "160");
            assertShown(world, "AAPL", "RealizedProfitLoss", "514.5", "DailyCostBasis", "-7841");
        }

        @Test
        void what_is_bought_back_is_closed_and_stays_with_quantity_0(World world) {
            fill(world, "MSFT", "SellShort", 10, 110);
            fill(world, "MSFT", "BuyToCover", 10, 100);
            assertShown(world, "MSFT", "Quantity", "0", "CostBasis", "0", "RealizedProfitLoss", "100");
            assertShown(world, "MSFT", "AverageOpenPrice", "0", "AverageClosePrice", "100", "DailyCostBasis", "0");
        }

        @Test
        void a_contract_is_a_hundred_of_its_shares(World world) {
            fill(world, "AAPL  190503C00165000", "Buy", 2, 7);
            assertShown(world, "AAPL%20%20190503C00165000", "ContractSize", "100", "CostBasis", "1400");
            assertShown(world, "AAPL%20%20190503C00165000", "AverageOpenPrice", "7", "SecurityType", "Option");
        }

        @Test
        void a_new_trading_day_has_changed_nothing_yet(World world) {
            fill(world, "AAPL", "Sell", 50, 160);
            world.advance(Duration.ofDays(1).plusHours(6));
            assertShown(world, "AAPL", "DayQuantity", "0", "DailyCloseProfitLoss", "0", "RealizedProfitLoss", "171.5");
        }

        @Test
        void a_fill_before_and_one_after_a_cancel_move_it_too(World world) {
            world.cancelOutcome(73552, CancelOutcome.FILL_FIRST);
            cancel(world, 73552, "admin-token");
            assertShown(world, "AAPL", "Quantity", "300");
            int id = placed(world, ORDER.formatted("AAPL", "Buy", 10, 150));
            world.cancelOutcome(id, new CancelOutcome(CancelOutcome.Kind.FILL_AFTER_ACCEPT, Duration.ofSeconds(2), 0));
            cancel(world, id, "admin-token");
            assertShown(world, "AAPL", "Quantity", "300");
            world.advance(Duration.ofSeconds(2));
            assertShown(world, "AAPL", "Quantity", "310");
        }

        @Test
        void a_cancel_and_a_reset_leave_no_trace(World world) {
            cancel(world, 73552, "admin-token");
            assertThat(get(world, ALL, "admin-token").getBody()).isEqualTo("[" + DOCUMENTED + "]");
            fill(world, "MSFT", "Buy", 10, 107);
            world.reset();
            assertThat(get(world, ALL, "admin-token").getBody()).isEqualTo("[" + DOCUMENTED + "]");
        }

        @Test
        void a_java_test_sees_it(World world) {
            assertThat(world.position(6303, "MSFT")).isEmpty();
            fill(world, "MSFT", "Buy", 10, 107);
            Position position = world.position(6303, "msft").orElseThrow();
            assertThat(position.quantity()).isEqualByComparingTo("10");
            assertThat(position.costBasis()).isEqualByComparingTo("1070");
            assertThat(world.positions(6303)).hasSize(2).last().isEqualTo(position);
            assertThat(world.positions(6688)).isEmpty();
        }
    }

    @Nested
    class and_balances {
        @Test
        void follow_a_fill(World world) {
            fill(world, "AAPL", "Sell", 50, 160);
            var info = get(world, "/v1.0/accounts/6303/info", "admin-token");
            assertMembers(info, "cash", "984507", "netCash", "984507"); // 976510.75 + 8000 - 3.75
            assertMembers(info, "stockLongMarketValue", "15682", "marketValue", "15682", "netLiquidity", "15682");
            assertMembers(info, "openPL", "25", "equityTotal", "1000189");
        }

        @Test
        void tell_shorts_and_options_apart(World world) {
            fill(world, "MSFT", "SellShort", 10, 107);
            fill(world, "AAPL  190503C00165000", "Buy", 2, 7);
            var info = get(world, "/v1.0/accounts/6303/info", "admin-token");
            assertMembers(info, "stockShortMarketValue", "-1077.1", "optionLongMarketValue", "1520");
            assertMembers(info, "stockLongMarketValue", "25414.5", "marketValue", "25857.4", "openPL", "2041.9");
        }

        @Test
        void stand_still_where_the_fixture_gives_none(World world) {
            world.fill(80401);
            assertThat(get(world, "/v1.0/accounts/6688/info", "admin-token").getBody())
                    .contains("\"cash\":0,");
            assertThat(world.positions(6688)).hasSize(1);
        }

        @Test
        void make_groups_of_which_only_those_with_something_in_them_are_listed(World world) {
            String groups = ALL + "/groups";
            assertThat(get(world, groups, "admin-token").getBody())
                    .isEqualTo("[{\"Name\":\"Equity\",\"MarketValue\":25414.5},"
                            + "{\"Name\":\"Cash\",\"MarketValue\":976510.75}]");
            fill(world, "AAPL  190503C00165000", "SellShort", 2, 7);
            assertThat(get(world, groups, "admin-token").getBody())
                    .isEqualTo("[{\"Name\":\"Options\",\"MarketValue\":-1520},"
                            + "{\"Name\":\"Equity\",\"MarketValue\":25414.5},"
                            + "{\"Name\":\"Cash\",\"MarketValue\":977907}]");
        }
    }

    @Nested
    @SandboxTest(dialect = Dialect.CURRENT)
    class in_later_editions {
        private static final String PAGE = ALL + "?pageNumber=0&pageSize=1&sortField=Id&desc=true";

        @Test
        void there_are_pages(World world) {
            fill(world, "MSFT", "Buy", 10, 107);
            var first = get(world, PAGE, "trader-token");
            assertThat(first.getBody())
                    .startsWith("{\"Result\":[{\"Id\":21484,")
                    .endsWith("\"TotalCount\":2}");
            var second = get(world, PAGE.replace("pageNumber=0", "pageNumber=1"), "trader-token");
            assertThat(second.getBody()).startsWith("{\"Result\":[" + DOCUMENTED + "],\"NextPageLink\":\"\",");
        }

        @ParameterizedTest
        @ValueSource(strings = {"pageNumber", "pageSize", "sortField", "desc"})
        void a_list_names_its_page_and_its_order(String parameter, World world) {
            var answer = get(world, PAGE.replace(parameter, "other"), "trader-token");
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(reason(answer)).startsWith("query parameter " + parameter + " is missing");
        }

        @Test
        void one_security_needs_neither(World world) {
            assertThat(get(world, ALL + "/AAPL", "read-only-token").getBody()).isEqualTo("[" + DOCUMENTED + "]");
        }

        @Test
        void another_users_account_is_denied(World world) {
            assertThat(get(world, PAGE, "other-trader-token").getStatus()).isEqualTo(401);
        }
    }

    private static void fill(World world, String symbol, String side, int quantity, double price) {
        world.fill(placed(world, ORDER.formatted(symbol, side, quantity, price)));
    }

    /** Asserts members of the one position in a security: name, value, name, value … */
    private static void assertShown(World world, String symbol, String... namesAndValues) {
        assertMembers(get(world, ALL + "/" + symbol, "admin-token"), namesAndValues);
    }

    private static void assertMembers(HttpResponse<String> answer, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            assertThat(member(answer, namesAndValues[i])).as(namesAndValues[i]).isEqualTo(namesAndValues[i + 1]);
        }
    }

    private static String encoded(String filter) {
        return URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }
}
