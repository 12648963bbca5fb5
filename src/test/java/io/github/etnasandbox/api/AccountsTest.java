package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.member;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class AccountsTest {
    private static final String ALL = "/v1.0/accounts/all?pageNumber=0&pageSize=10";

    /** The guide's sample, which is a fixture of itself. */
    private static final String SAMPLE = "{\"Id\":6688,\"SubscriptionPlanId\":0,\"ClearingAccount\":\"6688\","
            + "\"CreatedDate\":\"2019-02-27T16:02:08.3584933Z\",\"ModifiedDate\":\"2019-03-06T14:15:08.4511659Z\","
            + "\"Enabled\":true,\"IsChanged\":false,\"Cash\":953573.99,\"Currency\":\"USD\",\"Status\":\"Approved\","
            + "\"MarginInterestRate\":0,\"CashInterestRate\":0,\"CloseEquity\":1157969.29,\"OpenExcess\":1122667.16,"
            + "\"OptionLevel\":4,\"MarginType\":\"Cash\",\"Permissions\":\"LongStock, ShortStock, LongOption, ShortOption,"
            + " AllowTrade, AllowMargin, AllowOpen\",\"BaseCash\":1122667.16,\"Sweep\":0,\"OwnerType\":\"IndividualCustomer\","
            + "\"DayTradingBuyingPower\":4490668.64,\"DayTrades\":0,\"SmaBalance\":0,\"HouseCall\":0,\"MaintenanceCall\":0,"
            + "\"EquityCall\":0,\"InitialCall\":0,\"DayTradeCall\":0,\"TradeDayBalance\":953573.99,\"MoneyMarket\":0,"
            + "\"Cip\":0,\"IsAverageAccount\":false,\"MarginEquity\":1157969.29,\"ExcessEquity\":0}";

    @Nested
    class An_account {
        @Test
        void that_is_pasted_from_the_documentation_is_answered_as_there(Sandbox sandbox) {
            String document = "{\"appKeys\":[{\"key\":\"demo-app-key\"}],\"users\":[{\"UserId\":1,\"Login\":\"a\","
                    + "\"password\":\"a\",\"administrator\":true}],\"accounts\":[" + SAMPLE
                    + "],\"tokens\":[{\"token\":\"admin-token\",\"UserId\":1}],\"orders\":[]}";
            try (World world = sandbox.newWorld(Fixtures.document("sample", document.getBytes(StandardCharsets.UTF_8))
                    .load())) {
                assertThat(get(world, "/v1.0/accounts/6688", "admin-token").getBody())
                        .isEqualTo(SAMPLE);
            }
        }

        @Test
        void that_is_not_there_is_not_found_and_a_users_id_is_told(World world) {
            var answer = get(world, "/v1.0/accounts/7125", "admin-token");
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(reason(answer)).isEqualTo("there is no account 7125; 7125 is a user's id");
        }

        @ParameterizedTest
        @CsvSource({
            "DOCUMENTED, trader-token, 401",
            "CURRENT, trader-token, 200",
            "CURRENT, other-trader-token, 401",
            "AUTOSHARES, read-only-token, 200",
            "AUTOSHARES, other-trader-token, 401"
        })
        void is_read_as_its_orders_are(Dialect dialect, String token, int status, World world, Sandbox sandbox) {
            try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect))) {
                assertThat(get(asked, "/v1.0/accounts/6303", token).getStatus()).isEqualTo(status);
                assertThat(get(asked, "/v1.0/accounts/6303/users", token).getStatus())
                        .isEqualTo(status);
            }
        }
    }

    @Nested
    class A_page_of_all {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                ClearingAccount = 6303               | 6303
                ClearingAccount in ('6688', '1')     | 6688
                Cash between 0 and 2500              | 6688
                Cash > 0 and Status = 'Approved'     | 6303
                Id in (7420, 6688, 6303)             | 6303 6688
                MarginType = 'Cash'                  | 6688
                OwnerType startsWith 'Individual'    | 6303 6688
                Enabled = false                      |
                IsAverageAccount = true              |
                CreatedDate > #2019-03-15T18:00:00#  |
                """)
        void holds_those_that_the_filter_lets_through(String filter, String expected, World world) {
            var answer =
                    get(world, ALL + "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8), "admin-token");
            assertThat(ids(answer)).isEqualTo(expected == null ? "" : expected);
        }

        @ParameterizedTest
        @CsvSource({
            "propertyName=Cash, 6688 6303", "propertyName=cash&isAscending=false, 6303 6688",
            "isAscending=false, 6688 6303", "mask=303, 6303"
        })
        void is_sorted_and_searched_as_asked(String query, String expected, World world) {
            assertThat(ids(get(world, ALL + "&" + query, "admin-token"))).isEqualTo(expected);
        }

        @ParameterizedTest
        @EnumSource
        void has_what_the_tokens_user_may_view(Dialect dialect, World world, Sandbox sandbox) {
            try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(dialect))) {
                var answer = get(asked, ALL, "trader-token");
                assertThat(answer.getStatus()).isEqualTo(dialect == Dialect.DOCUMENTED ? 401 : 200);
                assertThat(ids(answer)).isEqualTo(dialect == Dialect.DOCUMENTED ? "" : "6303");
            }
        }
    }

    @Nested
    class An_order {
        @Test
        void of_a_mutual_fund_is_cancelled_as_any_other(World world, Sandbox sandbox) {
            try (World asked = sandbox.newWorld(world.seed(), world.settings().withDialect(Dialect.AUTOSHARES))) {
                assertThat(cancel(asked, 73552).getStatus()).isEqualTo(204);
                assertThat(asked.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
            }
            assertThat(cancel(world, 73552).getStatus()).isEqualTo(200);
            assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(cancel(world, 73552).getStatus()).isEqualTo(409);
            assertThat(cancel(world, 1).getStatus()).isEqualTo(409);
        }

        @Test
        void that_is_verified_costs_what_its_preview_does_and_stays_as_it_was(World world) {
            String order = "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':7,'Price':150}";
            int id = Calls.placed(world, order);
            String before = Calls.order(world, id).getBody();
            var verified = get(world, "/v1.0/accounts/6303/verified/orders/" + id, "admin-token");
            var preview = Calls.post(world, "/v1.0/accounts/6303/preview/orders", order, "admin-token");
            assertThat(member(verified, "Cost"))
                    .isEqualTo(member(preview, "Cost"))
                    .isEqualTo("1050");
            assertThat(member(verified, "NetCost")).isEqualTo("1053.75");
            assertThat(member(verified, "OrderId")).isEqualTo(Integer.toString(id));
            assertThat(Calls.order(world, id).getBody()).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'Type':'OneCancelOther','Legs':[L,{'Symbol':'AAPL','Type':'Limit','Side':'Sell','Quantity':2,'Price':200}]}",
                    "{'Type':'OneTriggerOther','Legs':[L,{'Symbol':'MSFT','Type':'Market','Side':'Buy','Quantity':2}]}"
                })
        void with_legs_costs_what_its_legs_do(String order, World world) {
            String body =
                    order.replace("L,", "{'Symbol':'AAPL','Type':'Limit','Side':'Buy','Quantity':10,'Price':100},");
            int id = Calls.placed(world, body);
            var verified = get(world, "/v1.0/accounts/6303/verified/orders/" + id, "admin-token");
            var preview = Calls.post(world, "/v1.0/accounts/6303/preview/orders", body, "admin-token");
            assertThat(member(verified, "IsSuccessful")).isEqualTo("true");
            assertThat(member(verified, "Cost")).isEqualTo(member(preview, "Cost"));
        }

        @ParameterizedTest
        @CsvSource({"6303, 1", "6688, 73552"})
        void that_the_account_does_not_have_is_not_verified(int account, int order, World world) {
            var answer = get(world, "/v1.0/accounts/" + account + "/verified/orders/" + order, "admin-token");
            assertThat(answer.getStatus()).isEqualTo(500);
        }

        private static HttpResponse<String> cancel(World world, int order) {
            return Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/mutual-funds/" + order)
                    .header("Et-App-Key", Calls.APP_KEY)
                    .header("Authorization", "Bearer admin-token")
                    .asString();
        }
    }

    private static String ids(HttpResponse<String> answer) {
        return Pattern.compile("\\{\"Id\":(\\d+)")
                .matcher(answer.getBody())
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.joining(" "));
    }
}
