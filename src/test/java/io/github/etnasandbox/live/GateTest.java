package io.github.etnasandbox.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.RequestPattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class GateTest {
    private static final RequestPattern CANCEL = RequestPattern.of("DELETE", "**/orders/1");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Semaphore room = new Semaphore(Gate.SANDBOX_LIMIT);
    private final StageWorld world = new StageWorld(room);
    private final Gates gates = world.gates;

    @Test
    void a_gate_holds_the_first_request_until_it_is_released() throws Exception {
        Gate gate = hold();
        CompletableFuture<Void> request = request();
        gate.awaitArrival(SOON);
        assertThat(gate.state()).isEqualTo(Gate.State.HOLDING);
        assertThat(gate.releasedBy()).isEmpty();
        assertThat(request).isNotDone();

        gate.release();
        finish(request);
        assertThat(gate.state()).isEqualTo(Gate.State.RELEASED);
        assertThat(gate.releasedBy()).contains(Gate.Release.CALL);
    }

    @RepeatedTest(20)
    void of_requests_at_once_exactly_one_is_held() throws Exception {
        Gate gate = hold();
        List<CompletableFuture<Void>> requests = new ArrayList<>();
        Semaphore through = new Semaphore(0);
        for (int i = 0; i < 8; i++) {
            requests.add(request().thenRun(through::release));
        }
        assertThat(through.tryAcquire(7, 10, TimeUnit.SECONDS)).isTrue();
        gate.awaitArrival(SOON);
        assertThat(through.tryAcquire()).isFalse();

        gate.release();
        finish(CompletableFuture.allOf(requests.toArray(new CompletableFuture<?>[0])));
    }

    @Test
    void requests_of_another_point_method_or_path_pass() {
        Gate gate = hold();
        gates.pass(GatePoint.BEFORE_CHECKS, "DELETE", "/orders/1", () -> true);
        gates.pass(GatePoint.AFTER_APPLY, "GET", "/orders/1", () -> true);
        gates.pass(GatePoint.AFTER_APPLY, "DELETE", "/orders/2", () -> true);
        gates.pass(GatePoint.AFTER_APPLY, "DELETE", "/orders/1", () -> false);
        assertThat(gate.state()).isEqualTo(Gate.State.OPEN);
    }

    @Test
    void two_gates_hold_one_request_each() throws Exception {
        Gate first = hold();
        Gate second = hold();
        CompletableFuture<Void> one = request();
        first.awaitArrival(SOON);
        assertThat(second.state()).isEqualTo(Gate.State.OPEN);
        CompletableFuture<Void> other = request();
        second.awaitArrival(SOON);

        first.release();
        finish(one);
        assertThat(other).isNotDone();
        second.release();
        finish(other);
    }

    @Test
    void a_request_that_one_gate_held_does_not_meet_the_next() throws Exception {
        Gate first = hold();
        Gate second = hold();
        CompletableFuture<Void> request = request();
        first.awaitArrival(SOON);
        first.release();
        finish(request);
        assertThat(second.state()).isEqualTo(Gate.State.OPEN);
    }

    @Test
    void a_gate_released_before_a_request_came_holds_none() {
        Gate gate = hold();
        gate.close();
        pass();
        assertThatThrownBy(() -> gate.awaitArrival(SOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before the gate was released");
    }

    @Test
    void the_first_release_is_the_one_that_counts() {
        Gate gate = hold();
        gate.release();
        gate.release();
        world.timeline.reset();
        assertThat(gate.releasedBy()).contains(Gate.Release.CALL);
        assertThat(room.availablePermits()).isEqualTo(Gate.SANDBOX_LIMIT);
    }

    @Test
    void waiting_for_a_request_that_does_not_come_ends() {
        Gate gate = gates.hold(CANCEL, GatePoint.BEFORE_APPLY, SOON);
        assertThat(gate.stateWithin(Duration.ofMillis(1))).isEqualTo(Gate.State.OPEN);
        assertThatThrownBy(() -> gate.awaitArrival(Duration.ofMillis(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no request came to Gate[1, DELETE **/orders/1, BEFORE_APPLY] within PT0.001S;"
                        + " one that would change nothing is not held there");
    }

    @Test
    void an_arrival_is_known_after_its_gate_was_released_too() throws Exception {
        Gate gate = hold();
        CompletableFuture<Void> request = request();
        gate.awaitArrival(SOON);
        gate.release();
        finish(request);
        gate.awaitArrival(Duration.ZERO);
    }

    @Test
    void nobody_is_held_for_longer_than_the_limit() {
        Gate gate = gates.hold(CANCEL, GatePoint.AFTER_APPLY, Duration.ofMillis(1));
        pass();
        assertThat(gate.state()).isEqualTo(Gate.State.RELEASED);
        assertThat(gate.releasedBy()).contains(Gate.Release.LIMIT);
    }

    @Test
    void a_thread_that_is_interrupted_goes_on_and_stays_interrupted() throws Exception {
        Gate gate = hold();
        Thread.currentThread().interrupt();
        pass();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(gate.releasedBy()).contains(Gate.Release.RESET);
    }

    @Test
    void clearing_removes_all_and_lets_go() throws Exception {
        Gate holding = hold();
        CompletableFuture<Void> request = request();
        holding.awaitArrival(SOON);
        Gate open = hold();

        world.timeline.reset();
        finish(request);
        assertThat(List.of(holding, open))
                .allSatisfy(gate -> assertThat(gate.releasedBy()).contains(Gate.Release.RESET));
        assertThat(gates.all()).isEmpty();
        assertThat(room.availablePermits()).isEqualTo(Gate.SANDBOX_LIMIT);
        assertThat(hold().id()).isEqualTo("1");
    }

    @Test
    void closed_gates_take_no_more() {
        hold();
        world.timeline.close();
        assertThat(gates.all()).isEmpty();
        assertThatThrownBy(this::hold)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the world was dropped, or its sandbox closed");
    }

    @Test
    void a_world_has_a_limited_number_of_gates_and_released_ones_do_not_count() {
        for (int i = 0; i < Gate.LIMIT; i++) {
            hold();
        }
        assertThatThrownBy(this::hold)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("there are 100 gates in this world that nobody released");
        gates.all().get(6).release();
        assertThat(hold().id()).isEqualTo("101");
    }

    @Test
    void a_sandbox_has_a_limited_number_of_gates_too() {
        Semaphore small = new Semaphore(1);
        Gates here = new StageWorld(small).gates;
        Gates there = new StageWorld(small).gates;
        Gate gate = here.hold(CANCEL, GatePoint.AFTER_APPLY, SOON);
        assertThatThrownBy(() -> there.hold(CANCEL, GatePoint.AFTER_APPLY, SOON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gates in the worlds of this sandbox");
        gate.release();
        assertThat(there.hold(CANCEL, GatePoint.AFTER_APPLY, SOON).id()).isEqualTo("1");
    }

    @Test
    void a_gate_that_was_there_before_the_sandbox_makes_no_room_that_it_has_not_taken() {
        Gate before = hold();
        Gates again = new Gates(world.timeline, room);
        int left = room.availablePermits();

        again.arranged(world.timeline.stage(), world.timeline.stage().over());
        assertThat(room.availablePermits()).isEqualTo(left);
        before.release();
        assertThat(room.availablePermits()).isEqualTo(left + 1);
    }

    @Test
    void only_the_last_of_the_released_gates_are_kept() {
        Gate open = hold();
        for (int i = 0; i < 50; i++) {
            hold().release();
        }
        assertThat(gates.all()).hasSize(21).first().isEqualTo(open);
        assertThat(gates.all()).last().extracting(Gate::id).isEqualTo("51");
        assertThat(gates.all()).extracting(Gate::id).doesNotContain("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT5M0.000000001S"})
    void a_limit_out_of_its_range_is_refused(Duration limit) {
        assertThatThrownBy(() -> gates.hold(CANCEL, GatePoint.AFTER_APPLY, limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the limit is " + limit + "; it must be more than zero and at most PT5M");
        assertThat(room.availablePermits()).isEqualTo(Gate.SANDBOX_LIMIT);
    }

    private Gate hold() {
        return gates.hold(CANCEL, GatePoint.AFTER_APPLY, Duration.ofMinutes(1));
    }

    private void pass() {
        gates.pass(GatePoint.AFTER_APPLY, "DELETE", "/api/orders/1", () -> true);
    }

    private CompletableFuture<Void> request() {
        return CompletableFuture.runAsync(this::pass, task -> new Thread(task).start());
    }

    private static void finish(CompletableFuture<Void> request) throws Exception {
        request.get(10, TimeUnit.SECONDS);
    }
}
