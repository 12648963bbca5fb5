package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** A person who puts the address of a sandbox into a browser sees what it is; a client there gets what it always got. */
@SandboxTest
class BrowserTest {
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** Any world's page, by the place below the world's own path. */
    private static RawHttp.Response page(World world, String place, String... headers) {
        String base = world.apiUrl().replaceFirst("/api$", "").replaceFirst("http://[^/]+", "");
        String[] all = new String[headers.length + 1];
        all[0] = BROWSER;
        System.arraycopy(headers, 0, all, 1, headers.length);
        return RawHttp.send(world.apiUrl(), "GET " + base + place, all);
    }

    private static String wellFormed(String html) {
        try {
            String xml = html.replace("<!DOCTYPE html>", "");
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement()
                    .getTextContent();
        } catch (Exception e) {
            throw new AssertionError(html, e);
        }
    }

    @Test
    void it_tells_urls_credentials_orders_and_the_last_requests_with_their_reasons(World world) {
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/75301?a=1&b=%3Ci%3E")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();
        RawHttp.Response page = page(world, "/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(wellFormed(page.body()))
                .contains(
                        world.apiUrl(),
                        world.controlUrl(),
                        "demo-app-key",
                        "trader-password",
                        "Bearer admin-token",
                        "73552",
                        "/api/v1.0/accounts/6303/orders/75301?a=1&b=",
                        "order 75301 is Filled; only outstanding orders can be cancelled");
        assertThat(page.body()).contains("/sandbox/requests/1/explanation\">1</a>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api", "/api/", "/sandbox", "/sandbox/"})
    void it_is_wherever_a_person_may_look_for_a_world(String place, World world) {
        assertThat(wellFormed(page(world, place).body())).contains(world.apiUrl());
    }

    @Test
    void the_default_world_lists_the_others() {
        try (Sandbox sandbox = Sandbox.start()) {
            World other = sandbox.newWorld();

            assertThat(page(sandbox.world(), "/").body()).contains("Other worlds (1)", ">" + other.id() + "</a>");
        }
    }

    @Test
    void a_world_that_is_gone_is_a_404(Sandbox sandbox) {
        assertThat(page(sandbox.world(), "/worlds/none/").status()).isEqualTo(404);
    }

    @Test
    void the_same_world_is_the_same_page_and_the_journal_does_not_have_it(World world) {
        assertThat(page(world, "/").body()).isEqualTo(page(world, "/").body());
        assertThat(world.requests()).isEmpty();
    }

    @Test
    void a_head_has_the_fields_of_the_get(World world) {
        RawHttp.Response get = page(world, "/api");
        RawHttp.Response head =
                RawHttp.send(world.apiUrl(), "HEAD " + world.apiUrl().replaceFirst("http://[^/]+", ""), BROWSER);
        assertThat(head.headers()).isEqualTo(get.headers());
        assertThat(head.body()).isEmpty();
    }

    @Test
    void nothing_runs_in_it_nothing_is_loaded_and_nobody_may_frame_or_keep_it(World world) {
        RawHttp.Response page = page(world, "/");
        assertThat(page.header("Content-Security-Policy"))
                .matches("default-src 'none'; img-src 'self'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(page.body()).doesNotContain("<script", "http-equiv", " style=", " onload=");
    }

    @Test
    void whatever_is_in_a_world_is_text(Sandbox sandbox) {
        String document = """
                {"appKeys": [{"key": "<script>1</script>"}],
                 "users": [{"UserId": 2, "Login": "\\"'&<b>", "password": "\\u0000\\u202e]]><!--", "verificationCode": "<i>"}],
                 "accounts": [], "tokens": [{"token": "</td><script>", "UserId": 2}], "orders": []}
                """;
        Seed seed = Fixtures.document("a<b>", document.getBytes(StandardCharsets.UTF_8))
                .load();
        try (World world = sandbox.newWorld(seed)) {
            String html = page(world, "/").body();
            assertThat(html).doesNotContain("<script", "<b>", "<i>", "\0", "\u202e", "<!--");
            assertThat(wellFormed(html)).contains("<script>1</script>", "\"'&<b>", "\\u0000\\u202e]]><!--", "a<b>");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /        | */*              | 403
            GET  | /        | application/json | 403
            GET  | /api     | */*              | 403
            GET  | /sandbox | */*              | 404
            POST | /        | text/html        | 403
            GET  | /api/v1.0/accounts/6303/orders/73552 | text/html | 403
            GET  | /sandbox/nothing                     | text/html | 404
            """)
    void a_client_gets_what_it_always_got(String method, String path, String accept, int status, Sandbox sandbox) {
        RawHttp.Response answer =
                RawHttp.send(sandbox.world().apiUrl(), method + " " + path, "Accept: " + accept, "Content-Length: 0");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("json");
    }

    @Test
    void there_is_no_icon_which_no_world_hears_of(Sandbox sandbox) {
        RawHttp.Response answer = RawHttp.send(sandbox.world().apiUrl(), "GET /favicon.ico");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(sandbox.world().requests())
                .noneMatch(each -> each.request().path().contains("favicon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://evil.example", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site"})
    void a_page_of_another_origin_cannot_read_it(String field, World world) {
        RawHttp.Response refused = page(world, "/", field);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("demo-app-key");
        assertThat(page(world, "/", "Sec-Fetch-Site: none").status()).isEqualTo(200);
    }

    @Test
    void a_name_that_was_bound_to_this_address_anew_cannot_read_it(Sandbox sandbox) {
        String request = "GET / HTTP/1.1\r\nHost: evil.example\r\n" + BROWSER + "\r\nConnection: close\r\n\r\n";
        RawHttp.Response refused =
                RawHttp.sendBytes(sandbox.world().apiUrl(), request.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("Host 'evil.example' is foreign");
    }

    @Test
    void a_control_key_is_asked_for_as_a_browser_can_send_it() {
        try (Sandbox sandbox = Sandbox.start(SandboxConfig.DEFAULTS.withControlKey("open:sesame"))) {
            RawHttp.Response asked = page(sandbox.world(), "/");
            assertThat(asked.status()).isEqualTo(401);
            assertThat(asked.header("WWW-Authenticate")).isEqualTo("Basic realm=\"etna-sandbox\", charset=\"UTF-8\"");
            assertThat(page(sandbox.world(), "/", basic("me:open")).status()).isEqualTo(401);
            assertThat(page(sandbox.world(), "/", basic("open:sesame")).status())
                    .isEqualTo(401);
            assertThat(page(sandbox.world(), "/", "Authorization: Basic ?").status())
                    .isEqualTo(401);
            RawHttp.Response page = page(sandbox.world(), "/", basic("me:open:sesame"));
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("WWW-Authenticate")).isNull();
            assertThat(page(sandbox.world(), "/sandbox/clock", basic(":open:sesame"))
                            .status())
                    .isEqualTo(200);
            assertThat(page(sandbox.world(), "/", basic("me:open:sesame"), "Sec-Fetch-Site: cross-site")
                            .status())
                    .isEqualTo(403);
        }
    }

    private static String basic(String pair) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
