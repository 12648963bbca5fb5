package io.github.etnasandbox.repro;

import static io.github.etnasandbox.repro.Lives.cancel;
import static io.github.etnasandbox.repro.Lives.control;
import static io.github.etnasandbox.repro.Lives.edited;
import static io.github.etnasandbox.repro.Lives.export;
import static io.github.etnasandbox.repro.Lives.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Replay;
import io.github.etnasandbox.Repro;
import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kong.unirest.core.Unirest;
import kong.unirest.core.UnirestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened in a world happens again: the same answers, and the same world in the end. */
@SandboxTest
class ReplayTest {

    @Test
    void requests_give_the_answers_that_they_gave(World world, Sandbox sandbox) {
        cancel(world, 73552);
        cancel(world, 73552);
        send(world, "GET", "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=2", Lives.TOKEN);

        Replay replay = playedAgain(world, sandbox);

        assertThat(replay.steps())
                .extracting(Replay.Step::line)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("/orders/73552 -> 204"),
                        second -> assertThat(second).contains("-> 409 (order 73552 is Canceled"),
                        third -> assertThat(third).endsWith("-> 200"));
    }

    @Test
    void a_token_that_was_issued_is_issued_again(World world, Sandbox sandbox) {
        String login = Unirest.post(world.apiUrl() + "/token")
                .header("Et-App-Key", "demo-app-key")
                .header("Username", "admin")
                .header("Password", "admin-password")
                .asString()
                .getBody();
        String token = login.replaceFirst(".*\"Token\":\"([^\"]+)\".*", "$1");
        assertThat(send(world, "GET", "/v1.0/users/@me/info", "Bearer " + token).getStatus())
                .isEqualTo(200);
        send(world, "POST", "/logout", "Bearer " + token);
        send(world, "GET", "/v1.0/users/@me/info", "Bearer " + token);

        playedAgain(world, sandbox);
    }

    @Test
    void what_a_tester_did_in_java_is_done_again(World world, Sandbox sandbox) {
        world.cancelOutcome(73552, CancelOutcome.acceptAfter(Duration.ofSeconds(5)));
        cancel(world, 73552);
        var before = world.snapshot();
        world.advance(Duration.ofSeconds(5));
        cancel(world, 73552);
        world.restore(before);
        world.rejectCancel(73552);
        world.fill(73552, 10, 150.25);
        world.expireToken("trader-token");
        world.forgetTokens();
        world.nextCancel(CancelOutcome.FILL_FIRST);
        cancel(world, 73552);

        playedAgain(world, sandbox);
    }

    @Test
    void what_a_tester_did_from_outside_is_done_again(World world, Sandbox sandbox) {
        control(world, "PUT", "/venue", "{\"acknowledge\":\"PT2S\"}");
        control(world, "PUT", "/snapshots/before", "");
        control(world, "POST", "/orders/73552/fill", "{\"Quantity\":1}");
        control(world, "POST", "/orders/73552/fill", "{\"Quantity\":1e9}");
        control(world, "PUT", "/clock", "{\"now\":\"2019-01-22T15:30:00Z\"}");
        cancel(world, 73552);
        control(world, "POST", "/snapshots/before/restore", "");
        control(world, "PUT", "/snapshots/other", "");
        control(world, "DELETE", "/snapshots/other", "");
        control(world, "POST", "/tokens/revoke", "{\"token\":\"trader-token\"}");
        send(world, "GET", "/v1.0/users/@me/info", "Bearer trader-token");

        Replay replay = playedAgain(world, sandbox);

        assertThat(Unirest.get(replay.world().controlUrl() + "/snapshots")
                        .asString()
                        .getBody())
                .contains("before")
                .doesNotContain("other");
    }

    @Test
    void faults_strike_the_same_requests_again(World world, Sandbox sandbox) {
        world.inject(Fault.after("DELETE", "**/orders/*", FaultEffect.close()));
        world.inject(
                Fault.before("GET", "**/info", FaultEffect.status(503)).nth(2).times(2));
        var removed =
                world.inject(Fault.after("GET", "**", FaultEffect.truncate(1)).times(9));
        assertThatThrownBy(() -> cancel(world, 73552)).isInstanceOf(UnirestException.class);
        removed.close();
        cancel(world, 73552);
        for (int i = 0; i < 4; i++) {
            send(world, "GET", "/v1.0/users/@me/info", Lives.TOKEN);
        }
        world.clearFaults();
        world.inject(Fault.before("GET", "**", FaultEffect.delay(Duration.ofMillis(1))));
        send(world, "GET", "/v1.0/users/@me/info", Lives.TOKEN);

        Replay replay = playedAgain(world, sandbox);

        assertThat(replay.steps())
                .extracting(Replay.Step::line)
                .filteredOn(line -> line.contains("[fault"))
                .hasSize(4);
    }

    @Test
    void what_gates_staged_is_played_in_the_order_in_which_it_was_applied(World world, Sandbox sandbox) {
        var gate = world.holdNext("DELETE", "**/orders/73552", GatePoint.BEFORE_APPLY);
        var cancel = CompletableFuture.supplyAsync(() -> cancel(world, 73552).getStatus());
        gate.awaitArrival(Duration.ofMinutes(1));
        world.fill(73552);
        gate.release();
        assertThat(cancel.join()).isEqualTo(409);

        Replay replay = playedAgain(world, sandbox);

        assertThat(replay.world().order(73552).status()).isEqualTo(OrderStatus.FILLED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void requests_that_ran_at_once_are_played_in_the_order_in_which_they_were_applied(
            int number, World world, Sandbox sandbox) {
        List<CompletableFuture<Void>> clients = IntStream.range(0, 6)
                .mapToObj(client -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 5; i++) {
                        switch ((client + i + number) % 3) {
                            case 0 -> cancel(world, 73552);
                            case 1 -> control(world, "POST", "/orders/73552/fill", "{\"Quantity\":1}");
                            default -> send(world, "GET", "/v1.0/accounts/6303/orders/73552", Lives.TOKEN);
                        }
                    }
                }))
                .toList();
        clients.forEach(CompletableFuture::join);

        playedAgain(world, sandbox);
    }

    @Test
    void a_request_that_waited_for_the_venue_is_answered_once_the_venue_speaks_again(World world, Sandbox sandbox) {
        world.cancelOutcome(73552, CancelOutcome.HOLD);
        var waiting = CompletableFuture.supplyAsync(
                () -> send(world, "DELETE", "/v1.0/accounts/6303/syncorders/73552", Lives.TOKEN));
        while (world.order(73552).status() != OrderStatus.PENDING_CANCEL) {
            Thread.onSpinWait();
        }
        world.acknowledgeCancel(73552);
        waiting.join();

        playedAgain(world, sandbox);
    }

    @Test
    void a_request_that_was_applied_and_not_answered_is_played_too(World world, Sandbox sandbox) {
        var gate = world.holdNext("DELETE", "**/orders/73552", GatePoint.AFTER_APPLY);
        var client = CompletableFuture.runAsync(() -> cancel(world, 73552));
        gate.awaitArrival(Duration.ofMinutes(1));
        cancel(world, 73552);

        assertThat(playedAgain(world, sandbox).steps())
                .extracting(Replay.Step::line)
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("-> 204 [it was not answered yet]"),
                        second -> assertThat(second).contains("-> 409"));
        gate.release();
        client.join();
        assertThat(playedAgain(world, sandbox).steps()).hasSize(2);
    }

    @Test
    void a_clock_that_runs_is_moved_to_when_each_request_came(Sandbox sandbox) {
        try (World world = sandbox.newWorld(
                sandbox.world().seed(), sandbox.world().settings().withClock(ClockMode.TICKING))) {
            cancel(world, 73552);
            cancel(world, 75225);

            assertThat(sandbox.replay(Repro.of(world)).differences()).isEmpty();
        }
    }

    @Test
    void bodies_that_are_no_text_are_the_same_again(World world, Sandbox sandbox) {
        Unirest.post(world.apiUrl() + "/v1.0/accounts/6303/orders")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", Lives.TOKEN)
                .header("Content-Type", "application/json")
                .body(new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'})
                .asString();

        playedAgain(world, sandbox);
    }

    @Test
    void an_answer_that_differs_far_behind_its_beginning_is_told(World world, Sandbox sandbox, @TempDir Path folder) {
        for (int i = 0; i < 20; i++) {
            Unirest.post(world.apiUrl() + "/v1.0/accounts/6303/orders")
                    .header("Et-App-Key", "demo-app-key")
                    .header("Authorization", Lives.TOKEN)
                    .header("Content-Type", "application/json")
                    .body("{\"Symbol\":\"AAPL\",\"Side\":\"Buy\",\"Type\":\"Limit\",\"Price\":150,\"Quantity\":"
                            + (200 + i) + ",\"TimeInforce\":\"Day\"}")
                    .asString();
        }
        send(world, "GET", "/v1.0/accounts/6303/orders?pageNumber=0&pageSize=100", Lives.TOKEN);
        assertThat(playedAgain(world, sandbox).differences()).isEmpty();

        Repro repro = edited(world, folder, "\\\"Quantity\\\":219", "\\\"Quantity\\\":218"); // its request alone
        assertThat(sandbox.replay(repro).differences())
                .last()
                .satisfies(step ->
                        assertThat(step.difference().orElseThrow()).startsWith("body, after its first 16384 bytes: "));
    }

    @Test
    void after_a_reset_only_what_came_behind_it_is_played(World world, Sandbox sandbox) {
        cancel(world, 73552);
        world.reset();
        cancel(world, 75225);

        assertThat(playedAgain(world, sandbox).steps()).hasSize(1);
    }

    @Test
    void what_the_journal_has_dropped_is_there_from_the_beginning(Sandbox sandbox) {
        try (World world = sandbox.newWorld(
                sandbox.world().seed(), sandbox.world().settings().withJournalBytes(20_000))) {
            world.inject(Fault.before("GET", "**", FaultEffect.status(503)).times(60));
            cancel(world, 73552);
            for (int i = 0; i < 50; i++) {
                send(world, "GET", "/v1.0/users/@me/info", Lives.TOKEN);
                world.advance(Duration.ofSeconds(1));
            }
            Repro repro = Repro.of(world);
            assertThat(repro.size()).isBetween(4, 40);
            for (int i = 0; i < 12; i++) {
                send(world, "GET", "/v1.0/users/@me/info", Lives.TOKEN);
            }

            playedAgain(world, sandbox);
        }
    }

    @Test
    void a_step_that_gives_something_else_is_told_with_how_it_differs(
            World world, Sandbox sandbox, @TempDir Path folder) {
        cancel(world, 73552);
        cancel(world, 73552);
        Repro repro = edited(world, folder, "\"status\":409", "\"status\":204");

        assertThat(sandbox.replay(repro).differences()).singleElement().satisfies(step -> {
            assertThat(step.number()).isEqualTo(2);
            assertThat(step.difference()).hasValue("status: 204, now 409");
        });
    }

    @Test
    void it_can_stop_before_a_step(World world, Sandbox sandbox) {
        cancel(world, 73552);
        cancel(world, 75225);

        Replay replay = sandbox.replay(Repro.of(world).until(2));

        assertThat(replay.steps()).hasSize(1);
        assertThat(replay.world().order(75225).status()).isNotEqualTo(OrderStatus.CANCELED);
    }

    /** Plays the life of a world in another one, which must then be the same. */
    private static Replay playedAgain(World world, Sandbox sandbox) {
        Replay replay = sandbox.replay(Repro.of(world));
        assertThat(replay.differences()).isEmpty();
        assertThat(export(replay.world()).lines())
                .containsExactlyElementsOf(export(world).lines().toList());
        return replay;
    }
}
