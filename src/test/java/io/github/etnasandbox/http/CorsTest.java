package io.github.etnasandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of another origin may call the API where the sandbox was told so, and is told how where it was not. */
class CorsTest {
    private static final String PAGE = "http://localhost:3000";
    private static final String ORDER = "/api/v1.0/accounts/6303/orders/75301";
    private static final String APP_KEY = "Et-App-Key: demo-app-key";
    private static final String TOKEN = "Authorization: Bearer admin-token";

    private static RawHttp.Response preflight(World world, String path, String origin) {
        return RawHttp.send(
                world.apiUrl(),
                "OPTIONS " + path,
                "Origin: " + origin,
                "Access-Control-Request-Method: DELETE",
                "Access-Control-Request-Headers: authorization,et-app-key,x-mine");
    }

    private static RawHttp.Response cancel(World world, String... headers) {
        return RawHttp.send(world.apiUrl(), "DELETE " + ORDER, headers);
    }

    private static List<String> corsFields(RawHttp.Response response) {
        return response.headers().stream()
                .filter(field -> field.startsWith("Access-Control-") || field.startsWith("Vary"))
                .toList();
    }

    @Test
    void a_preflight_from_the_allowed_origin_lets_every_request_through() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withCors(PAGE))) {
            RawHttp.Response answer = preflight(sandbox.world(), ORDER, PAGE);
            assertThat(answer.status()).isEqualTo(204);
            assertThat(corsFields(answer))
                    .containsExactlyInAnyOrder(
                            "Vary: Origin",
                            "Access-Control-Allow-Origin: " + PAGE,
                            "Access-Control-Expose-Headers: *",
                            "Access-Control-Allow-Methods: GET, POST, PUT, DELETE",
                            "Access-Control-Allow-Headers: authorization,et-app-key,x-mine",
                            "Access-Control-Max-Age: 600");
            assertThat(preflight(sandbox.newWorld(), "/worlds/1/api/token", PAGE)
                            .status())
                    .isEqualTo(204);
            assertThat(sandbox.world().requests()).isEmpty();
        }
    }

    @Test
    void the_page_can_read_each_answer_and_its_reason() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withCors(PAGE))) {
            World world = sandbox.world();
            RawHttp.Response refused = cancel(world, "Origin: " + PAGE, APP_KEY, TOKEN);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.header("Sandbox-Reason")).contains("is Filled");
            List<String> readable =
                    List.of("Vary: Origin", "Access-Control-Allow-Origin: " + PAGE, "Access-Control-Expose-Headers: *");
            assertThat(corsFields(refused)).containsExactlyInAnyOrderElementsOf(readable);
            assertThat(corsFields(cancel(world, "Origin: " + PAGE))).containsExactlyInAnyOrderElementsOf(readable);
            assertThat(corsFields(RawHttp.send(world.apiUrl(), "GET /worlds/9/api", "Origin: " + PAGE)))
                    .containsExactlyInAnyOrderElementsOf(readable);

            world.inject(Fault.before("DELETE", ORDER, new FaultEffect.Status(503, Map.of(), "")));
            RawHttp.Response struck = cancel(world, "Origin: " + PAGE, APP_KEY, TOKEN);
            assertThat(struck.status()).isEqualTo(503);
            assertThat(corsFields(struck)).containsExactlyInAnyOrderElementsOf(readable);
            assertThat(Objects.requireNonNull(world.requests().get(0).response())
                            .headers())
                    .extracting(field -> field.name() + ": " + field.value())
                    .containsAll(readable);
        }
    }

    @Test
    void pages_of_any_origin_are_let_in_with_an_asterisk() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withCors("*"))) {
            RawHttp.Response answer = preflight(sandbox.world(), ORDER, "null");
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Vary")).isNull();
            assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
            assertThat(corsFields(cancel(sandbox.world(), APP_KEY, TOKEN))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:3001", "http://localhost:3000.evil.example", "https://localhost:3000", "null"})
    void pages_of_another_origin_are_not_let_in_and_told_how(String origin) {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withCors(PAGE))) {
            RawHttp.Response answer = preflight(sandbox.world(), ORDER, origin);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("Sandbox-Reason")).contains("--cors " + origin);
            assertThat(corsFields(answer)).containsExactly("Vary: Origin");
            assertThat(corsFields(cancel(sandbox.world(), "Origin: " + origin))).containsExactly("Vary: Origin");
        }
    }

    @Test
    void unless_told_no_page_is_let_in_and_the_reason_says_what_came_and_what_would_let_it_in() {
        try (Sandbox sandbox = Sandbox.start()) {
            RawHttp.Response answer = preflight(sandbox.world(), ORDER, PAGE);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("Sandbox-Reason"))
                    .isEqualTo("header Et-App-Key is missing; it is the preflight of a browser, for a page of " + PAGE
                            + "; start the sandbox with --cors " + PAGE + " to let such pages in");
            assertThat(answer.body()).isEqualTo("{\"error\":\"Application key is not defined or does not exist\"}");
            assertThat(corsFields(answer)).isEmpty();
            assertThat(corsFields(cancel(sandbox.world(), "Origin: " + PAGE))).isEmpty();
        }
    }

    @Test
    void control_routes_stay_closed_to_pages_of_other_origins() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withCors("*"))) {
            RawHttp.Response answer = preflight(sandbox.world(), "/sandbox/reset", PAGE);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(corsFields(answer)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/",
                "localhost:3000",
                "http://Localhost",
                "http://localhost:80",
                "https://a.example:443",
                "http://a, http://b",
                "http://a\r\nX: y",
                "null",
                ""
            })
    void what_no_browser_sends_as_an_origin_is_refused(String origin) {
        assertThatThrownBy(() -> SandboxConfig.DEFAULTS.withCors(origin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no origin as browsers send it; one such as http://localhost:3000 is");
    }
}
