package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.api.AnswerExamples.Example;
import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer of the catalogue, byte by byte. */
@SandboxTest
class DocumentedAnswersTest {

    @ParameterizedTest
    @MethodSource("io.github.etnasandbox.api.AnswerExamples#all")
    void every_answer_has_its_documented_bytes(Example example, World world, Sandbox sandbox) {
        var settings = world.settings().withDialect(example.dialect()).withSyncTimeout(Duration.ZERO);
        try (World asked = sandbox.newWorld(world.seed(), settings)) {
            asked.nextCancel(example.nextCancel());
            for (int i = 0; i < example.earlier(); i++) {
                send(asked, example.request(), example.headers(), example.json());
            }
            RawHttp.Response response = send(asked, example.request(), example.headers(), example.json());

            assertThat(response.status()).isEqualTo(example.status());
            assertThat(response.body())
                    .isEqualTo(example.body()
                            .replace("{uri}", uri(asked, example.request()))
                            .replace(
                                    "{streamers}",
                                    asked.apiUrl().replace("http:", "ws:").replace("/api", "/streamers")));
            assertThat(response.headerNames()).isEqualTo(expectedHeaders(example));
            if (!example.body().isEmpty()) {
                assertThat(response.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
            }
        }
    }

    @Test
    void every_answer_of_the_catalogue_has_an_example() {
        EnumSet<Answer> missing = EnumSet.allOf(Answer.class);
        missing.remove(Answer.REFERENCE_SCHEMA); // as long as all routes together: ReferenceSchemaTest reads it
        AnswerExamples.all().forEach(example -> missing.remove(example.answer()));
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "*/*", "application/json;q=0", "", "garbage;;q=x"})
    void no_accept_header_brings_up_another_body(String accept, World world) {
        String uri = uri(world, "GET /v1.0/nothing");
        RawHttp.Response response =
                send(world, "GET /v1.0/nothing", List.of("Et-App-Key: demo-app-key", "Accept: " + accept));
        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(response.body())
                .isEqualTo("{\"Message\":\"No HTTP resource was found that matches the request URI '" + uri + "'.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/json", "text/json, application/json", "application/json;q=0.5, text/json", "TEXT/JSON"})
    void text_json_is_sent_to_those_who_would_rather_have_it(String accept, World world) {
        RawHttp.Response response =
                send(world, "GET /v1.0/nothing", List.of("Et-App-Key: demo-app-key", "Accept: " + accept));
        assertThat(response.header("Content-Type")).isEqualTo("text/json; charset=utf-8");
    }

    private static RawHttp.Response send(World world, String request, List<String> headers) {
        return send(world, request, headers, "");
    }

    private static RawHttp.Response send(World world, String request, List<String> headers, String json) {
        String[] methodAndPath = request.split(" ", -1);
        String line = methodAndPath[0] + " " + URI.create(world.apiUrl()).getPath() + methodAndPath[1];
        String[] lines = headers.toArray(String[]::new);
        return json.isEmpty()
                ? RawHttp.send(world.apiUrl(), line, lines)
                : RawHttp.sendJson(world.apiUrl(), line, json, lines);
    }

    private static String uri(World world, String request) {
        return world.apiUrl() + request.substring(request.indexOf(' ') + 1);
    }

    /** No header but these: no Date, no Server, nothing of the frameworks. */
    private static List<String> expectedHeaders(Example example) {
        List<String> names = new ArrayList<>(List.of("connection"));
        if (example.status() == 401) {
            names.add("www-authenticate");
        }
        if (example.status() == 405) {
            names.add("allow");
        }
        if (example.status() == 429) {
            names.add("retry-after");
        }
        if (example.countsRate()) {
            names.addAll(List.of("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"));
        }
        if (example.status() >= 400) {
            names.add("sandbox-reason");
        }
        if (!example.body().isEmpty()) {
            names.add("content-type");
        }
        if (example.status() != 204) {
            names.add("content-length");
        }
        names.sort(null);
        return names;
    }
}
