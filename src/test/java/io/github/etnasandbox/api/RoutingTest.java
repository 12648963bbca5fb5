package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class RoutingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1.0/v1.0/accounts/6303/orders/73552     | it has v1.0 twice
            /v1.0/v1.0/accounts/6303/orders/73552         | it has v1.0 twice
            /api/v1.0/api/v1.0/accounts/6303/orders/73552 | it has v1.0 twice
            /api/api/v1.0/accounts/6303/orders/73552      | it has api twice
            //api/v1.0/accounts/6303/orders/73552         | it has a double slash
            /api//v1.0/accounts/6303/orders/73552         | it has a double slash
            /api/v1.0/accounts/6303//orders/73552//       | it has a double slash
            /api/api//token                               | it has a double slash and api twice
            """)
    void what_a_base_url_and_a_path_both_have_is_told(String path, String told, World world) {
        RawHttp.Response response = send(world, "DELETE", path);
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("Sandbox-Reason"))
                .startsWith("no route ")
                .endsWith("; " + told)
                .doesNotContain("the routes are");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1.0/accounts/6303/orders/73552",
                "/v1.0/accounts/6303/orders/73552",
                "/api/v1/accounts/6303/orders/73552",
                "/api/v01.00/accounts/6303/orders/73552",
                "/API/V1.0/ACCOUNTS/6303/Orders/73552",
                "/api/v1.0/accounts/6303/orders/73552/",
                "/api/v1.0/accounts/+6303/orders/00073552",
                "/api/v1.0/account%73/6303/orders/7355%32",
                "/api/v1.0/accounts/6303/orders/73552?ignored=yes"
            })
    void these_are_all_the_same_route(String path, World world) {
        assertThat(send(world, "DELETE", path).status()).isEqualTo(204);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "//api/v1.0/accounts/6303/orders/73552",
                "/api//v1.0/accounts/6303/orders/73552",
                "/api/v1.0/accounts/6303/orders/73552//",
                "/api/v1.0/accounts/6303/orders//",
                "/api/v1.0/accounts//orders/73552",
                "/api/vx/accounts/6303/orders/73552",
                "/api/v1.0.0/accounts/6303/orders/73552",
                "/api/v/accounts/6303/orders/73552",
                "/api/accounts/6303/orders/73552",
                "/api/api/v1.0/accounts/6303/orders/73552",
                "/api/v1.0/accounts/6303%2Forders/73552",
                "/api/v1.0/accounts/6303/orders/73552/details/more",
                "/api/../api/v1.0/x",
                "/api/v1.0/token",
                "/api/%2e%2e/",
                "/api/v1.0/;a=b"
            })
    void these_lead_nowhere(String path, World world) {
        RawHttp.Response response = send(world, "DELETE", path);
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body())
                .startsWith("{\"Message\":\"No HTTP resource was found that matches the request URI '");
        assertThat(response.header("Sandbox-Reason")).startsWith("no route ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "POST", "PATCH", "TRACE", "PROPFIND", "delete", "FOO-BAR"})
    void other_methods_are_told_the_right_one(String method, World world) {
        RawHttp.Response response = send(world, method, "/api/v1.0/accounts/6303/orders/73552");
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).isEqualTo("GET, PUT, DELETE");
        assertThat(response.body().isEmpty()).isEqualTo(method.equals("HEAD"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1.0/account/6303/orders/73552 | did you mean /v1.0/accounts/6303/orders/73552?
            /api/tokens                         | did you mean /token?
            /api/accounts/6303/orders/73552     | a version is missing, as in /v1.0/accounts/6303/orders/73552
            /api/v1.0/token                     | it has no version, as in /token
            """)
    void a_near_miss_is_told(String path, String hint, World world) {
        assertThat(send(world, "DELETE", path).header("Sandbox-Reason")).endsWith(hint);
    }

    @Test
    void an_app_key_sent_twice_is_refused(World world) {
        RawHttp.Response response = RawHttp.send(
                world.apiUrl(),
                "DELETE /api/v1.0/accounts/6303/orders/73552",
                "Et-App-Key: demo-app-key",
                "et-app-key: demo-app-key",
                "Authorization: Bearer admin-token");
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.header("Sandbox-Reason")).isEqualTo("header Et-App-Key was sent 2 times; once is right");
    }

    @Test
    void a_token_sent_twice_is_refused(World world) {
        RawHttp.Response response = RawHttp.send(
                world.apiUrl(),
                "DELETE /api/v1.0/accounts/6303/orders/73552",
                "Et-App-Key: demo-app-key",
                "Authorization: Bearer admin-token",
                "Authorization: Bearer admin-token");
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("Sandbox-Reason")).isEqualTo("header Authorization was sent 2 times; once is right");
    }

    @Test
    void header_names_are_taken_in_any_letter_case(World world) {
        RawHttp.Response response = RawHttp.send(
                world.apiUrl(),
                "DELETE " + URI.create(world.apiUrl()).getPath() + "/v1.0/accounts/6303/orders/73552",
                "ET-APP-KEY: demo-app-key",
                "authorization: Bearer admin-token");
        assertThat(response.status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            demo-app-kex     | the app key is unknown; a known one differs in one character
            demo-app-kexs    | the app key is unknown; a known one differs in 2 characters
            Demo-App-Key     | the app key is unknown; a known one differs in letter case
            something-else   | the app key is unknown
            disabled-app-key | the app key is deactivated
            """)
    void a_refused_app_key_is_told_why_and_no_other_key(String key, String reason, World world) {
        RawHttp.Response response = RawHttp.send(world.apiUrl(), "GET /api/token", "Et-App-Key: " + key);
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.header("Sandbox-Reason")).isEqualTo(reason);
    }

    private static RawHttp.Response send(World world, String method, String path) {
        String prefix = URI.create(world.apiUrl()).getPath().replaceFirst("/api$", "");
        return RawHttp.send(
                world.apiUrl(),
                method + " " + prefix + path,
                "Et-App-Key: demo-app-key",
                "Authorization: Bearer admin-token");
    }
}
