package io.github.etnasandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A world to which requests at the root belong by their app key. */
class AppKeyWorldTest {
    private final Sandbox sandbox = Sandbox.start();
    private final World root = sandbox.world();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_request_at_the_root_goes_to_the_world_that_has_its_app_key() {
        World world = keyed("team-a");

        assertThat(cancel("team-a").getStatus()).isEqualTo(204);
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
        assertThat(root.order(73552).status()).isEqualTo(OrderStatus.NEW);
        assertThat(root.requests()).isEmpty();
    }

    @Test
    void its_journal_has_the_request_and_says_why_it_is_there() {
        World world = keyed("team-a");
        cancel("team-a");

        Exchange exchange = world.requests().get(0);
        assertThat(exchange.request().path()).isEqualTo("/api/v1.0/accounts/6303/orders/73552");
        assertThat(exchange.checks().get(0).facts())
                .isEqualTo("the app key is that of world 1, to which requests with it belong also without /worlds/1 in"
                        + " the path");
        assertThat(exchange.toString()).doesNotContain("team-a");
    }

    @Test
    void its_own_url_works_as_well_and_needs_no_such_key() {
        World world = keyed("team-a");

        assertThat(cancel(world.apiUrl(), "demo-app-key").getStatus()).isEqualTo(204);
        assertThat(cancel(world.apiUrl(), "team-a").getStatus()).isEqualTo(409);
        assertThat(world.requests().get(0).checks().get(0).name()).isEqualTo("app key");
    }

    @Test
    void a_login_at_the_root_is_one_of_that_world() {
        keyed("team-a");
        String token = Unirest.post(root.apiUrl() + "/token")
                .header("Et-App-Key", "team-a")
                .header("Username", "admin")
                .header("Password", "admin-password")
                .asString()
                .getBody()
                .split("\"", -1)[7];

        assertThat(cancel(root.apiUrl(), "team-a", token).getStatus()).isEqualTo(204);
        assertThat(cancel(root.apiUrl(), "demo-app-key", token).getStatus()).isEqualTo(401);
    }

    @Test
    void the_key_stays_whatever_the_world_begins_with() {
        World world = keyed("team-a");
        cancel("team-a");
        world.reset();
        assertThat(cancel("team-a").getStatus()).isEqualTo(204);
        world.reseed(root.seed());
        assertThat(cancel("team-a").getStatus()).isEqualTo(204);
        world.restore(root.snapshot());
        assertThat(cancel("team-a").getStatus()).isEqualTo(204);
    }

    @Test
    void a_key_is_free_again_when_its_world_is_dropped() {
        keyed("team-a").close();

        assertThat(cancel("team-a").getStatus()).isEqualTo(403);
        keyed("team-a");
        assertThat(cancel("team-a").getStatus()).isEqualTo(204);
    }

    @Test
    void a_key_that_the_default_world_comes_to_know_is_its_own() {
        World world = keyed("team-a");
        root.reseed(world.seed());

        assertThat(cancel("team-a").getStatus()).isEqualTo(204);
        assertThat(root.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
    }

    @Test
    void a_key_that_is_sent_twice_is_nobodys() {
        World world = keyed("team-a");
        var answer = Unirest.delete(root.apiUrl() + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", "team-a")
                .header("Et-App-Key", "team-a")
                .asEmpty();

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(world.requests()).isEmpty();
    }

    @Test
    void a_control_route_makes_one() {
        var made = make("{\"appKey\": \"team-a\"}");

        assertThat(made.getStatus()).isEqualTo(201);
        assertThat(made.getBody()).startsWith("{\"id\":\"1\",").endsWith("\"appKey\":\"team-a\"}\n");
        assertThat(cancel("team-a").getStatus()).isEqualTo(204);
        assertThat(VenueCalls.get(root, "/worlds").getBody())
                .contains("/worlds/1/sandbox\",", "\"appKey\":\"team-a\"}");
    }

    @Test
    void a_key_in_use_is_refused_and_no_world_is_made() {
        assertThat(make("{\"appKey\": \"demo-app-key\"}").getBody())
                .contains("\"status\":409")
                .contains("the default world knows that app key; take one that it does not know");
        keyed("team-a");
        assertThat(make("{\"appKey\": \"team-a\"}").getBody())
                .contains("\"status\":409")
                .contains("world 1 has that app key; take another one, or drop that world (DELETE /worlds/1)");
        assertThatThrownBy(() -> keyed("team-a")).isInstanceOf(IllegalStateException.class);
        assertThat(keyed("team-b").id()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"appKey\": \"\"}",
                "{\"appKey\": 1}",
                "{\"appKey\": \"a\\nb\"}",
                "{\"appKey\": \"a\", \"x\": 1}"
            })
    void what_is_no_key_is_refused(String body) {
        assertThat(make(body).getStatus()).isEqualTo(422);
        assertThat(VenueCalls.get(root, "/health").getBody()).contains("\"worlds\":1}");
    }

    @Test
    void clients_with_one_base_url_at_once_do_not_meet() {
        List<World> worlds =
                IntStream.range(0, 8).mapToObj(i -> keyed("team-" + i)).toList();
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> {
                            for (int times = 0; times < 50; times++) {
                                cancel("team-" + i);
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(worlds)
                .allSatisfy(world -> assertThat(world.requests())
                        .hasSize(50)
                        .filteredOn(exchange -> exchange.status() == 204)
                        .hasSize(1));
        assertThat(root.requests()).isEmpty();
    }

    @Test
    void a_key_under_a_name_that_nearly_fits_is_told_the_right_one() {
        assertThat(make("{\"appkey\": \"team-a\"}").getBody()).contains("did you mean 'appKey'");
    }

    private World keyed(String appKey) {
        return sandbox.newWorld(root.seed(), root.settings(), appKey);
    }

    private HttpResponse<String> make(String body) {
        return Unirest.post(root.controlUrl() + "/worlds").body(body).asString();
    }

    private HttpResponse<?> cancel(String appKey) {
        return cancel(root.apiUrl(), appKey);
    }

    private static HttpResponse<?> cancel(String apiUrl, String appKey) {
        return cancel(apiUrl, appKey, "admin-token");
    }

    private static HttpResponse<?> cancel(String apiUrl, String appKey, String token) {
        return Unirest.delete(apiUrl + "/v1.0/accounts/6303/orders/73552")
                .header("Et-App-Key", appKey)
                .header("Authorization", "Bearer " + token)
                .asEmpty();
    }
}
