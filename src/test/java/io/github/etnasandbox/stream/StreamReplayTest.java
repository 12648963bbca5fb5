package io.github.etnasandbox.stream;

import static io.github.etnasandbox.stream.StreamClient.member;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.world.World;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that applies every message holds what the world is, whenever it has begun to listen. */
@SandboxTest
@Timeout(120)
class StreamReplayTest {
    private static final int WRITERS = 4;
    private static final int ORDERS_EACH = 15;

    @Test
    void clients_that_begin_under_load_hold_what_the_world_is_and_nothing_was_doubled(World world) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch half = new CountDownLatch(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int seed = i;
                writers.add(threads.submit(() -> trade(world, seed, half)));
            }
            List<StreamClient> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(StreamClient.data(world).subscribe("Order", "6303"));
            }
            half.await();
            StreamClient late = StreamClient.data(world).subscribe("Order", "6303");
            clients.add(late);
            for (Future<?> writer : writers) {
                writer.get();
            }
            for (StreamClient client : clients) {
                holdsOrders(client.rest(), world);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_client_that_comes_back_with_a_recovered_session_holds_what_the_world_is(World world) throws Exception {
        Map<String, String> held = new HashMap<>();
        StreamClient client = StreamClient.data(world).subscribe("Position", "6303");
        for (int i = 0; i < 5; i++) {
            world.fill(73552, 1 + i, 150);
            client.rest().forEach(message -> held.put(member(message, "SecurityId"), member(message, "Quantity")));
            client.close();
            world.fill(73552, 1, 150); // nobody hears that
            client = StreamClient.login(world, "data", "7125", recover(world));
        }
        client.rest().forEach(message -> held.put(member(message, "SecurityId"), member(message, "Quantity")));
        for (Position position : world.positions(6303)) {
            assertThat(new BigDecimal(held.get(Integer.toString(position.securityId()))))
                    .isEqualByComparingTo(position.quantity());
        }
    }

    /** Places, fills in part and cancels, as any two of these may meet. */
    private static void trade(World world, int seed, CountDownLatch half) {
        for (int i = 0; i < ORDERS_EACH; i++) {
            String placed = Unirest.post(world.apiUrl() + "/v1.0/accounts/6303/orders")
                    .header("Et-App-Key", "demo-app-key")
                    .header("Authorization", "Bearer admin-token")
                    .header("Content-Type", "application/json")
                    .body(
                            "{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Price\":150,\"Side\":\"Buy\",\"TimeInForce\":\"Day\",\"Quantity\":"
                                    + (10 + seed) + "}")
                    .asString()
                    .getBody();
            int id = Integer.parseInt(placed.replaceFirst("^\\{\"Id\":(\\d+).*", "$1"));
            world.fill(id, 1 + seed, 150);
            if (i % 3 != 0) {
                Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/" + id)
                        .header("Et-App-Key", "demo-app-key")
                        .header("Authorization", "Bearer admin-token")
                        .asEmpty();
            }
            if (i == ORDERS_EACH / 2) {
                half.countDown();
            }
        }
    }

    private static void holdsOrders(List<String> messages, World world) {
        Map<String, String> held = new HashMap<>();
        for (String message : messages) {
            if (message.startsWith("{\"EntityType\": \"Order\"")) {
                String id = member(message, "Id");
                assertThat(message).as("twice in a row").isNotEqualTo(held.get(id));
                held.put(id, message);
            }
        }
        for (Order order : world.orders()) {
            String message = held.get(order.id().toString());
            if (order.accountId().value() == 6303 && message != null) {
                assertThat(member(message, "Status")).isEqualTo(order.status().word());
                assertThat(new BigDecimal(member(message, "ExecutedQuantity")))
                        .isEqualByComparingTo(BigDecimal.valueOf(order.executedQuantity()));
            }
        }
        assertThat(held.keySet())
                .containsAll(world.orders().stream()
                        .filter(order -> order.accountId().value() == 6303
                                && (order.status().isOutstanding() || order.id().value() > 80_403))
                        .map(order -> order.id().toString())
                        .toList());
    }

    private static String recover(World world) {
        String body = Unirest.put(world.apiUrl() + "/v1.0/streamers/session/recover?sessionType=0")
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer trader-token")
                .asString()
                .getBody();
        return body.substring("{\"Id\":\"".length(), body.length() - 2);
    }
}
