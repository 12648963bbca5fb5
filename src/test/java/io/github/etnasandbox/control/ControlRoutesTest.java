package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.junit.PlayedAgain;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.venue.Cancellation;
import io.github.etnasandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class ControlRoutesTest {

    @Test
    void health_tells_that_the_sandbox_is_ready(World world) {
        var answer = Unirest.get(world.controlUrl() + "/health").asString();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody())
                .matches(
                        "\\{\"status\":\"ready\",\"version\":\"[^\"]+\",\"uptime\":\"PT[0-9.HMS]+\",\"worlds\":\\d+}\n");
    }

    @Test
    void reset_puts_everything_back(World world) {
        cancel(world, 73552);
        var answer = Unirest.post(world.controlUrl() + "/reset").asString();
        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(LiveWorld.of(world).state()).isEqualTo(Snapshots.stateOf(world.seed()));
    }

    @Test
    void after_a_reset_every_route_shows_what_it_showed_at_first(World world) {
        List<String> atFirst = shown(world);
        world.advance(Duration.ofHours(1));
        world.configureVenue(VenueSettings.DEFAULTS.fillingAtQuotes(true));
        world.quote("AAPL", 150);
        world.holdNext("POST", "**", GatePoint.BEFORE_CHECKS);
        world.inject(Fault.after("DELETE", "**", FaultEffect.close()));
        LiveWorld.of(world).snapshots().keep("changed");
        VenueCalls.ofTheApi(Unirest.get(world.apiUrl() + "/v1.0/users/@me/info"));
        assertThat(shown(world)).doesNotContainAnyElementsOf(atFirst);

        world.reset();
        assertThat(shown(world)).isEqualTo(atFirst);
    }

    private static List<String> shown(World world) {
        return Stream.of("/state", "/clock", "/venue", "/gates", "/faults", "/snapshots", "/requests", "/quotes")
                .map(path -> VenueCalls.get(world, path).getBody())
                .toList();
    }

    @Nested
    class Seeds {
        @Test
        void state_shows_what_seed_takes_byte_for_byte(World world) {
            cancel(world, 73552);
            String state = state(world);
            assertThat(put(world, state).getStatus()).isEqualTo(204);
            assertThat(state(world)).isEqualTo(state);
        }

        @Test
        void a_seed_brings_its_own_securities(World world) {
            String before = state(world);
            String seed = before.replace("\"Symbol\":\"NOQT\"", "\"Symbol\":\"WHAT\"");
            assertThat(put(world, seed).getStatus()).isEqualTo(204);
            assertThat(state(world)).isEqualTo(seed).isNotEqualTo(before);

            String bad = seed.replace("\"Symbol\":\"WHAT\"", "\"Symbol\":\"aapl\"");
            assertThat(put(world, bad).getBody()).contains("\"pointer\":\"/securities/8/Symbol\"");
            assertThat(state(world)).isEqualTo(seed);
        }

        @Test
        void a_new_seed_is_what_later_resets_come_back_to(World world) {
            cancel(world, 73552);
            put(world, state(world));
            cancel(world, 80328);
            world.reset();
            assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(world.order(80328).status()).isEqualTo(OrderStatus.PENDING_NEW);
        }

        @Test
        void reading_the_fixtures_again_brings_back_the_original_seed(World world) {
            String original = state(world);
            cancel(world, 73552);
            put(world, state(world));
            var answer = Unirest.post(world.controlUrl() + "/seed").asString();
            assertThat(answer.getStatus()).isEqualTo(204);
            assertThat(state(world)).isEqualTo(original);
        }

        @Tag(PlayedAgain.NOT)
        @Test
        void all_problems_of_a_bad_seed_are_told_and_nothing_changes(World world) {
            cancel(world, 73552);
            String before = state(world);
            String bad = before.replace("\"Side\":\"Buy\"", "\"Side\":\"Bay\"");
            var answer = put(world, bad);

            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.getBody())
                    .contains("\"pointer\":\"/orders/0/Side\"")
                    .contains("\"pointer\":\"/orders/1/Side\"");
            assertThat(state(world)).isEqualTo(before);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "[]", "null", "{}", "\u0000", "{\"orders\":1}"})
        void garbage_is_refused_with_a_problem(String body, World world) {
            var answer = put(world, body);
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getBody()).contains("\"file\":\"request body\"");
            assertThat(LiveWorld.of(world).state()).isEqualTo(Snapshots.stateOf(world.seed()));
        }

        @Test
        void a_body_that_is_too_large_is_refused_before_it_is_read(World world) {
            String path = URI.create(world.controlUrl()).getPath();
            RawHttp.Response response = RawHttp.send(
                    world.controlUrl(),
                    "PUT " + path + "/seed",
                    "Content-Length: " + (SandboxConfig.DEFAULTS.bodyBytes() + 1));
            assertThat(response.status()).isEqualTo(413);
            assertThat(response.body()).contains("the body is over 67108864 bytes");
        }

        @Test
        void a_body_that_breaks_off_changes_nothing(World world) {
            String path = URI.create(world.controlUrl()).getPath();
            RawHttp.Response response =
                    RawHttp.send(world.controlUrl(), "PUT " + path + "/seed", "Content-Length: 100");
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains("the body breaks off before its end; nothing was changed");
        }

        private HttpResponse<String> put(World world, String document) {
            return Unirest.put(world.controlUrl() + "/seed").body(document).asString();
        }

        private String state(World world) {
            return Unirest.get(world.controlUrl() + "/state").asString().getBody();
        }
    }

    @Nested
    class Worlds {
        @Test
        void a_world_is_made_used_and_dropped(World world, Sandbox sandbox) {
            var made = Unirest.post(world.controlUrl() + "/worlds").asString();
            assertThat(made.getStatus()).isEqualTo(201);
            String id = made.getBody().split("\"", -1)[3];
            String url = "http://127.0.0.1:" + sandbox.port() + "/worlds/" + id;
            assertThat(made.getBody())
                    .isEqualTo("{\"id\":\"" + id + "\",\"apiUrl\":\"" + url + "/api\",\"controlUrl\":\"" + url
                            + "/sandbox\",\"dialect\":\"documented\",\"fixtures\":\"packaged fixtures 'docs'\"}\n");
            assertThat(made.getHeaders().getFirst("Location")).isEqualTo(url + "/sandbox");
            assertThat(Unirest.get(world.controlUrl() + "/worlds").asString().getBody())
                    .contains("\"id\":\"" + id + "\"");
            assertThat(Unirest.get(url + "/sandbox/state").asString().getStatus())
                    .isEqualTo(200);

            assertThat(Unirest.delete(url).asString().getStatus()).isEqualTo(204);
            assertThat(Unirest.get(url + "/sandbox/state").asString().getStatus())
                    .isEqualTo(404);
            assertThat(Unirest.delete(url).asString().getStatus()).isEqualTo(404);
            var api = Unirest.post(url + "/api/token")
                    .header("Et-App-Key", "demo-app-key")
                    .asString();
            assertThat(api.getStatus()).isEqualTo(404);
            assertThat(api.getHeaders().getFirst("Sandbox-Reason"))
                    .isEqualTo("there is no world '" + id + "'; POST /sandbox/worlds makes one");
        }

        @Test
        void a_world_may_have_fixtures_of_its_own(World world) {
            String state = Unirest.get(world.controlUrl() + "/state").asString().getBody();
            var made = Unirest.post(world.controlUrl() + "/worlds")
                    .body(state.replace("demo-app-key", "other-app-key"))
                    .asString();
            String apiUrl = made.getBody().split("\"", -1)[7];
            assertThat(Unirest.get(apiUrl + "/token")
                            .header("Et-App-Key", "other-app-key")
                            .asString()
                            .getStatus())
                    .isEqualTo(405);
            Unirest.delete(apiUrl.replace("/api", "")).asString();
        }

        @Test
        void a_world_with_bad_fixtures_is_not_made(World world) {
            var answer = Unirest.post(world.controlUrl() + "/worlds").body("{}").asString();
            assertThat(answer.getStatus()).isEqualTo(422);
        }

        @Test
        void the_default_world_cannot_be_dropped(Sandbox sandbox) {
            var answer = Unirest.delete("http://127.0.0.1:" + sandbox.port() + "/worlds/default")
                    .asString();
            assertThat(answer.getStatus()).isEqualTo(409);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /reset, POST",
        "GET, /seed, 'PUT, POST'",
        "DELETE, /state, 'GET, PUT'",
        "HEAD, /state, 'GET, PUT'",
        "FOO, /worlds, 'POST, GET'"
    })
    void a_wrong_method_is_told_the_right_ones(String method, String path, String allow, World world) {
        var answer = Unirest.request(method, world.controlUrl() + path).asString();
        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getHeaders().getFirst("Allow")).isEqualTo(allow);
        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/resets", "/state/1"})
    void an_unknown_control_route_is_a_problem_not_an_answer_of_the_api(String path, World world) {
        var answer = Unirest.get(world.controlUrl() + path).asString();
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getBody()).contains("there is no control route");
    }

    @Test
    void the_documented_table_has_every_control_route(World world) throws IOException {
        List<String> rows;
        try (Stream<String> lines = Files.lines(Path.of("docs/control.md"))) {
            rows = lines.filter(line -> line.startsWith("| `")).toList();
        }
        List<String> routes = Pattern.compile("(GET|POST|PUT|DELETE) /[^, \"]+")
                .matcher(VenueCalls.get(world, "/none").getBody())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(routes).hasSizeGreaterThan(30);
        assertThat(routes)
                .filteredOn(route -> rows.stream().noneMatch(row -> tells(row, route)))
                .isEmpty();
    }

    /** Whether a row of the table has the method and each word of the path; some rows have several that end alike. */
    private static boolean tells(String row, String route) {
        return Stream.of(route.split("[ /]+"))
                .filter(word -> !word.startsWith("{"))
                .allMatch(row::contains);
    }

    private static void cancel(World world, int orderId) {
        LiveWorld.of(world)
                .apply(new Cancellation(
                        world.order(orderId).accountId(), world.order(orderId).id(), null));
    }
}
