package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SandboxTest
class SnapshotRoutesTest {

    @Test
    void a_snapshot_is_told_by_its_name_and_clock(World world) {
        HttpResponse<String> answer = keep(world, "before");

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getBody()).isEqualTo(told("before", "2019-01-21T15:30:00Z") + "\n");
    }

    @Test
    void a_snapshot_of_the_same_name_takes_the_place_of_the_other(World world) {
        keep(world, "before");
        world.advance(Duration.ofHours(1));

        assertThat(keep(world, "before").getStatus()).isEqualTo(200);
        assertThat(list(world)).isEqualTo("[" + told("before", "2019-01-21T16:30:00Z") + "]\n");
    }

    @Test
    void restoring_puts_back_the_world_as_it_was_and_keeps_the_snapshot(World world) {
        world.fill(73552, 50, 156.57);
        world.advance(Duration.ofSeconds(1));
        String state = state(world);
        keep(world, "half");
        world.advance(Duration.ofDays(2));
        world.fill(80328, 1, 100);

        assertThat(restore(world, "half").getStatus()).isEqualTo(204);
        assertThat(state(world)).isEqualTo(state);
        assertThat(restore(world, "half").getStatus()).isEqualTo(204);
    }

    @Test
    void the_same_commands_after_a_restore_give_the_same_bytes(World world) {
        keep(world, "before");
        world.fill(73552, 50, 156.57);
        String first = state(world);
        restore(world, "before");
        world.fill(73552, 50, 156.57);

        assertThat(state(world)).isEqualTo(first);
    }

    @Test
    void a_reset_still_comes_back_to_the_seed_and_forgets_snapshots(World world) {
        String seed = state(world);
        world.fill(73552, 50, 156.57);
        keep(world, "half");
        restore(world, "half");
        world.reset();

        assertThat(state(world)).isEqualTo(seed);
        assertThat(list(world)).isEqualTo("[]\n");
    }

    @Test
    void a_snapshot_is_shown_as_a_world_is(World world) {
        keep(world, "before");
        String state = state(world);
        world.fill(73552, 50, 156.57);

        assertThat(Unirest.get(url(world, "before")).asString().getBody()).isEqualTo(state);
    }

    @Test
    void a_forgotten_snapshot_is_gone(World world) {
        keep(world, "before");

        assertThat(Unirest.delete(url(world, "before")).asString().getStatus()).isEqualTo(204);
        assertThat(Unirest.delete(url(world, "before")).asString().getStatus()).isEqualTo(404);
    }

    @Test
    void a_world_can_begin_with_another_ones_snapshot_and_goes_its_own_way(World world, Sandbox sandbox) {
        world.fill(73552, 50, 156.57);
        Seed snapshot = world.snapshot();
        try (World other = sandbox.newWorld(snapshot)) {
            other.fill(73552, 100, 156.57);
            assertThat(world.order(73552).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);
            other.reset();
            assertThat(state(other)).isEqualTo(state(world));
        }
    }

    @Test
    void an_unknown_snapshot_is_told_with_those_that_are_there(World world) {
        assertThat(restore(world, "after").getBody())
                .contains("there is none, PUT /sandbox/snapshots/{name} makes one");
        keep(world, "before");
        HttpResponse<String> answer = restore(world, "after");

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getBody()).contains("there is no snapshot 'after' in this world; there are before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%C3%A9", "a%2Fb"})
    void a_name_that_is_none_keeps_nothing(String name, World world) {
        assertThat(keep(world, name).getStatus()).isEqualTo(422);
        assertThat(keep(world, name).getBody()).contains("is no name of a snapshot; " + Snapshots.NAMES + " are");
        assertThat(list(world)).isEqualTo("[]\n");
    }

    @Test
    void there_is_an_end_to_how_many_are_kept(World world) {
        for (int i = 0; i < Snapshots.LIMIT; i++) {
            LiveWorld.of(world).snapshots().keep("s" + i);
        }
        assertThat(keep(world, "one-more").getStatus()).isEqualTo(409);
        assertThat(keep(world, "s0").getStatus()).isEqualTo(200);
    }

    private static String told(String name, String clock) {
        return "{\"name\":\"" + name + "\",\"clock\":\"" + clock + "\",\"orders\":8}";
    }

    private static String url(World world, String name) {
        return world.controlUrl() + "/snapshots/" + name;
    }

    private static HttpResponse<String> keep(World world, String name) {
        return Unirest.put(url(world, name)).asString();
    }

    private static HttpResponse<String> restore(World world, String name) {
        return Unirest.post(url(world, name) + "/restore").asString();
    }

    private static String list(World world) {
        return Unirest.get(world.controlUrl() + "/snapshots").asString().getBody();
    }

    private static String state(World world) {
        return Unirest.get(world.controlUrl() + "/state").asString().getBody();
    }
}
