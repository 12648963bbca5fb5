package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;

/** A cancel of an order of account 6303, made on a thread of its own: {@code syncorders} may take its time. */
record ClientThread(String route, CompletableFuture<HttpResponse<String>> call) {

    static ClientThread cancels(World world, String route, int orderId) {
        String url = world.apiUrl() + "/v1.0/accounts/6303/" + route + "/" + orderId;
        return new ClientThread(
                route, CompletableFuture.supplyAsync(() -> cancel(url), task -> new Thread(task).start()));
    }

    private static HttpResponse<String> cancel(String url) {
        return Unirest.delete(url)
                .header("Et-App-Key", Calls.APP_KEY)
                .header("Authorization", "Bearer admin-token")
                .asString();
    }

    HttpResponse<String> answer() throws ExecutionException, InterruptedException, TimeoutException {
        return call.get(10, TimeUnit.SECONDS);
    }

    boolean waitsForTheVenue() {
        return route.equals("syncorders");
    }

    /** Waits until an order has a status, and asserts that the venue's silence leaves {@code syncorders} unanswered. */
    void isUnderWay(World world, int orderId) throws ExecutionException, InterruptedException, TimeoutException {
        awaitStatus(world, orderId, OrderStatus.PENDING_CANCEL);
        if (waitsForTheVenue()) {
            assertThat(call).isNotDone();
        } else {
            assertThat(answer().getStatus()).isEqualTo(204);
        }
    }

    static void awaitStatus(World world, int orderId, OrderStatus status) {
        Optional<OrderStatus> found = LiveWorld.of(world)
                .await(
                        state -> state.order(new OrderId(orderId))
                                .map(order -> order.status())
                                .filter(status::equals),
                        Duration.ofSeconds(10));
        assertThat(found).as("order %s in time", orderId).contains(status);
    }
}
