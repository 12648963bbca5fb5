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
import java.util.List;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class GetOrderTest {
    private static final String ORDER = "/v1.0/accounts/6303/orders/";

    @Test
    void an_order_has_the_documented_keys_in_the_documented_order(World world) {
        var answer = get(world, ORDER + "75225", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo("""
                        {"Id":75225,"SecurityId":2829,"Quantity":100,"Price":0,"StopPrice":0,"ClientId":"931672854",
                        "ExecutedQuantity":0,"LastPrice":0,"LastQuantity":0,"LeavesQuantity":0,"AveragePrice":0,
                        "Side":"Buy","Date":"2019-01-30T15:09:23.7597893Z",
                        "TransactionDate":"2019-01-30T21:01:00.0397665Z","SettDate":"0001-01-01T00:00:00Z",
                        "Status":"DoneForDay","ExecutionStatus":"DoneForDay","Type":"Market",
                        "RequestStatus":"Complete","Target":"New","Description":"Expired by OMS","Comment":"",
                        "TimeInForce":"Day","ExecInst":0,"ExpireDate":"2019-01-30T21:00:00Z","AccountId":6303,
                        "UserId":7125,"RequestId":98413,"StateId":173093,"ParentId":-1,"Legs":[],
                        "ExecutionVenue":"Etna Emulator","TrailingStopAmountType":"Absolute",
                        "TrailingStopAmount":0,"TrailingLimitAmountType":"Absolute","TrailingLimitAmount":0,
                        "CreateDate":"2019-01-30T15:09:23.7597893Z","InitialType":"Market","IsExternal":false,
                        "ExecBrocker":"NSDQ","ExecutionInstructions":{},"TransType":"New",
                        "ValidationsToBypass":0,"ParentRequestId":0,
                        "SettlementDate":"0001-01-01T00:00:00Z"}""".replace("\n", ""));
    }

    @Test
    void numbers_and_dates_are_spelt_as_documented(World world) {
        assertThat(get(world, ORDER + "75301", "admin-token").getBody())
                .contains("\"LastPrice\":156.57,\"LastQuantity\":150,")
                .contains("\"Date\":\"2019-01-22T13:00:26.575811Z\"");
    }

    @Test
    void a_cancelled_order_is_still_there(World world) {
        cancel(world, 73552, "admin-token");
        assertThat(get(world, ORDER + "73552", "admin-token").getBody())
                .contains("\"Status\":\"Canceled\",\"ExecutionStatus\":\"Canceled\"")
                .contains("\"Target\":\"Cancel\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1.0/accounts/6303/orders/1     | 500 | there is no order 1
            /v1.0/accounts/6303/orders/-1    | 500 | there is no order -1
            /v1.0/accounts/6303/orders/80401 | 500 | order 80401 is on account 6688, not on 6303
            /v1.0/accounts/7125/orders/73552 | 500 | there is no account 7125; 7125 is a user's id
            """)
    void an_order_that_the_account_does_not_have_is_a_server_error(
            String path, int status, String reason, World world) {
        var answer = get(world, path, "admin-token");
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(reason(answer)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7355x", "2147483648", "@me"})
    void an_order_id_that_is_no_int32_is_a_bad_request(String orderId, World world) {
        assertThat(get(world, ORDER + orderId, "admin-token").getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6303/orders/73552", "6303/orders/1", "6303/orders/x", "1/orders/1"})
    void a_trader_learns_nothing(String path, World world) {
        var answer = get(world, "/v1.0/accounts/" + path, "trader-token");
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(reason(answer)).startsWith("user trader (7125) is not an administrator");
    }

    @Test
    void an_administrator_reads_every_account(World world) {
        assertThat(get(world, "/v1.0/accounts/6688/orders/80401", "admin-token").getStatus())
                .isEqualTo(200);
    }

    @Nested
    @SandboxTest(dialect = Dialect.CURRENT)
    class in_the_dialect_current {
        @ParameterizedTest
        @ValueSource(strings = {"trader-token", "read-only-token", "admin-token"})
        void whoever_has_access_to_the_account_reads(String token, World world) {
            assertThat(get(world, ORDER + "73552", token).getStatus()).isEqualTo(200);
        }

        @Test
        void others_are_denied(World world) {
            var answer = get(world, ORDER + "73552", "other-trader-token");
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(reason(answer)).isEqualTo("account 6303 is not one of user other-trader's (7472)");
        }

        @Test
        void an_unknown_order_is_a_server_error(World world) {
            assertThat(get(world, ORDER + "1", "admin-token").getStatus()).isEqualTo(500);
        }
    }

    @Nested
    class with_a_symbol_and_unknown_fields {
        private static final List<Dialect> SHOWING = List.of(Dialect.CURRENT, Dialect.AUTOSHARES);

        @Test
        void the_symbol_is_left_out_in_the_dialect_documented(Sandbox sandbox) {
            assertThat(read(sandbox, Dialect.DOCUMENTED).getBody())
                    .startsWith("{\"Id\":1,\"SecurityId\":4,\"Quantity\":0.5,")
                    .doesNotContain("AAPL");
        }

        @Test
        void it_is_shown_in_the_others_in_its_place(Sandbox sandbox) {
            assertThat(SHOWING)
                    .allSatisfy(dialect -> assertThat(read(sandbox, dialect).getBody())
                            .startsWith("{\"Id\":1,\"SecurityId\":4,\"Symbol\":\"AAPL\",\"Quantity\":0.5,"));
        }

        @Test
        void kept_fields_stand_in_their_documented_places_and_unknown_ones_behind_them(Sandbox sandbox) {
            assertThat(read(sandbox, Dialect.DOCUMENTED).getBody())
                    .contains("\"Target\":\"New\",\"Comment\":\"c\",\"TimeInForce\":\"Day\"")
                    .endsWith("\"TransType\":\"New\",\"LastMarket\":\"m\",\"Cusip\":{\"a\":[1.50]}}");
        }

        private static HttpResponse<String> read(Sandbox sandbox, Dialect dialect) {
            String fixtures = """
                    {"appKeys": [{"key": "demo-app-key"}],
                     "users": [{"UserId": 9, "Login": "a", "password": "b", "administrator": true}],
                     "accounts": [{"Id": 2, "access": []}], "tokens": [{"token": "t", "UserId": 9}],
                     "orders": [{"Cusip": {"a": [1.50]}, "LastMarket": "m", "Comment": "c", "Symbol": "AAPL", "Id": 1,
                       "SecurityId": 4, "Quantity": 0.5, "Side": "Buy", "Status": "New", "AccountId": 2, "UserId": 9}]}
                    """;
            var seed = Fixtures.document("test", fixtures.getBytes(StandardCharsets.UTF_8))
                    .load();
            World world = sandbox.newWorld(seed, sandbox.world().settings().withDialect(dialect));
            return get(world, "/v1.0/accounts/2/orders/1", "t");
        }
    }
}
