package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.Faults;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.StandingFault;
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
class FaultRoutesTest {
    private static final String FAULT = "{\"match\":{\"method\":\"DELETE\",\"path\":\"**/orders/73552\"},"
            + "\"when\":\"before\",\"effect\":{\"type\":\"status\",\"status\":503}}";
    private static final String SHOWN = "{\"id\":\"1\",\"match\":{\"method\":\"DELETE\",\"path\":\"**/orders/73552\","
            + "\"nth\":1,\"share\":1,\"randomSeed\":1},\"when\":\"before\",\"effect\":{\"type\":\"status\",\"status\":503},"
            + "\"times\":1,\"matches\":0,\"hits\":0}";
    private static final Fault LONG_DELAY = Fault.before("DELETE", "**", FaultEffect.delay(Duration.ofMinutes(5)))
            .times(Integer.MAX_VALUE);

    @Test
    void a_fault_is_made_strikes_and_tells_how_often(World world) {
        var made = add(world, FAULT);
        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getBody()).isEqualTo(SHOWN + "\n");
        String url = made.getHeaders().getFirst("Location");
        assertThat(url).isEqualTo(world.controlUrl() + "/faults/1");

        assertThat(cancel(world)).isEqualTo(503);
        assertThat(cancel(world)).isEqualTo(204);
        assertThat(get(url).getBody())
                .isEqualTo(SHOWN.replace("\"matches\":0,\"hits\":0", "\"matches\":2,\"hits\":1") + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"delay\",\"by\":\"PT2S\"}",
                "{\"type\":\"status\",\"status\":429,\"headers\":{\"Retry-After\":\"1\",\"X-a\":\"\"},\"body\":\"\\u00e9\"}",
                "{\"type\":\"reset\"}",
                "{\"type\":\"close\"}",
                "{\"type\":\"truncate\"}",
                "{\"type\":\"truncate\",\"bytes\":0}",
                "{\"type\":\"garble\"}",
                "{\"type\":\"drip\",\"every\":\"PT0.1S\",\"bytes\":3}",
            })
    void every_effect_comes_back_as_it_was_sent(String effect, World world) {
        String fault = "{\"match\":{\"path\":\"/api/token\",\"nth\":2,\"share\":0.25,\"randomSeed\":-9007199254740993},"
                + "\"when\":\"after\",\"effect\":" + effect
                + ",\"times\":3,\"from\":\"2019-01-21T16:00:00Z\",\"until\":\"2019-01-22T00:00:00Z\"}";
        String shown = "{\"id\":\"1\"," + fault.substring(1, fault.length() - 1) + ",\"matches\":0,\"hits\":0}\n";
        assertThat(add(world, fault).getBody()).isEqualTo(shown.replace("\\u00e9", "é"));
    }

    @Test
    void the_first_name_of_a_random_seed_is_still_read(World world) {
        String fault = FAULT.replace("73552\"}", "73552\",\"seed\":7}");
        assertThat(add(world, fault).getBody()).isEqualTo(SHOWN.replace("Seed\":1", "Seed\":7") + "\n");
    }

    @Test
    void faults_are_listed_and_removed(World world) {
        assertThat(get(world.controlUrl() + "/faults").getBody()).isEqualTo("[]\n");
        add(world, FAULT);
        add(world, FAULT);
        assertThat(get(world.controlUrl() + "/faults").getBody())
                .isEqualTo("[" + SHOWN + "," + SHOWN.replace("\"id\":\"1\"", "\"id\":\"2\"") + "]\n");
        assertThat(delete(world.controlUrl() + "/faults/1").getStatus()).isEqualTo(204);
        assertThat(world.faults()).extracting(StandingFault::id).containsExactly("2");
        assertThat(delete(world.controlUrl() + "/faults").getStatus()).isEqualTo(204);
        assertThat(cancel(world)).isEqualTo(204);
    }

    @Test
    void an_unknown_fault_is_told_which_there_are(World world, Sandbox sandbox) {
        String url = world.controlUrl() + "/faults/7";
        assertThat(get(url).getStatus()).isEqualTo(404);
        assertThat(get(url).getBody())
                .contains("there is no fault '7' in this world; there is none, POST /sandbox/faults makes one");
        add(world, FAULT);
        add(world, FAULT);
        assertThat(delete(url).getStatus()).isEqualTo(404);
        assertThat(delete(url).getBody()).contains("there is no fault '7' in this world; there are 1, 2");
        try (World other = sandbox.newWorld()) {
            assertThat(get(other.controlUrl() + "/faults/1").getStatus()).isEqualTo(404);
        }
    }

    @Test
    void one_fault_too_many_is_refused(World world) {
        for (int i = 0; i < Fault.LIMIT; i++) {
            world.inject(LONG_DELAY);
        }
        var answer = add(world, FAULT);
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getBody()).contains("there are 100 faults in this world already");
    }

    @Test
    void a_window_opens_and_shuts_with_the_worlds_clock(World world) {
        add(
                world,
                FAULT.replace(
                        "}}", "},\"times\":9,\"from\":\"2019-01-21T15:31:00Z\",\"until\":\"2019-01-21T15:32:00Z\"}"));
        world.advance(Duration.ofSeconds(60));
        assertThat(cancel(world)).isEqualTo(503);
        world.advance(Duration.ofSeconds(60));
        assertThat(cancel(world)).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"when": "after"}                      | "message":"'match' is missing"
            {"match": {}, "when": "after", "effect": {"type": "close"}} | request body:1:11: /match: 'path' is missing
            {"match": {"path": "/a"}, "when": "aftr", "effect": {"type": "close"}} | /when: must be one of before, after, message, found \\"aftr\\"; did you mean \\"after\\"?
            {"match": {"path": "/a", "method": "delete"}, "when": "after", "effect": {"type": "close"}} | /match/method: must be one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, found \\"delete\\"; did you mean \\"DELETE\\"?
            {"match": {"path": "orders"}, "when": "after", "effect": {"type": "close"}} | /match/path: must be a path pattern such as \\"**/orders/73552\\"
            {"match": {"path": "/a", "nth": 0}, "when": "after", "effect": {"type": "close"}} | /match/nth: must be a whole number from 1 to 2147483647, found 0
            {"match": {"path": "/a", "share": 0}, "when": "after", "effect": {"type": "close"}} | /match/share: must be a number above 0 and up to 1, found 0
            {"match": {"path": "/a", "share": 1.1}, "when": "after", "effect": {"type": "close"}} | /match/share: must be a number above 0 and up to 1, found 1.1
            {"match": {"path": "/a", "randomSeed": 0.5}, "when": "after", "effect": {"type": "close"}} | /match/randomSeed: must be a whole number of 64 bits, found 0.5
            {"match": {"path": "/a", "seed": 9223372036854775808}, "when": "after", "effect": {"type": "close"}} | /match/seed: must be a whole number of 64 bits
            {"match": {"path": "/a", "randomSeed": 1, "seed": 1}, "when": "after", "effect": {"type": "close"}} | /match/seed: is the first name of 'randomSeed', which is there as well; leave one out
            {"match": {"path": "/a"}, "when": "after", "effect": {}} | /effect: 'type' is missing
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "slow"}} | /effect/type: must be one of delay, status, reset, close, truncate, garble, drip, drop, twice, swap, late, silence, found \\"slow\\"
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "delay"}} | /effect: 'by' is missing
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "delay", "by": "PT6M"}} | /effect/by: is PT6M; a delay in real time is at most PT5M
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "close", "by": "PT1S"}} | /effect/by: a fault of type close has no 'by'; allowed are type
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "status", "status": 600}} | /effect/status: must be a whole number from 200 to 599, found 600
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "status", "status": 204, "body": "x"}} | /effect: an answer 204 has no body
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "status", "status": 200, "headers": {"a": 1}}} | /effect/headers/a: must be a text, found 1
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "drip", "every": "PT1S", "bytes": 0}} | bytes is 0; it must be 1 or more
            {"match": {"path": "/a"}, "when": "before", "effect": {"type": "garble"}} | before a request is applied there is no answer to garble; that effect only goes with after
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "close"}, "times": 0} | /times: must be a whole number from 1 to 2147483647, found 0
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "close"}, "from": "2019-01-21T16:00:00Z", "until": "2019-01-21T16:00:00Z"} | is not before until
            {"match": {"path": "/a"}, "when": "after", "effect": {"type": "close"}, "tims": 1} | unknown field 'tims'; allowed are match, when, effect, times, from, until; did you mean 'times'?
            []                                     | must be an object, found an array
            {} {}                                  | there is more after the end of the value
            """)
    void a_fault_that_cannot_be_is_refused_and_told_why(String body, String why, World world) {
        var answer = add(world, body);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getBody()).contains(why);
        assertThat(world.faults()).isEmpty();
    }

    @Test
    void all_problems_of_a_fault_are_told_at_once(World world) {
        var answer = add(
                world,
                "{\"match\": {\"pth\": \"/a\"}, \"when\": 7, \"effect\": {\"type\": \"drip\", \"by\": \"PT1S\"}, \"until\": 1}");
        assertThat(answer.getBody())
                .contains("the body has 7 problems; nothing was changed")
                .contains("\"pointer\":\"/match/pth\"")
                .contains("'path' is missing")
                .contains("\"pointer\":\"/when\"")
                .contains("'every' is missing")
                .contains("'bytes' is missing")
                .contains("\"pointer\":\"/effect/by\"")
                .contains("\"pointer\":\"/until\"");
    }

    @Test
    void a_missing_body_is_told(World world) {
        assertThat(Unirest.post(world.controlUrl() + "/faults").asString().getBody())
                .contains("is empty, found no JSON in it");
    }

    @Test
    void a_null_is_the_same_as_nothing(World world) {
        assertThat(add(
                                world,
                                FAULT.replace("}}", "},\"times\":null,\"from\":null}")
                                        .replace("\"DELETE\"", "null"))
                        .getBody())
                .isEqualTo(SHOWN.replace("\"method\":\"DELETE\",", "") + "\n");
    }

    @Test
    void a_reset_lets_go_what_is_delayed_and_it_is_applied_to_the_world_after(World world) throws Exception {
        StandingFault fault = world.inject(LONG_DELAY);
        var held = started(() -> cancel(world));
        awaitHit(fault, 1);
        assertThat(Unirest.post(world.controlUrl() + "/reset").asString().getStatus())
                .isEqualTo(204);
        assertThat(answer(held)).isEqualTo(204);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(world.faults()).isEmpty();
    }

    @Test
    void removing_a_fault_dropping_its_world_and_closing_the_sandbox_let_go() throws Exception {
        Sandbox sandbox = Sandbox.start();
        World dropped = sandbox.newWorld();
        StandingFault removed = sandbox.world().inject(LONG_DELAY);
        StandingFault ofDropped = dropped.inject(LONG_DELAY);
        var first = started(() -> cancel(sandbox.world()));
        var second = started(() -> cancel(dropped));
        awaitHit(removed, 1);
        awaitHit(ofDropped, 1);
        removed.close();
        dropped.close();
        assertThat(answer(first)).isEqualTo(204);
        assertThat(answer(second)).isEqualTo(204);

        StandingFault last = sandbox.world().inject(LONG_DELAY);
        var third = started(() -> cancel(sandbox.world()));
        awaitHit(last, 1);
        sandbox.close();
        assertThat(third.handle((answered, lost) -> true).get(10, TimeUnit.SECONDS))
                .isTrue();
    }

    @Test
    void so_many_may_wait_that_the_control_plane_still_answers() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            World world = sandbox.world();
            StandingFault fault = world.inject(LONG_DELAY);
            List<CompletableFuture<Integer>> held = new ArrayList<>();
            for (int i = 0; i < Faults.MOST_WAITING; i++) {
                held.add(started(() -> cancel(world)));
            }
            awaitHit(fault, Faults.MOST_WAITING);
            var tooMany = Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                    .asString();
            assertThat(tooMany.getStatus()).isEqualTo(503);
            assertThat(tooMany.getHeaders().getFirst("Sandbox-Reason"))
                    .isEqualTo("fault 1: 150 requests wait because of faults already; answered before the request was"
                            + " applied");
            assertThat(delete(world.controlUrl() + "/faults/1").getStatus()).isEqualTo(204);
            List<Integer> answers = new ArrayList<>();
            for (var each : held) {
                answers.add(answer(each));
            }
            assertThat(answers).containsOnly(204, 409).containsOnlyOnce(204);
        }
    }

    private static HttpResponse<String> add(World world, String body) {
        return Unirest.post(world.controlUrl() + "/faults").body(body).asString();
    }

    private static HttpResponse<String> get(String url) {
        return Unirest.get(url).asString();
    }

    private static HttpResponse<String> delete(String url) {
        return Unirest.delete(url).asString();
    }

    private static int cancel(World world) {
        return Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty()
                .getStatus();
    }

    private static void awaitHit(StandingFault fault, int count) {
        while (fault.hits() < count) {
            Thread.onSpinWait();
        }
    }

    /** Calls on a thread of its own. */
    private static <T> CompletableFuture<T> started(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> new Thread(task).start());
    }

    private static <T> T answer(CompletableFuture<T> call) throws Exception {
        return call.get(20, TimeUnit.SECONDS);
    }
}
