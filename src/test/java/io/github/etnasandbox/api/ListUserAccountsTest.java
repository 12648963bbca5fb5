package io.github.etnasandbox.api;

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
class ListUserAccountsTest {
    private static final String FULL = "[{\"Id\":6303,\"ClearingAccount\":\"6303\",\"AccessType\":\"Full\","
            + "\"MarginType\":\"DayTrader\",\"Enabled\":true}]";
    private static final String OTHER = "{\"Id\":6688,\"ClearingAccount\":\"6688\",\"AccessType\":\"Full\","
            + "\"MarginType\":\"Cash\",\"Enabled\":true}";

    @Test
    void an_administrator_lists_the_accounts_of_everybody(World world) {
        var answer = get(world, "/v1.0/users/7125/accounts", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(FULL);
        assertThat(get(world, "/v1.0/users/7472/accounts", "admin-token").getBody())
                .isEqualTo("[" + OTHER + "]");
    }

    @Test
    void the_access_type_is_that_of_the_user_who_is_asked_about(World world) {
        assertThat(get(world, "/v1.0/users/7300/accounts", "admin-token").getBody())
                .isEqualTo(FULL.replace("\"Full\"", "\"ReadOnly\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@me", "7001"})
    void an_administrator_has_full_access_to_every_account(String userId, World world) {
        assertThat(get(world, "/v1.0/users/" + userId + "/accounts", "admin-token")
                        .getBody())
                .isEqualTo(FULL.replace("]", ",") + OTHER + "]");
    }

    @Test
    void the_listed_id_is_the_one_orders_are_cancelled_with(World world) {
        String body = get(world, "/v1.0/users/7125/accounts", "admin-token").getBody();
        String id = body.substring("[{\"Id\":".length(), body.indexOf(','));
        assertThat(Calls.cancel(world, id, "73552", "Bearer admin-token").getStatus())
                .isEqualTo(204);
    }

    @Test
    void accounts_stand_by_ascending_id_with_what_the_fixture_keeps_behind(World world, Sandbox sandbox) {
        String document = """
                {"appKeys": [{"key": "demo-app-key"}],
                "users": [
                  {"UserId": 1, "Login": "a", "password": "p"}, {"UserId": 2, "Login": "b", "password": "p"},
                  {"UserId": 9, "Login": "c", "password": "p", "administrator": true}],
                "accounts": [
                  {"Id": 30, "Enabled": false, "MarginType": "MarginIra", "access": [
                    {"UserId": 1, "AccessType": "ClosePositionsOnly"}]},
                  {"Id": 20, "access": []},
                  {"Branch": 1.50, "AccessType": "Full", "Alias": "Nest egg", "Id": 10, "ClearingAccount": "X-1", "access": [
                    {"UserId": 1, "AccessType": "Owner"}]}],
                "tokens": [{"token": "t", "UserId": 9}], "orders": []}""";
        var fixtures = Fixtures.document("accounts", document.getBytes(StandardCharsets.UTF_8));
        try (World other = sandbox.newWorld(fixtures.load(), world.settings())) {
            assertThat(get(other, "/v1.0/users/2/accounts", "t").getBody()).isEqualTo("[]");
            assertThat(get(other, "/v1.0/users/1/accounts", "t").getBody())
                    .isEqualTo(
                            "[{\"Id\":10,\"ClearingAccount\":\"X-1\",\"AccessType\":\"Owner\",\"MarginType\":\"Margin\","
                                    + "\"Enabled\":true,\"Alias\":\"Nest egg\",\"Branch\":1.50},"
                                    + "{\"Id\":30,\"ClearingAccount\":\"30\",\"AccessType\":\"ClosePositionsOnly\","
                                    + "\"MarginType\":\"MarginIra\",\"Enabled\":false}]");
        }
    }

    @Test
    void an_id_that_is_no_int32_is_a_bad_request(World world) {
        var answer = get(world, "/v1.0/users/iris/accounts", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getBody()).isEqualTo("{\"Message\":\"The request is invalid.\"}");
        assertThat(reason(answer)).startsWith("path parameter userId is 'iris'");
    }

    @Test
    void an_unknown_user_is_a_server_error(World world) {
        var answer = get(world, "/v1.0/users/6303/accounts", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getBody())
                .isEqualTo("{\"Model\":null,\"Errors\":[\"Value cannot be null.\\r\\nParameter name: user\"],"
                        + "\"StatusCode\":500,\"IsSucceed\":false}");
        assertThat(reason(answer)).isEqualTo("there is no user 6303; 6303 is an account's id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@me", "7125", "644", "1", "x"})
    void a_user_who_is_no_administrator_is_denied_before_the_id_is_looked_at(String userId, World world) {
        var answer = get(world, "/v1.0/users/" + userId + "/accounts", "trader-token");
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getBody()).isEqualTo("{\"Message\":\"Authorization has been denied for this request.\"}");
        assertThat(reason(answer)).startsWith("user trader (7125) is not an administrator; in dialect 'documented'");
    }

    @Test
    void a_disabled_user_is_denied(World world) {
        assertThat(get(world, "/v1.0/users/@me/accounts", "disabled-admin-token")
                        .getStatus())
                .isEqualTo(401);
    }

    @Nested
    @SandboxTest(dialect = Dialect.CURRENT)
    class in_later_editions {
        @ParameterizedTest
        @ValueSource(strings = {"@me", "7125"})
        void users_list_their_own_accounts(String userId, World world) {
            assertThat(get(world, "/v1.0/users/" + userId + "/accounts", "trader-token")
                            .getBody())
                    .isEqualTo(FULL);
        }

        @Test
        void a_user_with_read_only_access_does_so_too(World world) {
            assertThat(get(world, "/v1.0/users/@me/accounts", "read-only-token").getBody())
                    .isEqualTo(FULL.replace("\"Full\"", "\"ReadOnly\""));
        }

        @Test
        void users_do_not_list_the_accounts_of_others(World world) {
            var answer = get(world, "/v1.0/users/644/accounts", "trader-token");
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(reason(answer))
                    .isEqualTo("user trader (7125) is not an administrator and may not read about user 644");
        }

        @Test
        void an_id_that_is_no_int32_is_named(World world) {
            var answer = get(world, "/v1.0/users/john/accounts", "trader-token");
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getBody())
                    .isEqualTo("{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":"
                            + "{\"userId\":[\"The value 'john' is not valid for Int32.\"]}}");
        }
    }
}
