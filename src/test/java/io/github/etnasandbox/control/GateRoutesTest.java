package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
@Timeout(60)
class GateRoutesTest {
    private static final String CANCEL_GATE =
            "{\"match\": {\"method\": \"DELETE\", \"path\": \"**/orders/73552\"}, \"at\": \"before-apply\"}";
    private static final String SHOWN = "{\"id\":\"1\",\"match\":{\"method\":\"DELETE\",\"path\":\"**/orders/73552\"},"
            + "\"at\":\"before-apply\",\"limit\":\"PT30S\",\"state\":\"";
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void a_race_is_staged_from_outside(World world) throws Exception {
        var opened = open(world, CANCEL_GATE);
        assertThat(opened.getStatus()).isEqualTo(201);
        assertThat(opened.getBody()).isEqualTo(SHOWN + "open\"}\n");
        String url = opened.getHeaders().getFirst("Location");
        assertThat(url).isEqualTo(world.controlUrl() + "/gates/1");

        var arrival = started(() -> get(url + "?await=PT60S"));
        var cancel = started(() -> cancel(world));
        assertThat(answer(arrival).getStatus()).isEqualTo(200);
        assertThat(answer(arrival).getBody()).isEqualTo(SHOWN + "holding\"}\n");
        assertThat(cancel(world)).isEqualTo(204);

        var released = release(url);
        assertThat(released.getStatus()).isEqualTo(200);
        assertThat(released.getBody()).isEqualTo(SHOWN + "released\",\"releasedBy\":\"call\"}\n");
        assertThat(answer(cancel)).isEqualTo(409);
    }

    @Test
    void releasing_an_open_gate_lets_the_next_request_through_and_twice_is_harmless(World world) {
        String url = open(world, CANCEL_GATE).getHeaders().getFirst("Location");
        String once = release(url).getBody();
        assertThat(release(url).getBody()).isEqualTo(once).contains("\"state\":\"released\",\"releasedBy\":\"call\"");
        assertThat(cancel(world)).isEqualTo(204);
    }

    @Test
    void a_gate_that_let_go_by_itself_says_so(World world) {
        String url = open(world, CANCEL_GATE.replace("\"at\"", "\"limit\": \"PT0.001S\", \"at\""))
                .getHeaders()
                .getFirst("Location");
        assertThat(cancel(world)).isEqualTo(204);
        assertThat(get(url).getBody())
                .contains("\"limit\":\"PT0.001S\",\"state\":\"released\",\"releasedBy\":\"limit\"");
    }

    @Test
    void gates_are_listed_in_their_order(World world) {
        assertThat(get(world.controlUrl() + "/gates").getBody()).isEqualTo("[]\n");
        open(world, CANCEL_GATE);
        open(world, "{\"match\": {\"path\": \"/api/token\"}, \"at\": \"after-apply\"}");
        assertThat(get(world.controlUrl() + "/gates").getBody())
                .isEqualTo("[" + SHOWN + "open\"},{\"id\":\"2\",\"match\":{\"path\":\"/api/token\"},"
                        + "\"at\":\"after-apply\",\"limit\":\"PT30S\",\"state\":\"open\"}]\n");
    }

    @Test
    void a_gate_that_nobody_comes_to_is_told_as_it_is_when_the_time_is_up(World world) {
        String url = open(world, CANCEL_GATE).getHeaders().getFirst("Location");
        assertThat(get(url).getBody()).isEqualTo(SHOWN + "open\"}\n");
        assertThat(get(url + "?await=PT0S").getBody()).isEqualTo(SHOWN + "open\"}\n");
        assertThat(get(url + "?await=PT0.01S").getBody()).isEqualTo(SHOWN + "open\"}\n");
    }

    @Test
    void a_reset_removes_the_gates_and_answers_who_waits_for_them(World world) throws Exception {
        String url = open(world, CANCEL_GATE).getHeaders().getFirst("Location");
        Gate gate = world.gates().get(0);
        var cancel = started(() -> cancel(world));
        gate.awaitArrival(SOON);
        Unirest.post(world.controlUrl() + "/reset").asString();
        assertThat(answer(cancel)).isEqualTo(204);
        assertThat(gate.state()).isEqualTo(Gate.State.RELEASED);
        assertThat(get(url).getStatus()).isEqualTo(404);
        assertThat(open(world, CANCEL_GATE).getBody()).isEqualTo(SHOWN + "open\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "PT61S", "PT-1S", ""})
    void an_await_that_cannot_be_is_refused(String await, World world) {
        String url = open(world, CANCEL_GATE).getHeaders().getFirst("Location");
        var answer = get(url + "?await=" + await);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody())
                .contains("query parameter await is '" + await
                        + "'; it must be an ISO 8601 duration such as PT5S, at most PT60S");
    }

    @Test
    void a_misspelt_await_is_not_answered_at_once(World world) {
        String url = open(world, CANCEL_GATE).getHeaders().getFirst("Location");
        assertThat(get(url + "?awiat=PT5S").getBody())
                .contains("unknown query parameter 'awiat'; allowed are await; did you mean 'await'?");
    }

    @Test
    void so_many_may_wait_for_gates_that_others_are_still_served() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            String url = open(sandbox.world(), CANCEL_GATE).getHeaders().getFirst("Location");
            List<CompletableFuture<HttpResponse<String>>> waits = new ArrayList<>();
            for (int i = 0; i < 41; i++) {
                waits.add(started(() -> get(url + "?await=PT60S")));
            }
            var first = CompletableFuture.anyOf(waits.toArray(new CompletableFuture<?>[0]));
            assertThat(((HttpResponse<?>) first.get(20, TimeUnit.SECONDS)).getStatus())
                    .isEqualTo(503);
            release(url);
            List<Integer> statuses = new ArrayList<>();
            for (var wait : waits) {
                statuses.add(answer(wait).getStatus());
            }
            assertThat(statuses).containsOnly(200, 503).containsOnlyOnce(503);
        }
    }

    @Test
    void an_unknown_gate_is_told_which_there_are(World world, Sandbox sandbox) {
        String url = world.controlUrl() + "/gates/7";
        assertThat(get(url).getStatus()).isEqualTo(404);
        assertThat(get(url).getBody())
                .contains("there is no gate '7' in this world; there is none, POST /sandbox/gates makes one");
        open(world, CANCEL_GATE);
        open(world, CANCEL_GATE);
        assertThat(release(url).getStatus()).isEqualTo(404);
        assertThat(release(url).getBody()).contains("there is no gate '7' in this world; there are 1, 2");
        try (World other = sandbox.newWorld()) {
            assertThat(get(other.controlUrl() + "/gates/1").getStatus()).isEqualTo(404);
        }
    }

    @Test
    void one_gate_too_many_is_refused() {
        try (Sandbox sandbox = Sandbox.start()) {
            for (int i = 0; i < Gate.LIMIT; i++) {
                sandbox.world().holdNext("DELETE", "/", GatePoint.BEFORE_CHECKS);
            }
            var answer = open(sandbox.world(), CANCEL_GATE);
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getBody()).contains("there are 100 gates in this world that nobody released");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"match": {"path": "/a"}}                        | "message":"'at' is missing"
            {"at": "after-apply"}                            | "message":"'match' is missing"
            {"match": {}, "at": "after-apply"}               | request body:1:11: /match: 'path' is missing
            {"match": {"path": "/a"}, "at": "before-aply"}   | /at: must be one of before-checks, before-apply, after-apply, message, found \\"before-aply\\"; did you mean \\"before-apply\\"?
            {"match": {"path": "/a", "method": "delete"}, "at": "after-apply"} | /match/method: must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, found \\"delete\\"; did you mean \\"DELETE\\"?
            {"match": {"path": "orders"}, "at": "after-apply"} | /match/path: must be a path pattern such as \\"**/orders/73552\\": it starts with / or **
            {"match": {"pth": "/a"}, "at": "after-apply"}    | unknown member 'pth'; allowed are method, path; did you mean 'path'?
            {"match": {"path": "/a"}, "at": "after-apply", "limit": "PT6M"} | /limit: must be an ISO 8601 duration such as \\"PT2S\\", more than zero and at most \\"PT5M\\", found \\"PT6M\\"
            """)
    void a_gate_that_cannot_be_is_refused_and_told_why(String body, String why, World world) {
        var answer = open(world, body);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains(why);
        assertThat(world.gates()).isEmpty();
    }

    @Test
    void all_problems_of_a_gate_are_told_at_once(World world) {
        var answer = open(world, "{\"match\": {\"pth\": \"/a\"}, \"at\": 7, \"limt\": \"PT1S\"}");
        assertThat(answer.getBody())
                .contains("the body has 4 problems; nothing was changed")
                .contains("\"pointer\":\"/match/pth\"")
                .contains("'path' is missing")
                .contains("\"pointer\":\"/at\"")
                .contains("\"pointer\":\"/limt\"");
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /gates/1, GET", "GET, /gates/1/release, POST", "PUT, /gates, 'POST, GET'"})
    void a_wrong_method_is_told_the_right_one(String method, String path, String allow, World world) {
        var answer = Unirest.request(method, world.controlUrl() + path).asString();
        assertThat(answer.getStatus()).isEqualTo(405);
        assertThat(answer.getHeaders().getFirst("Allow")).isEqualTo(allow);
    }

    private static HttpResponse<String> open(World world, String body) {
        return Unirest.post(world.controlUrl() + "/gates").body(body).asString();
    }

    private static HttpResponse<String> get(String url) {
        return Unirest.get(url).asString();
    }

    private static HttpResponse<String> release(String gateUrl) {
        return Unirest.post(gateUrl + "/release").asString();
    }

    private static int cancel(World world) {
        return Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty()
                .getStatus();
    }

    /** Calls on a thread of its own. */
    private static <T> CompletableFuture<T> started(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> new Thread(task).start());
    }

    private static <T> T answer(CompletableFuture<T> call) throws Exception {
        return call.get(10, TimeUnit.SECONDS);
    }
}
