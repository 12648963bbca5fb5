package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.login;
import static io.github.etnasandbox.api.Calls.reason;
import static io.github.etnasandbox.api.Calls.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import kong.unirest.core.HttpRequestWithBody;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SandboxTest
class RequestTokenTest {
    private static final String INVALID_CREDENTIALS =
            "{\"State\":\"Failed\",\"Step\":\"BaseAuthentication\",\"Reason\":\"Invalid credentials\"}";

    @Test
    void the_same_login_on_the_same_seed_gives_the_same_token_bytes(World world, Sandbox sandbox) {
        World twin = sandbox.newWorld();
        assertThat(login(world, "admin", "admin-password").getBody())
                .isEqualTo(login(twin, "admin", "admin-password").getBody());
        twin.close();
    }

    @Test
    void a_token_lives_for_24_hours_on_the_worlds_clock(World world) {
        String token = token(login(world, "admin", "admin-password"));
        assertThat(LiveWorld.of(world).state().token(token).orElseThrow().expires())
                .isEqualTo(world.now().plus(Duration.ofHours(24)));
    }

    @Test
    void a_token_is_refused_from_its_expiry_instant_on(World world) {
        String token = token(login(world, "admin", "admin-password"));
        world.advance(Duration.ofHours(24).minusNanos(1));
        assertThat(cancel(world, 73552, token).getStatus()).isEqualTo(204);

        world.advance(Duration.ofNanos(1));
        var answer = cancel(world, 80328, token);
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(reason(answer)).startsWith("token expired at 2019-01-22T15:30:00Z, 0 s before the sandbox's clock");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            admin          | wrong                   | header Password is not the password of user admin
            nobody         | admin-password          | there is no user with the login 'nobody'
            Admin          | admin-password          | there is no user with the login 'Admin'
            disabled-admin | disabled-admin-password | user disabled-admin is disabled
            """)
    void wrong_credentials_are_refused(String username, String password, String reason, World world) {
        var answer = login(world, username, password);
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getBody()).isEqualTo(INVALID_CREDENTIALS);
        assertThat(reason(answer)).isEqualTo(reason);
    }

    @Test
    void missing_credentials_are_refused(World world) {
        assertThat(reason(post(world).asString())).isEqualTo("header Username is missing or empty");
        assertThat(reason(post(world).header("Username", "admin").asString()))
                .isEqualTo("header Password is missing or empty");
    }

    @Test
    void the_app_key_is_checked_first(World world) {
        var answer = Unirest.post(world.apiUrl() + "/token").asString();
        assertThat(answer.getStatus()).isEqualTo(403);
    }

    @Nested
    class in_two_steps {
        @Test
        void the_interim_token_and_the_code_give_the_token(World world) {
            HttpResponse<String> first = login(world, "two-factor-admin", "two-factor-admin-password");
            assertThat(first.getStatus()).isEqualTo(202);
            assertThat(first.getBody())
                    .isEqualTo("{\"Step\":\"VerificationCode\",\"Reason\":\"Expecting confirmation code\","
                            + "\"State\":\"Expecting\",\"Token\":\"" + token(first) + "\"}");

            HttpResponse<String> second = verify(world, "Bearer " + token(first), "424242");
            assertThat(second.getStatus()).isEqualTo(200);
            assertThat(cancel(world, 73552, token(second)).getStatus()).isEqualTo(204);
        }

        @Test
        void the_interim_token_opens_nothing_else(World world) {
            String interim = token(login(world, "two-factor-admin", "two-factor-admin-password"));
            var answer = cancel(world, 73552, interim);
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(reason(answer)).startsWith("the token is an interim one");
        }

        @Test
        void the_interim_token_is_used_up_by_the_right_code(World world) {
            String interim = token(login(world, "two-factor-admin", "two-factor-admin-password"));
            verify(world, "Bearer " + interim, "424242");
            assertCorruptedTicket(verify(world, "Bearer " + interim, "424242"));
        }

        @Test
        void a_wrong_code_leaves_the_interim_token_good(World world) {
            String interim = token(login(world, "two-factor-admin", "two-factor-admin-password"));
            var wrong = verify(world, "Bearer " + interim, "000000");
            assertThat(wrong.getStatus()).isEqualTo(401);
            assertThat(wrong.getBody()).contains("Invalid confirmation code");
            assertThat(verify(world, "Bearer " + interim, "424242").getStatus()).isEqualTo(200);
        }

        @Test
        void a_code_without_the_first_step_is_a_corrupted_ticket(World world) {
            assertCorruptedTicket(verify(world, "", "424242"));
            assertCorruptedTicket(verify(world, "Bearer admin-token", "424242"));
        }

        private HttpResponse<String> verify(World world, String authorization, String code) {
            HttpRequestWithBody request = post(world)
                    .header("Username", "two-factor-admin")
                    .header("Password", "two-factor-admin-password")
                    .header("VerificationCode", code);
            return (authorization.isEmpty() ? request : request.header("Authorization", authorization)).asString();
        }

        private void assertCorruptedTicket(HttpResponse<String> answer) {
            assertThat(answer.getStatus()).isEqualTo(401);
            assertThat(answer.getBody())
                    .isEqualTo("{\"State\":\"Failed\",\"Step\":\"VerificationCode\",\"Reason\":\"Corrupted ticket\"}");
        }
    }

    private static HttpRequestWithBody post(World world) {
        return Unirest.post(world.apiUrl() + "/token").header("Et-App-Key", "demo-app-key");
    }
}
