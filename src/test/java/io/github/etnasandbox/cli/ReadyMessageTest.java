package io.github.etnasandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadyMessageTest {
    private static final String ORDER = """
            {"Id": 9, "SecurityId": 4, "Quantity": 10, "ExecutedQuantity": 0, "LeavesQuantity": 10, "Side": "Buy",
             "Status": "New", "Type": "Market", "TimeInForce": "Day", "AccountId": 1, "UserId": 3,
             "Date": "2020-01-01T00:00:00Z"}""";

    private static String message(SandboxConfig config) {
        try (Sandbox sandbox = Sandbox.start(config)) {
            return ReadyMessage.of(sandbox.world(), config.controlKey() != null)
                    .replace(sandbox.world().apiUrl(), "API-URL");
        }
    }

    private static String message(String appKeys, String tokens, String orders) {
        String document = """
                {"clock": "2020-01-02T00:00:00Z",
                 "appKeys": [%s],
                 "users": [
                   {"UserId": 2, "Login": "boss", "password": "p", "administrator": true},
                   {"UserId": 3, "Login": "owner", "password": "p"},
                   {"UserId": 4, "Login": "another", "password": "p"},
                   {"UserId": 5, "Login": "gone", "password": "p", "administrator": true, "enabled": false}],
                 "accounts": [{"Id": 1, "ClearingAccount": "1", "MarginType": "Cash", "Enabled": true,
                   "access": [{"UserId": 3, "AccessType": "Full"}]}],
                 "tokens": [%s],
                 "orders": [%s]}
                """.formatted(appKeys, tokens, orders);
        return message(SandboxConfig.DEFAULTS.withFixtures(
                Fixtures.document("test document", document.getBytes(StandardCharsets.UTF_8))));
    }

    private static String token(String value, int user) {
        return "{\"token\": \"" + value + "\", \"UserId\": " + user + "}";
    }

    @Test
    void the_documents_world_is_told_whole() {
        assertThat(message(SandboxConfig.DEFAULTS).lines().skip(2))
                .contains(
                        "  API           API-URL",
                        "  Dialect       documented",
                        "  Clock         frozen at 2019-01-21T15:30:00Z",
                        "  App key       demo-app-key",
                        "  Admin token   admin-token",
                        "  Trader token  trader-token (places orders; to list, read and cancel them takes an administrator"
                                + " in this dialect)",
                        "Cancel order 73552:",
                        "  curl -i -X DELETE -H \"Et-App-Key: demo-app-key\" -H \"Authorization: Bearer admin-token\""
                                + " \"API-URL/v1.0/accounts/6303/orders/73552\"");
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void what_the_trader_may_not_do_is_said_where_it_is_so(Dialect dialect) {
        SandboxConfig config = SandboxConfig.DEFAULTS.withDialect(dialect);
        try (Sandbox sandbox = Sandbox.start(config)) {
            String orders = sandbox.world().apiUrl() + "/v1.0/accounts/6303/orders";
            List<Integer> statuses = List.of(
                    asTrader(Unirest.get(orders + "?pageNumber=0&pageSize=1")),
                    asTrader(Unirest.get(orders + "/73552")),
                    asTrader(Unirest.delete(orders + "/73552")));
            boolean allowed = statuses.equals(List.of(200, 200, 204));
            assertThat(allowed || statuses.equals(List.of(401, 401, 401)))
                    .as("%s", statuses)
                    .isTrue();
            assertThat(message(config).contains("takes an administrator in this dialect"))
                    .isEqualTo(!allowed);
        }
    }

    private static int asTrader(HttpRequest<?> request) {
        return request.header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer trader-token")
                .asEmpty()
                .getStatus();
    }

    @Test
    void the_clock_is_told_as_it_moves() {
        assertThat(message(SandboxConfig.DEFAULTS.withClock(ClockMode.TICKING)))
                .contains("Clock         ticking, now 2019-01-21T15:30:0");
        assertThat(message(SandboxConfig.DEFAULTS.withClock(ClockMode.SYSTEM))).contains("Clock         system, now 2");
    }

    @Test
    void credentials_that_would_be_refused_are_not_offered() {
        String message = message(
                "{\"key\": \"a-disabled\", \"enabled\": false}, {\"key\": \"b-enabled\"}",
                token("a-disabled-user", 5)
                        + ", {\"token\": \"b-expired\", \"UserId\": 2, \"expires\": \"2020-01-01T00:00:00Z\"}"
                        + ", {\"token\": \"c-revoked\", \"UserId\": 2, \"revoked\": true}, "
                        + token("d-good", 2),
                ORDER);
        assertThat(message)
                .contains("App key       b-enabled", "Admin token   d-good")
                .doesNotContain("a-disabled", "b-expired", "c-revoked");
    }

    @Test
    void the_trader_is_the_one_whose_order_it_is() {
        assertThat(message("{\"key\": \"k\"}", token("a", 4) + ", " + token("b", 3), ORDER))
                .contains("Trader token  b");
    }

    @Test
    void another_trader_does_where_the_orders_own_has_no_token() {
        assertThat(message("{\"key\": \"k\"}", token("a", 4), ORDER)).contains("Trader token  a");
    }

    @Test
    void what_the_fixtures_lack_is_said_in_place_of_a_curl_that_would_fail() {
        assertThat(message("{\"key\": \"k\"}", token("t", 3), ORDER))
                .contains("Admin token   none of the fixtures is good at 2020-01-02T00:00:00Z; POST /token issues one")
                .contains("Order 9 is outstanding; to cancel it takes an enabled app key and an administrator's token.")
                .doesNotContain("curl");
        assertThat(message("{\"key\": \"k\"}", token("t", 2), "")).contains("No order is outstanding");
    }

    @Test
    void what_a_shell_would_read_is_quoted() {
        assertThat(message("{\"key\": \"$(k)'s\"}", token("t", 2), ORDER)).contains("-H 'Et-App-Key: $(k)'\\''s'");
    }
}
