package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.NoSuchElementException;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class TokenRoutesTest {
    private static final String TRADER = "{\"token\": \"trader-token\"}";

    @Test
    void an_expired_token_is_refused_from_now_on(World world) {
        world.advance(Duration.ofSeconds(1));
        HttpResponse<String> answer = post(world, "expire", TRADER);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody())
                .isEqualTo("{\"UserId\":7125,\"expires\":\"2019-01-21T15:30:01Z\",\"revoked\":false}\n");
        assertThat(reasonOf(world, "trader-token")).startsWith("token expired at 2019-01-21T15:30:01Z, 0 s before");
    }

    @Test
    void a_revoked_token_is_refused_from_now_on(World world) {
        assertThat(post(world, "revoke", TRADER).getBody()).isEqualTo("{\"UserId\":7125,\"revoked\":true}\n");
        assertThat(reasonOf(world, "trader-token")).isEqualTo("the token is revoked");
    }

    @Test
    void a_token_whose_time_is_over_already_stays_as_it_is(World world) {
        State before = LiveWorld.of(world).state();

        assertThat(post(world, "expire", "{\"token\": \"expired-token\"}").getStatus())
                .isEqualTo(200);
        assertThat(LiveWorld.of(world).state()).isSameAs(before);
    }

    @Test
    void issued_tokens_are_forgotten_and_those_of_the_fixtures_are_not(World world) {
        String issued = issuedToken(world);
        world.revokeToken("trader-token");

        assertThat(post(world, "forget", "").getBody()).isEqualTo("{\"forgotten\":1}\n");
        assertThat(reasonOf(world, issued)).startsWith("the token is unknown to this world");
        assertThat(reasonOf(world, "trader-token")).isEqualTo("the token is revoked");
    }

    @Test
    void a_reset_makes_tokens_good_again(World world) {
        world.expireToken("admin-token");
        world.reset();

        assertThat(info(world, "admin-token").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"expire", "revoke"})
    void an_unknown_token_is_not_repeated(String how, World world) {
        HttpResponse<String> answer = post(world, how, "{\"token\": \"secret\"}");

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getBody())
                .contains("this world does not know the token")
                .doesNotContain("secret");
        assertThatThrownBy(() -> world.expireToken("secret")).isInstanceOf(NoSuchElementException.class);
    }

    private static HttpResponse<String> post(World world, String how, String body) {
        return Unirest.post(world.controlUrl() + "/tokens/" + how).body(body).asString();
    }

    private static String issuedToken(World world) {
        String answer = Unirest.post(world.apiUrl() + "/token")
                .header("Et-App-Key", "demo-app-key")
                .header("Username", "trader")
                .header("Password", "trader-password")
                .asString()
                .getBody();
        return answer.replaceAll(".*\"Token\":\"([^\"]+)\".*", "$1");
    }

    private static HttpResponse<String> info(World world, String token) {
        return Unirest.get(world.apiUrl() + "/v1.0/users/@me/info")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer " + token)
                .asString();
    }

    private static String reasonOf(World world, String token) {
        return info(world, token).getHeaders().getFirst("Sandbox-Reason");
    }
}
