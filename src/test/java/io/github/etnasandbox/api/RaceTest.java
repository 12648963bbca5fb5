package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Together.together;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Requests that run into each other, over HTTP. */
@SandboxTest
class RaceTest {
    private static final int THREADS = 8;

    @RepeatedTest(20)
    void of_many_cancels_of_one_order_exactly_one_wins(World world) throws Exception {
        List<Callable<Integer>> cancels = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            cancels.add(() -> Calls.cancel(world, 73552, "admin-token").getStatus());
        }
        List<Integer> statuses = together(cancels);
        assertThat(statuses).containsOnly(204, 409).containsOnlyOnce(204);
        assertThat(LiveWorld.of(world).state().nextId())
                .isEqualTo(Snapshots.stateOf(world.seed()).nextId() + 3);
    }

    @RepeatedTest(20)
    void a_cancel_that_races_a_reset_is_wholly_before_or_wholly_after_it(World world) throws Exception {
        String token = Calls.token(Calls.login(world, "admin", "admin-password"));
        List<Integer> statuses = together(List.of(
                () -> Calls.cancel(world, 73552, token).getStatus(),
                () -> Unirest.post(world.controlUrl() + "/reset").asString().getStatus()));

        // Before: it was cancelled, and the reset took that back. After: the reset had forgotten the token.
        assertThat(statuses.get(0)).isIn(204, 401);
        assertThat(LiveWorld.of(world).state()).isEqualTo(Snapshots.stateOf(world.seed()));
    }

    @Test
    void an_export_taken_amid_cancels_shows_only_whole_orders(World world) throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int order : new int[] {73552, 75302, 80328}) {
            calls.add(() -> Calls.cancel(world, order, "admin-token").getStatus());
            calls.add(() -> {
                var export = Unirest.get(world.controlUrl() + "/state").asString();
                return Unirest.post(world.controlUrl() + "/worlds")
                        .body(export.getBody())
                        .asString()
                        .getStatus();
            });
        }
        assertThat(together(calls)).containsExactly(204, 201, 204, 201, 204, 201);
    }

    @Test
    void many_worlds_at_once_do_not_see_each_other(Sandbox sandbox) throws Exception {
        List<Callable<Integer>> lives = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            lives.add(() -> {
                int surprises = 0;
                for (int round = 0; round < 25; round++) {
                    try (World world = sandbox.newWorld()) {
                        surprises += Calls.cancel(world, 73552, "admin-token").getStatus() == 204 ? 0 : 1;
                        surprises += world.order(73552).status() == OrderStatus.CANCELED ? 0 : 1;
                        world.reset();
                        surprises += world.order(73552).status() == OrderStatus.NEW ? 0 : 1;
                    }
                }
                return surprises;
            });
        }
        assertThat(together(lives)).containsOnly(0);
    }
}
