package io.github.etnasandbox.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/api/token, /api/token",
        "/api/token, /API/Token",
        "/api/token, /api/token/",
        "/api/token/, /api/token",
        "/, /",
        "**, /",
        "**, /api/v1.0/accounts/6303/orders/73552",
        "/**, /api",
        "**/orders/73552, /api/v1.0/accounts/6303/orders/73552",
        "**/orders/73552, /orders/73552",
        "/api/**, /api",
        "/api/**/orders, /api/orders",
        "/api/**/orders, /api/v1.0/accounts/6303/orders",
        "/**/orders/**/7, /orders/a/orders/b/7",
        "/api/*/accounts/*/orders, /api/v1.0/accounts/6303/orders",
        "**/orders/735*, /api/orders/73552",
        "**/orders/*5*2, /api/orders/73552",
        "**/orders/73552*, /api/orders/73552",
        "**/accounts/%36303, /api/accounts/%36303"
    })
    void a_path_that_fits_is_meant(String pattern, String path) {
        assertThat(RequestPattern.of("GET", pattern).matches("GET", path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/token, /token",
        "/api/token, /api/token/1",
        "/api/token, /api/token//",
        "/token, /api/token",
        "**/orders/73552, /orders/73552/1",
        "**/orders/73552, /orders/173552",
        "**/orders/73552, /reorders/73552",
        "/api/*/orders, /api/orders",
        "/api/*/orders, /api/v1.0/accounts/orders",
        "**/orders/*5*2, /orders/735521",
        "/**/orders/**/7, /orders/a/b/8",
        "**/accounts/6303, /accounts/%36303"
    })
    void a_path_that_does_not_fit_is_not_meant(String pattern, String path) {
        assertThat(RequestPattern.of("GET", pattern).matches("GET", path)).isFalse();
    }

    @Test
    void another_method_is_not_meant() {
        RequestPattern deletes = RequestPattern.of("DELETE", "/a");
        assertThat(deletes.matches("DELETE", "/a")).isTrue();
        assertThat(deletes.matches("GET", "/a")).isFalse();
        assertThat(deletes.matches("delete", "/a")).isFalse();
    }

    @Test
    void without_a_method_any_is_meant() {
        assertThat(new RequestPattern(null, new PathPattern("/a")).matches("FOO", "/a"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "*/orders", "http://127.0.0.1/orders", "/a**", "/**b/c", "/***", "***"})
    void a_path_pattern_that_could_not_be_meant_is_refused(String path) {
        assertThatThrownBy(() -> RequestPattern.of("GET", path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + path + "' must be a path pattern such as \"**/orders/73552\"");
    }

    @Test
    void a_method_that_no_request_has_is_refused() {
        assertThatThrownBy(() -> RequestPattern.of("delete", "/a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the method 'delete' must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    }

    @Test
    @Timeout(10)
    void many_stars_take_no_longer_than_few() {
        String path = "/" + "a/".repeat(2_000) + "b";
        assertThat(RequestPattern.of("GET", "/" + "**/a/".repeat(200) + "c").matches("GET", path))
                .isFalse();
        assertThat(RequestPattern.of("GET", "/" + "*a".repeat(200) + "c").matches("GET", "/" + "a".repeat(4_000)))
                .isFalse();
    }

    @Test
    void a_pattern_shows_as_a_request_line_starts() {
        assertThat(RequestPattern.of("GET", "/a")).hasToString("GET /a");
        assertThat(new RequestPattern(null, new PathPattern("/A"))).hasToString("any method /A");
    }
}
