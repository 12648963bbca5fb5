package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Races staged at gates, over HTTP: each comes out the same way every time. */
@SandboxTest
@Timeout(60)
class RaceGateTest {
    private static final String ORDER = "**/orders/73552";
    private static final String ORDER_PATH = "/v1.0/accounts/6303/orders/73552";
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void a_cancel_that_another_one_overtakes_before_it_is_applied_is_refused(World world) throws Exception {
        Gate gate = world.holdNext("DELETE", ORDER, GatePoint.BEFORE_APPLY);
        var first = started(() -> cancel(world));
        gate.awaitArrival(SOON);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.NEW);

        assertThat(cancel(world).getStatus()).isEqualTo(204);
        gate.release();
        assertThat(answer(first).getStatus()).isEqualTo(409);
    }

    @Test
    void a_cancel_held_after_it_is_applied_is_seen_before_it_is_answered(World world) throws Exception {
        Gate gate = world.holdNext("DELETE", ORDER, GatePoint.AFTER_APPLY);
        var first = started(() -> cancel(world));
        gate.awaitArrival(SOON);

        assertThat(Calls.get(world, ORDER_PATH, "admin-token").getBody()).contains("\"Canceled\"");
        assertThat(cancel(world).getStatus()).isEqualTo(409);
        assertThat(first).isNotDone();
        gate.release();
        assertThat(answer(first).getStatus()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(
            value = GatePoint.class,
            names = {"BEFORE_CHECKS", "BEFORE_APPLY"})
    void a_token_revoked_before_the_request_is_applied_is_refused(GatePoint point, World world) throws Exception {
        String token = Calls.token(Calls.login(world, "admin", "admin-password"));
        Gate gate = world.holdNext("DELETE", ORDER, point);
        var held = started(() -> Calls.cancel(world, 73552, token));
        gate.awaitArrival(SOON);

        Calls.logout(world, token);
        gate.release();
        assertThat(answer(held).getStatus()).isEqualTo(401);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.NEW);
    }

    @Test
    void an_answer_held_after_it_was_decided_tells_what_was_so_then(World world) throws Exception {
        Gate gate = world.holdNext("GET", ORDER, GatePoint.AFTER_APPLY);
        var read = started(() -> Calls.get(world, ORDER_PATH, "admin-token"));
        gate.awaitArrival(SOON);

        assertThat(cancel(world).getStatus()).isEqualTo(204);
        gate.release();
        assertThat(answer(read).getBody()).contains("\"New\"").doesNotContain("\"Canceled\"");
    }

    @Test
    void what_would_change_nothing_is_not_held_before_it_is_applied(World world) throws Exception {
        Gate gate = world.hold(RequestPattern.of("DELETE", "**"), GatePoint.BEFORE_APPLY, SOON);
        Gate reads = world.holdNext("GET", ORDER, GatePoint.BEFORE_APPLY);
        assertThat(Calls.cancel(world, 73552, "no-token").getStatus()).isEqualTo(401);
        assertThat(Calls.cancel(world, 1, "admin-token").getStatus()).isEqualTo(409);
        assertThat(Calls.get(world, ORDER_PATH, "admin-token").getStatus()).isEqualTo(200);
        assertThat(List.of(gate.state(), reads.state())).containsOnly(Gate.State.OPEN);

        var held = started(() -> cancel(world));
        gate.awaitArrival(SOON);
        gate.release();
        assertThat(answer(held).getStatus()).isEqualTo(204);
    }

    @Test
    void of_parallel_requests_exactly_one_is_held(World world) throws Exception {
        Gate gate = world.holdNext("DELETE", ORDER, GatePoint.BEFORE_CHECKS);
        Semaphore answered = new Semaphore(0);
        List<CompletableFuture<HttpResponse<String>>> cancels = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            cancels.add(started(() -> cancel(world)).whenComplete((answer, failure) -> answered.release()));
        }
        assertThat(answered.tryAcquire(7, 10, TimeUnit.SECONDS)).isTrue();
        gate.awaitArrival(SOON);
        assertThat(answered.tryAcquire()).isFalse();

        gate.release();
        List<Integer> statuses = new ArrayList<>();
        for (var cancel : cancels) {
            statuses.add(answer(cancel).getStatus());
        }
        assertThat(statuses).containsOnly(204, 409).containsOnlyOnce(204);
    }

    @Test
    void a_gate_of_one_world_is_not_met_in_another(World world, Sandbox sandbox) {
        Gate gate = world.holdNext("DELETE", ORDER, GatePoint.BEFORE_CHECKS);
        try (World other = sandbox.newWorld()) {
            assertThat(cancel(other).getStatus()).isEqualTo(204);
            assertThat(other.gates()).isEmpty();
        }
        assertThat(gate.state()).isEqualTo(Gate.State.OPEN);
    }

    @Test
    void what_a_reset_lets_go_is_decided_on_the_world_after_it(World world) throws Exception {
        Gate gate = world.holdNext("DELETE", ORDER, GatePoint.BEFORE_APPLY);
        var first = started(() -> cancel(world));
        gate.awaitArrival(SOON);
        assertThat(cancel(world).getStatus()).isEqualTo(204);

        world.reset();
        assertThat(answer(first).getStatus()).isEqualTo(204); // 409 had it been decided before
        assertThat(gate.releasedBy()).contains(Gate.Release.RESET);
        assertThat(world.gates()).isEmpty();
    }

    @Test
    void another_seed_lets_go_as_a_reset_does(World world) throws Exception {
        Gate gate = world.holdNext("DELETE", ORDER, GatePoint.BEFORE_APPLY);
        var held = started(() -> cancel(world));
        gate.awaitArrival(SOON);

        world.reseed(world.seed());
        assertThat(answer(held).getStatus()).isEqualTo(204);
        assertThat(gate.releasedBy()).contains(Gate.Release.RESET);
    }

    @Test
    void a_dropped_world_lets_go(Sandbox sandbox) throws Exception {
        World world = sandbox.newWorld();
        Gate gate = world.holdNext("DELETE", ORDER, GatePoint.BEFORE_CHECKS);
        var held = started(() -> cancel(world));
        gate.awaitArrival(SOON);

        world.close();
        assertThat(answer(held).getStatus()).isEqualTo(204);
        assertThat(gate.releasedBy()).contains(Gate.Release.RESET);
    }

    @Test
    void a_closed_sandbox_lets_go() throws Exception {
        Sandbox sandbox = Sandbox.start();
        Gate gate = sandbox.world().holdNext("DELETE", ORDER, GatePoint.BEFORE_CHECKS);
        var held = started(() -> cancel(sandbox.world()));
        gate.awaitArrival(SOON);

        sandbox.close();
        assertThat(gate.releasedBy()).contains(Gate.Release.RESET);
        assertThat(held.handle((answer, lostConnection) -> true).get(10, TimeUnit.SECONDS))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = GatePoint.class, mode = EnumSource.Mode.EXCLUDE, names = "MESSAGE")
    void a_gate_that_nobody_releases_lets_go_by_itself(GatePoint point, World world) {
        Gate gate = world.hold(RequestPattern.of("DELETE", ORDER), point, Duration.ofMillis(1));
        assertThat(cancel(world).getStatus()).isEqualTo(204);
        assertThat(gate.releasedBy()).contains(Gate.Release.LIMIT);
    }

    @Test
    void whoever_comes_to_release_is_served_when_every_gate_holds() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
            List<World> worlds = List.of(sandbox.world(), sandbox.newWorld());
            for (int i = 0; i < Gate.SANDBOX_LIMIT; i++) {
                World world = worlds.get(i / Gate.LIMIT);
                Gate gate = world.holdNext("DELETE", ORDER, GatePoint.BEFORE_CHECKS);
                held.add(started(() -> cancel(world)));
                gate.awaitArrival(SOON);
            }
            for (World world : worlds) {
                assertThat(Unirest.post(world.controlUrl() + "/reset")
                                .asString()
                                .getStatus())
                        .isEqualTo(204);
            }
            for (var cancel : held) {
                assertThat(answer(cancel).getStatus()).isIn(204, 409);
            }
        }
    }

    private static HttpResponse<String> cancel(World world) {
        return Calls.cancel(world, 73552, "admin-token");
    }

    /** Calls on a thread of its own. */
    private static <T> CompletableFuture<T> started(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, task -> new Thread(task).start());
    }

    private static <T> T answer(CompletableFuture<T> call) throws Exception {
        return call.get(10, TimeUnit.SECONDS);
    }
}
