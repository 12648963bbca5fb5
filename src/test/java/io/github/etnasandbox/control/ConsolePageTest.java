package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person who puts the address of a world into a browser gets the console; a client there gets what it always got. */
@SandboxTest
class ConsolePageTest {
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** Any world's page, by the place below the world's own path. */
    private static RawHttp.Response page(World world, String place, String... headers) {
        String base = world.apiUrl().replaceFirst("/api$", "").replaceFirst("http://[^/]+", "");
        String[] all = new String[headers.length + 1];
        all[0] = BROWSER;
        System.arraycopy(headers, 0, all, 1, headers.length);
        return RawHttp.send(world.apiUrl(), "GET " + base + place, all);
    }

    private static RawHttp.Response file(World world, String name, String... headers) {
        return RawHttp.send(world.apiUrl(), "GET /sandbox/console/" + name, headers);
    }

    @Test
    void without_scripts_it_tells_what_this_is_its_urls_and_a_curl(World world) {
        RawHttp.Response page = page(world, "/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body())
                .contains(
                        "<noscript>",
                        "It is not the broker",
                        "curl -i -X DELETE " + world.apiUrl() + "/v1.0/accounts/6303/orders/73552",
                        "<a href=\"" + world.controlUrl() + "/requests\">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/api", "/api/", "/sandbox", "/sandbox/"})
    void it_is_wherever_a_person_may_look_for_a_world(String place, World world) {
        assertThat(page(world, place).body()).contains(world.apiUrl(), "/sandbox/console/app.js");
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
    void only_what_this_server_sends_is_loaded_and_nobody_may_frame_or_keep_it(World world) {
        RawHttp.Response page = page(world, "/");
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(page.body()).doesNotContain("http-equiv", " style=", " onload=", "<script>", "<style>");
    }

    @Test
    void its_files_have_the_types_that_browsers_want_and_no_other_file_is_there(World world) {
        assertThat(file(world, "app.js").header("Content-Type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(file(world, "console.css").header("Content-Type")).isEqualTo("text/css; charset=utf-8");
        assertThat(file(world, "console.css").header("X-Content-Type-Options")).isEqualTo("nosniff");
        for (String none : List.of("", "index.html", "none.js", "../json/version.txt", "%2e%2e/json/version.txt")) {
            assertThat(file(world, none).status()).as(none).isEqualTo(404);
        }
    }

    @Test
    void every_file_that_another_one_loads_is_there(World world) {
        Pattern loaded = Pattern.compile("(?:from '\\./|/sandbox/console/)([a-z.]+)");
        Set<String> names = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(loaded.matcher(page(world, "/").body())
                .results()
                .map(match -> match.group(1))
                .toList());
        while (!open.isEmpty()) {
            String name = open.pop();
            if (names.add(name)) {
                RawHttp.Response file = file(world, name);
                assertThat(file.status()).as(name).isEqualTo(200);
                loaded.matcher(file.body()).results().forEach(match -> open.add(match.group(1)));
            }
        }
        assertThat(names).isEqualTo(new TreeSet<>(Console.NAMES));
    }

    @Test
    void all_of_it_is_60_kilobytes_at_most_when_compressed(World world) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String name : Console.NAMES) {
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(one)) {
                zip.write(file(world, name).body().getBytes(StandardCharsets.UTF_8));
            }
            bytes.write(one.toByteArray());
        }
        assertThat(bytes.size()).isBetween(10_000, 60_000);
    }

    @Test
    void no_text_becomes_markup_in_our_scripts(World world) {
        for (String name : Console.NAMES) {
            if (!name.equals("preact.js")) {
                assertThat(file(world, name).body())
                        .as(name)
                        .doesNotContain(
                                "innerHTML", "outerHTML", "dangerously", "insertAdjacent", "document.write", "eval(");
            }
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
        assertThat(file(world, "app.js", field).status()).isEqualTo(403);
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
