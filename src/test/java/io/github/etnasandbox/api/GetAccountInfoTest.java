package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class GetAccountInfoTest {
    private static final String DOCUMENTED =
            "{\"cash\":976510.75,\"netCash\":976510.75,\"excess\":994654.45,\"changeAbsolute\":-571.5,"
                    + "\"changePercent\":-0.05700775140829844330933239,\"equityTotal\":1001923.75,"
                    + "\"pendingOrdersCount\":3,\"netLiquidity\":25413,\"stockLongMarketValue\":25413,"
                    + "\"stockShortMarketValue\":0,\"optionLongMarketValue\":0,\"optionShortMarketValue\":0,"
                    + "\"forexLongMarketValue\":0,\"forexShortMarketValue\":0,\"dayTrades\":0,"
                    + "\"stockBuyingPower\":1989308.9,\"optionBuyingPower\":994654.45,"
                    + "\"forexBuyingPower\":1989308.9,\"dayTradingBuyingPower\":3978617.8,\"pendingCash\":0,"
                    + "\"maintenanceMargin\":7692.3,\"optionMaintenanceMargin\":0,\"openPL\":1927.5,"
                    + "\"closePL\":0,\"marketValue\":25413}";
    private static final String ZEROS = DOCUMENTED.replaceAll(":[-0-9.]+", ":0");

    @Test
    void an_administrator_reads_the_documented_figures_to_the_last_digit(World world) {
        var answer = get(world, "/v1.0/accounts/6303/info", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(DOCUMENTED);
    }

    @Test
    void an_account_without_figures_has_zeros(World world) {
        assertThat(get(world, "/v1.0/accounts/6688/info", "admin-token").getBody())
                .isEqualTo(ZEROS.replace("\"pendingOrdersCount\":0", "\"pendingOrdersCount\":3"));
    }

    @Test
    void a_cancelled_order_is_no_longer_counted_and_gives_its_buying_power_back(World world) {
        assertThat(cancel(world, 73552, "admin-token").getStatus()).isEqualTo(204);
        assertThat(get(world, "/v1.0/accounts/6303/info", "admin-token").getBody())
                .isEqualTo(DOCUMENTED
                        .replace("\"pendingOrdersCount\":3", "\"pendingOrdersCount\":2")
                        .replace("\"stockBuyingPower\":1989308.9", "\"stockBuyingPower\":2001072.65") // 150 at 156.85
                        .replace("\"optionBuyingPower\":994654.45", "\"optionBuyingPower\":1000536.325")
                        .replace("\"dayTradingBuyingPower\":3978617.8", "\"dayTradingBuyingPower\":4002145.3"));
        world.reset();
        assertThat(get(world, "/v1.0/accounts/6303/info", "admin-token").getBody())
                .isEqualTo(DOCUMENTED);
    }

    @Nested
    @SandboxTest(fixtures = "every-status")
    class with_an_order_in_every_status {
        @Test
        void only_outstanding_orders_are_pending(World world) {
            assertThat(get(world, "/v1.0/accounts/6303/info", "admin-token").getBody())
                    .isEqualTo(ZEROS.replace("\"pendingOrdersCount\":0", "\"pendingOrdersCount\":9"));
        }
    }

    @Test
    void a_pasted_answer_gives_its_figures_but_not_its_count(World world, Sandbox sandbox) {
        String document = """
                {"appKeys": [{"key": "demo-app-key"}],
                "users": [{"UserId": 1, "Login": "a", "password": "p", "administrator": true}],
                "accounts": [{"Id": 10, "balance": {"marketValue": 1.50, "pendingOrdersCount": 7, "cash": 1e3, "openPL": null}}],
                "tokens": [{"token": "t", "UserId": 1}], "orders": []}""";
        var fixtures = Fixtures.document("accounts", document.getBytes(StandardCharsets.UTF_8));
        try (World other = sandbox.newWorld(fixtures.load(), world.settings())) {
            assertThat(get(other, "/v1.0/accounts/10/info", "t").getBody())
                    .isEqualTo(ZEROS.replace("\"cash\":0", "\"cash\":1e3")
                            .replace("\"marketValue\":0", "\"marketValue\":1.50"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@me", "x", "2147483648"})
    void an_id_that_is_no_int32_is_a_bad_request(String accountId, World world) {
        var answer = get(world, "/v1.0/accounts/" + accountId + "/info", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getBody()).isEqualTo("{\"Message\":\"The request is invalid.\"}");
        assertThat(reason(answer)).startsWith("path parameter accountId is '" + accountId + "'");
    }

    @Test
    void an_unknown_account_is_a_server_error(World world) {
        var answer = get(world, "/v1.0/accounts/7125/info", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getBody())
                .isEqualTo("{\"message\":\"An error occurred while processing your request\","
                        + "\"error\":\"Unexpected server error\"}");
        assertThat(reason(answer)).isEqualTo("there is no account 7125; 7125 is a user's id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@me", "6303", "6688", "1"})
    void a_user_who_is_no_administrator_is_denied_before_the_id_is_looked_at(String accountId, World world) {
        var answer = get(world, "/v1.0/accounts/" + accountId + "/info", "trader-token");
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getBody()).isEqualTo("{\"Message\":\"Authorization has been denied for this request.\"}");
        assertThat(reason(answer)).startsWith("user trader (7125) is not an administrator; in dialect 'documented'");
    }

    @Test
    void a_disabled_user_is_denied(World world) {
        assertThat(get(world, "/v1.0/accounts/6303/info", "disabled-admin-token")
                        .getStatus())
                .isEqualTo(401);
    }

    @Nested
    @SandboxTest(dialect = Dialect.CURRENT)
    class in_later_editions {
        @ParameterizedTest
        @ValueSource(strings = {"trader-token", "read-only-token", "admin-token"})
        void whoever_has_access_to_the_account_reads_it(String token, World world) {
            assertThat(get(world, "/v1.0/accounts/6303/info", token).getBody()).isEqualTo(DOCUMENTED);
        }

        @Test
        void others_are_denied(World world) {
            var answer = get(world, "/v1.0/accounts/6303/info", "other-trader-token");
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(reason(answer)).isEqualTo("account 6303 is not one of user other-trader's (7472)");
        }

        @Test
        void an_id_that_is_no_int32_is_named(World world) {
            var answer = get(world, "/v1.0/accounts/@me/info", "trader-token");
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getBody())
                    .isEqualTo("{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":"
                            + "{\"accountId\":[\"The value '@me' is not valid for Int32.\"]}}");
        }
    }

    @Nested
    @SandboxTest(dialect = Dialect.AUTOSHARES)
    class at_AutoShares {
        @Test
        void an_unknown_account_is_a_server_error_without_a_name(World world) {
            assertThat(get(world, "/v1.0/accounts/7125/info", "trader-token").getBody())
                    .isEqualTo("{\"message\":\"An error occurred while processing your request\"}");
        }
    }
}
