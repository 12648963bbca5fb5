package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.SandboxConfig;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.FaultEffect;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.StandingFault;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kong.unirest.core.Unirest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there again when a sandbox is started on the store of one that has ended. */
class LastingWorldTest {
    private static final String CANCEL = "/v1.0/accounts/6303/orders/73552";

    @TempDir
    private Path folder;

    private @Nullable Sandbox sandbox;

    @AfterEach
    void end() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private World start() {
        return start(SandboxConfig.DEFAULTS);
    }

    private World start(SandboxConfig config) {
        Sandbox started = Sandbox.start(config.withStore(folder.toString()));
        sandbox = started;
        return started.world();
    }

    private Sandbox sandbox() {
        return Objects.requireNonNull(sandbox);
    }

    private World again() {
        sandbox().close();
        return start();
    }

    @Test
    void a_canceled_order_is_still_canceled() {
        cancel(start());
        assertThat(again().order(73552).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void all_that_a_world_was_is_there_to_the_byte() {
        World world = start();
        world.fill(73552, 50, 156.57);
        world.advance(Duration.ofHours(3));
        login(world);
        place(world);
        String before = Clients.export(world.snapshot());

        assertThat(Clients.export(again().snapshot())).isEqualTo(before);
    }

    @Test
    void a_world_goes_on_as_one_that_was_never_stopped() {
        World stopped = start();
        cancel(stopped);
        stopped = again();
        String placed = place(stopped);
        String first = Clients.export(stopped.snapshot());
        try (Sandbox other = Sandbox.start()) {
            cancel(other.world());
            assertThat(place(other.world())).isEqualTo(placed);
            assertThat(first).isEqualTo(Clients.export(other.world().snapshot()));
        }
    }

    @Test
    void a_reset_after_it_comes_back_to_the_seed() {
        World world = start();
        String seed = Clients.export(world.seed());
        cancel(world);
        world = again();
        assertThat(Clients.export(world.seed())).isEqualTo(seed);
        world.reset();
        assertThat(Clients.export(world.snapshot())).isEqualTo(seed);
        assertThat(Clients.export(again().snapshot())).isEqualTo(seed);
    }

    @Test
    void another_seed_is_the_seed_from_then_on() {
        start().reseed(Fixtures.named("every-status").load());
        String seed = Clients.export(sandbox().world().snapshot());
        World world = again();
        assertThat(Clients.export(world.seed())).isEqualTo(seed);
        assertThat(world.seed().source()).isEqualTo(Fixtures.named("every-status"));
    }

    @Test
    void snapshots_are_kept_and_can_be_restored() {
        World world = start();
        world.fill(73552, 50, 156.57);
        String half = Clients.export(world.snapshot());
        put(world.controlUrl() + "/snapshots/half");
        cancel(world);
        world = again();
        assertThat(Unirest.get(world.controlUrl() + "/snapshots/half")
                        .asString()
                        .getBody())
                .isEqualTo(half);

        Unirest.post(world.controlUrl() + "/snapshots/half/restore").asEmpty();
        assertThat(Clients.export(again().snapshot())).isEqualTo(half);
    }

    @Test
    void the_journal_tells_what_it_told() {
        World world = start();
        cancel(world);
        cancel(world);
        List<String> told = journal(world);
        assertThat(told).hasSize(2);
        world = again();
        assertThat(journal(world)).isEqualTo(told);
        cancel(world);
        assertThat(lastNumber(world)).isEqualTo(3);
    }

    @Test
    void what_the_journal_forgot_stays_forgotten() {
        World world = start();
        cancel(world);
        world.forgetRequests();
        cancel(world);
        world = again();
        assertThat(world.requests()).hasSize(1);
        assertThat(lastNumber(world)).isEqualTo(1);
    }

    @Test
    void what_the_world_was_after_a_request_is_known() {
        World world = start();
        cancel(world);
        String then = Clients.export(world.snapshot());
        world.advance(Duration.ofHours(1));
        assertThat(Clients.export(again().snapshotAfter(1))).isEqualTo(then);
    }

    @Test
    void a_fault_strikes_as_often_as_told_in_all() {
        World world = start();
        world.inject(Fault.before("DELETE", "**/orders/*", FaultEffect.status(502))
                .nth(2)
                .times(2));
        assertThat(cancel(world)).isEqualTo(204);
        assertThat(cancel(world)).isEqualTo(502);
        world = again();
        assertThat(cancel(world)).isEqualTo(502);
        assertThat(cancel(world)).isEqualTo(409);
        StandingFault fault = world.faults().get(0);
        assertThat(List.of(fault.matches(), (long) fault.hits())).containsExactly(4L, 2L);
    }

    @Test
    void a_gate_that_was_open_is_open() throws Exception {
        start().holdNext("DELETE", "**" + CANCEL, GatePoint.BEFORE_APPLY);
        World world = again();
        Gate gate = world.gates().get(0);
        assertThat(gate.state()).isEqualTo(Gate.State.OPEN);
        var held =
                Unirest.delete(world.apiUrl() + CANCEL).headers(Clients.ADMIN).asEmptyAsync();
        gate.awaitArrival(Duration.ofSeconds(10));
        gate.release();
        assertThat(held.get().getStatus()).isEqualTo(204);
    }

    @Test
    void a_gate_whose_request_ended_with_the_sandbox_is_released() {
        World world = start();
        Gate gate = world.holdNext("DELETE", "**" + CANCEL, GatePoint.BEFORE_APPLY);
        var held =
                Unirest.delete(world.apiUrl() + CANCEL).headers(Clients.ADMIN).asEmptyAsync();
        gate.awaitArrival(Duration.ofSeconds(10));
        world = again();
        held.join();
        assertThat(world.gates().get(0).releasedBy()).contains(Gate.Release.RESET);
    }

    @Test
    void an_issued_token_still_opens_the_api() {
        World world = start();
        String token = login(world);
        world = again();
        assertThat(Unirest.get(world.apiUrl() + "/v1.0/users/@me/accounts")
                        .headers(Map.of("Et-App-Key", "demo-app-key", "Authorization", "Bearer " + token))
                        .asEmpty()
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_clock_that_runs_goes_on_from_where_it_stood() {
        World world = start(SandboxConfig.DEFAULTS.withClock(ClockMode.TICKING));
        world.advance(Duration.ofDays(1));
        var stood = world.now();
        sandbox().close();
        assertThat(start(SandboxConfig.DEFAULTS.withClock(ClockMode.TICKING)).now())
                .isAfterOrEqualTo(stood)
                .isBefore(stood.plusSeconds(600));
    }

    @Test
    void other_worlds_are_there_with_their_settings_and_app_keys() {
        start();
        World keyed = sandbox()
                .newWorld(sandbox().world().seed(), sandbox().world().settings().withReasons(false), "their-key");
        cancel(keyed);
        World world = again();
        String listed = Unirest.get(world.controlUrl() + "/worlds").asString().getBody();
        assertThat(listed).contains("\"id\":\"1\"", "\"appKey\":\"their-key\"");
        var answer = Unirest.delete(world.apiUrl() + CANCEL)
                .headers(Map.of("Et-App-Key", "their-key", "Authorization", "Bearer admin-token"))
                .asEmpty();
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getHeaders().getFirst("Sandbox-Reason")).isEmpty();
        assertThat(sandbox().newWorld().id()).isEqualTo("2");
    }

    @Test
    void a_dropped_world_stays_dropped() {
        start();
        sandbox().newWorld().close();
        World world = again();
        assertThat(Unirest.get(world.controlUrl().replace("/sandbox", "/worlds/1/sandbox/state"))
                        .asEmpty()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void health_tells_the_store() {
        World world = start();
        assertThat(Unirest.get(world.controlUrl() + "/health").asString().getBody())
                .contains("\"store\":\"" + folder + "\"");
    }

    private static long lastNumber(World world) {
        return world.requests().stream().mapToLong(Exchange::number).max().orElse(0);
    }

    private static int cancel(World world) {
        return Clients.cancel(world, 73552).getStatus();
    }

    private static String login(World world) {
        return Unirest.post(world.apiUrl() + "/token")
                .headers(Map.of("Et-App-Key", "demo-app-key", "Username", "admin", "Password", "admin-password"))
                .asString()
                .getBody()
                .replaceAll(".*\"Token\":\"([^\"]*)\".*", "$1");
    }

    private static String place(World world) {
        return Clients.place(world).getBody();
    }

    private static void put(String url) {
        assertThat(Unirest.put(url).asEmpty().getStatus()).isBetween(200, 204);
    }

    private static List<String> journal(World world) {
        return world.requests().stream()
                .map(exchange -> Unirest.get(world.controlUrl() + "/requests/" + exchange.number())
                        .asString()
                        .getBody())
                .toList();
    }
}
