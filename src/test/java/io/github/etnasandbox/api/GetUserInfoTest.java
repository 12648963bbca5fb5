package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.get;
import static io.github.etnasandbox.api.Calls.reason;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class GetUserInfoTest {
    private static final String TRADER =
            "{\"UserId\":7125,\"FirstName\":\"Tomas\",\"MiddleName\":\"\",\"LastName\":\"Lind\","
                    + "\"Login\":\"trader\",\"Email\":\"tomas.lind@example.com\",\"AddedDate\":\"2019-01-14T12:30:00Z\","
                    + "\"Salutation\":\"NoSalutation\",\"Suffix\":\"NoSuffix\"}";

    @Test
    void an_administrator_reads_about_everybody(World world) {
        var answer = get(world, "/v1.0/users/7125/info", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).isEqualTo(TRADER);
        assertThat(get(world, "/v1.0/users/7003/info", "admin-token").getBody())
                .contains("\"Login\":\"disabled-admin\"");
    }

    @Test
    void me_is_the_caller(World world) {
        assertThat(get(world, "/v1.0/users/@me/info", "admin-token").getBody())
                .isEqualTo(get(world, "/v1.0/users/7001/info", "admin-token").getBody())
                .startsWith("{\"UserId\":7001,");
    }

    @Test
    void reading_changes_nothing(World world) {
        var before = LiveWorld.of(world).state();
        get(world, "/v1.0/users/7125/info", "admin-token");
        assertThat(LiveWorld.of(world).state()).isSameAs(before);
    }

    @Test
    void what_is_the_sandboxs_own_is_never_told(World world) {
        assertThat(get(world, "/v1.0/users/7002/info", "admin-token").getBody())
                .doesNotContain("password", "424242", "administrator", "enabled");
    }

    @Test
    void other_fields_of_the_api_stand_behind_the_documented_ones_when_the_fixture_has_them(
            World world, Sandbox sandbox) {
        String document = """
                {"appKeys": [{"key": "demo-app-key"}],
                "users": [{"DateOfBirth": "1990-05-01T00:00:00Z", "Role": 0, "UserId": 1, "Login": "a", "password": "p",
                    "administrator": true, "LastName": "B", "FirstName": "\u00c5", "Suffix": null}],
                "accounts": [], "tokens": [{"token": "t", "UserId": 1}], "orders": []}""";
        var fixtures = Fixtures.document("users", document.getBytes(StandardCharsets.UTF_8));
        try (World other = sandbox.newWorld(fixtures.load(), world.settings())) {
            assertThat(get(other, "/v1.0/users/1/info", "t").getBody())
                    .isEqualTo("{\"UserId\":1,\"FirstName\":\"\u00c5\",\"LastName\":\"B\",\"Login\":\"a\",\"Role\":0,"
                            + "\"DateOfBirth\":\"1990-05-01T00:00:00Z\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "@Me", "me", "2147483648", "1.0", "%20"})
    void an_id_that_is_no_int32_is_a_bad_request(String userId, World world) {
        var answer = get(world, "/v1.0/users/" + userId + "/info", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getBody()).isEqualTo("{\"Message\":\"The request is invalid.\"}");
        assertThat(reason(answer)).startsWith("path parameter userId is '");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1    | there is no user 1
            0    | there is no user 0
            -1   | there is no user -1
            6303 | there is no user 6303; 6303 is an account's id
            """)
    void an_unknown_user_is_a_server_error(String userId, String reason, World world) {
        var answer = get(world, "/v1.0/users/" + userId + "/info", "admin-token");
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getBody())
                .isEqualTo("{\"Model\":null,\"Errors\":[\"Value cannot be null.\\r\\nParameter name: user\"],"
                        + "\"StatusCode\":500,\"IsSucceed\":false}");
        assertThat(reason(answer)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@me", "7125", "644", "1", "x"})
    void a_user_who_is_no_administrator_is_denied_before_the_id_is_looked_at(String userId, World world) {
        var answer = get(world, "/v1.0/users/" + userId + "/info", "trader-token");
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getBody()).isEqualTo("{\"Message\":\"Authorization has been denied for this request.\"}");
        assertThat(reason(answer)).startsWith("user trader (7125) is not an administrator; in dialect 'documented'");
    }

    @Test
    void a_disabled_user_is_denied(World world) {
        var answer = get(world, "/v1.0/users/@me/info", "disabled-admin-token");
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(reason(answer)).isEqualTo("the token's user 7003 is disabled");
    }

    @Test
    void the_app_key_is_checked_before_the_token(World world) {
        var answer = Unirest.get(world.apiUrl() + "/v1.0/users/x/info").asString();
        assertThat(answer.getStatus()).isEqualTo(403);
    }

    @Nested
    @SandboxTest(dialect = Dialect.CURRENT)
    class in_later_editions {
        @ParameterizedTest
        @ValueSource(strings = {"@me", "7125"})
        void users_read_about_themselves(String userId, World world) {
            assertThat(get(world, "/v1.0/users/" + userId + "/info", "trader-token")
                            .getBody())
                    .isEqualTo(TRADER);
        }

        @Test
        void users_do_not_read_about_others(World world) {
            var answer = get(world, "/v1.0/users/644/info", "trader-token");
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(reason(answer))
                    .isEqualTo("user trader (7125) is not an administrator and may not read about user 644");
        }

        @Test
        void an_administrator_reads_about_everybody(World world) {
            assertThat(get(world, "/v1.0/users/7125/info", "admin-token").getBody())
                    .isEqualTo(TRADER);
        }

        @Test
        void an_id_that_is_no_int32_is_named(World world) {
            var answer = get(world, "/v1.0/users/john/info", "trader-token");
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getBody())
                    .isEqualTo("{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":"
                            + "{\"userId\":[\"The value 'john' is not valid for Int32.\"]}}");
        }

        @Test
        void an_unknown_user_is_a_server_error_before_access_is_looked_at(World world) {
            assertThat(get(world, "/v1.0/users/1/info", "trader-token").getStatus())
                    .isEqualTo(500);
        }
    }
}
