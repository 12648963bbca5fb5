package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Duration;
import java.util.NoSuchElementException;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a world was after a request. */
@SandboxTest
class TimeTravelTest {

    @Test
    void what_a_world_was_after_a_request_is_what_its_export_was_then(World world) {
        cancel(world, 73552);
        String then = get(world, "/state");
        world.fill(75302, 10);
        world.advance(Duration.ofHours(2));
        cancel(world, 75302);

        assertThat(get(world, "/requests/1/state")).isEqualTo(then);
        assertThat(get(world, "/requests/2/state")).isEqualTo(get(world, "/state"));
    }

    @Test
    void a_request_that_was_refused_has_a_state_as_well(World world) {
        String before = get(world, "/state");
        cancel(world, 1);

        assertThat(get(world, "/requests/1/state")).isEqualTo(before);
    }

    @Test
    void the_difference_to_now_has_each_field_that_is_not_what_it_was(World world) {
        cancel(world, 73552);
        world.fill(75302, 10);

        assertThat(get(world, "/requests/1/changes"))
                .startsWith(
                        "{\"clock\":\"2019-01-21T15:30:00Z\",\"changes\":[{\"order\":75302,\"new\":false,\"fields\":{")
                .contains("\"ExecutedQuantity\":{\"before\":40,\"after\":50}")
                .endsWith("}}],\"gone\":[]}\n");
    }

    @Test
    void orders_that_came_and_went_are_told_by_their_ids(World world) {
        Seed beginning = world.snapshot();
        Unirest.post(world.apiUrl() + "/v1.0/accounts/6303/orders")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer trader-token")
                .header("Content-Type", "application/json")
                .body("{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":1,\"Price\":150,"
                        + "\"TimeInforce\":\"Day\",\"ExpireDate\":\"2019-01-21T00:00:00Z\",\"Comment\":\"x\"}")
                .asEmpty();
        int placed = world.requests().get(0).changes().get(0).after().id().value();
        world.restore(beginning);

        assertThat(get(world, "/requests/1/changes")).endsWith("\"changes\":[],\"gone\":[" + placed + "]}\n");
    }

    @Test
    void a_new_world_begins_with_what_this_one_was(Sandbox sandbox, World world) {
        cancel(world, 73552);
        cancel(world, 80328);

        String location = Unirest.post(world.controlUrl() + "/worlds?request=1")
                .asEmpty()
                .getHeaders()
                .getFirst("Location");

        assertThat(Unirest.get(location + "/state").asString().getBody()).isEqualTo(get(world, "/requests/1/state"));
        try (World fork = sandbox.newWorld(world.snapshotAfter(1))) {
            assertThat(fork.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(fork.order(80328).status()).isEqualTo(OrderStatus.PENDING_NEW);
        }
    }

    @Test
    void a_new_world_begins_with_a_snapshot_of_this_one(World world) {
        cancel(world, 73552);
        Unirest.put(world.controlUrl() + "/snapshots/half").asEmpty();
        cancel(world, 80328);

        String location = Unirest.post(world.controlUrl() + "/worlds?snapshot=half")
                .asEmpty()
                .getHeaders()
                .getFirst("Location");

        assertThat(Unirest.get(location + "/state").asString().getBody()).isEqualTo(get(world, "/requests/1/state"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            request=2              | 404 | after request 2; it does for those of 1 to 1
            request=one            | 404 | 'one' is no number of a request
            snapshot=none          | 404 | there is no snapshot 'none' in this world
            request=1&snapshot=one | 422 | send one of them at most
            reqest=1               | 422 | unknown query parameter 'reqest'
            """)
    void what_a_world_cannot_begin_with_is_refused(String query, int status, String told, World world) {
        cancel(world, 73552);

        var answer = Unirest.post(world.controlUrl() + "/worlds?" + query).asString();

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getBody()).contains(told);
    }

    @Test
    void states_are_kept_as_far_back_as_the_journals_bytes_have_room_and_the_list_says_from_where(Sandbox sandbox) {
        Seed seed = Fixtures.named("docs").load();
        try (World small = sandbox.newWorld(seed, WorldSettings.DEFAULTS.withJournalBytes(30_000))) {
            for (int i = 0; i < 20; i++) {
                small.advance(Duration.ofSeconds(1)); // each request finds another state
                cancel(small, 1);
            }
            long from = Long.parseLong(
                    get(small, "/requests?limit=1").replaceFirst("(?s).*\"statesFrom\":([0-9]+).*", "$1"));

            assertThat(from).isBetween(3L, 20L);
            assertThat(small.snapshotAfter(from)).isNotNull();
            assertThatThrownBy(() -> small.snapshotAfter(from - 1))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageEndingWith("does not keep what it was after request " + (from - 1)
                            + "; it does for those of " + from + " to 20");
        }
    }

    private static void cancel(World world, int order) {
        Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/" + order)
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .asEmpty();
    }

    private static String get(World world, String route) {
        return Unirest.get(world.controlUrl() + route).asString().getBody();
    }
}
