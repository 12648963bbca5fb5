package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Calls.cancel;
import static io.github.etnasandbox.api.Calls.login;
import static io.github.etnasandbox.api.Calls.logout;
import static io.github.etnasandbox.api.Calls.reason;
import static io.github.etnasandbox.api.Calls.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.token.TokenIssuer;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import kong.unirest.core.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class TokenCheckTest {
    private static final String DENIED = "{\"Message\":\"Authorization has been denied for this request.\"}";

    @ParameterizedTest
    @ValueSource(strings = {"Bearer admin-token", "bearer admin-token", "BEARER   admin-token", "admin-token"})
    void a_good_token_is_accepted_with_or_without_its_scheme(String authorization, World world) {
        assertThat(cancel(world, "6303", "73552", authorization).getStatus()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bearer expired-token  | token expired at 2019-01-21T15:29:57Z, 3 s before the sandbox's clock (2019-01-21T15:30:00Z)
            Bearer revoked-token  | the token is revoked
            Bearer disabled-admin-token | the token's user 7003 is disabled
            Bearer no-such-token  | the token is unknown to this world: it is neither a token of the fixtures nor one that POST /token issued
            Bearer ADMIN-TOKEN    | the token is unknown to this world: it is neither a token of the fixtures nor one that POST /token issued
            Basic YWRtaW46eA==    | header Authorization has the scheme 'Basic'; Bearer is needed
            Bearer                | header Authorization holds no token; 'Bearer', a space and a token are needed
            """)
    void any_other_token_is_denied_and_told_why(String authorization, String reason, World world) {
        assertDenied(cancel(world, "6303", "73552", authorization), reason);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void a_missing_token_is_denied(World world) {
        var answer = kong.unirest.core.Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .asString();
        assertDenied(answer, "header Authorization is missing");
    }

    @Test
    void a_token_is_not_taken_for_one_in_other_letters_that_came_before_on_its_connection(World world) {
        String path = URI.create(world.apiUrl()).getPath();
        String start = "DELETE " + path + "/v1.0/accounts/6303/orders/";
        String head = " HTTP/1.1\r\nHost: a\r\nEt-App-Key: demo-app-key\r\nAuthorization: Bearer ";
        String both = start + 1 + head + "admin-token\r\n\r\n" + start + 73552 + head + "ADMIN-TOKEN\r\n\r\n";
        String answers = RawHttp.exchange(world.apiUrl(), both.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answers).startsWith("HTTP/1.1 409 ").contains("HTTP/1.1 401 ");
    }

    @Test
    void an_issued_token_opens_what_its_user_may_do(World world) {
        String token = token(login(world, "admin", "admin-password"));
        assertThat(cancel(world, 73552, token).getStatus()).isEqualTo(204);
    }

    @Test
    void a_token_whose_claims_were_changed_is_denied(World world) {
        String[] parts = token(login(world, "trader", "trader-password")).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String promoted = parts[0] + "." + base64(claims.replace("\"7125\"", "\"7001\"")) + "." + parts[2];
        assertDenied(
                cancel(world, 73552, promoted),
                "the token is unknown to this world: its signature does not fit this world's app keys: it was altered, or issued"
                        + " by a world with other ones");
    }

    @Test
    void a_token_without_a_signature_is_denied(World world) {
        String claims = token(login(world, "admin", "admin-password")).split("\\.", -1)[1];
        assertDenied(
                cancel(world, 73552, base64("{\"alg\":\"none\"}") + "." + claims + "."),
                "the token is unknown to this world: it is a JSON Web Token that is not signed with HS256 (alg none is"
                        + " never accepted)");
    }

    @Test
    void a_token_signed_with_another_key_is_denied(World world) {
        State state = LiveWorld.of(world).state();
        Token foreign = TokenIssuer.of(List.of("another-app-key"))
                .issue(
                        state.nextId(),
                        new UserId(7001),
                        world.now(),
                        world.now().plusSeconds(60),
                        false);
        assertDenied(
                cancel(world, 73552, foreign.value()),
                "the token is unknown to this world: its signature does not fit this world's app keys: it was altered, or issued"
                        + " by a world with other ones");
    }

    @Test
    void a_token_issued_before_a_reset_is_denied(World world) {
        String token = token(login(world, "admin", "admin-password"));
        world.reset();
        assertDenied(
                cancel(world, 73552, token),
                "the token is unknown to this world: its signature fits this world's app keys: it may have been issued before the"
                        + " last reset or by a world with the same keys, or been used up or forgotten since");
    }

    @Test
    void a_token_is_dead_after_its_logout_and_others_of_the_user_are_not(World world) {
        String first = token(login(world, "admin", "admin-password"));
        String second = token(login(world, "admin", "admin-password"));
        assertThat(first).isNotEqualTo(second);

        assertThat(logout(world, first).getStatus()).isEqualTo(200);
        assertDenied(cancel(world, 73552, first), "the token is revoked");
        assertDenied(logout(world, first), "the token is revoked");
        assertThat(cancel(world, 73552, second).getStatus()).isEqualTo(204);
    }

    private static void assertDenied(HttpResponse<String> answer, String reason) {
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getBody()).isEqualTo(DENIED);
        assertThat(answer.getHeaders().getFirst("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reason(answer)).isEqualTo(reason);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
