package io.github.etnasandbox.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Only so many requests of a sandbox wait for the venue at once; other tests have sandboxes of their own. */
class SyncLimitTest {
    private static final int MOST = 30;
    private static final String ORDER =
            "{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":1,\"Price\":1}";

    @Test
    void one_request_too_many_is_told_so_and_the_others_are_answered() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            oneTooMany(sandbox.world());
        }
    }

    private static void oneTooMany(World world) throws Exception {
        int first = 1
                + world.orders().stream()
                        .mapToInt(order -> order.id().value())
                        .max()
                        .orElse(0);
        world.configureVenue(VenueSettings.DEFAULTS.holdingNewOrders());
        ExecutorService clients = Executors.newFixedThreadPool(MOST + 1);
        try {
            CompletionService<RawHttp.Response> answers = new ExecutorCompletionService<>(clients);
            for (int i = 0; i <= MOST; i++) {
                answers.submit(() -> placed(world));
            }
            RawHttp.Response refused = answers.take().get();
            assertThat(refused.status()).isEqualTo(500);
            assertThat(refused.header("Sandbox-Reason")).startsWith("30 requests wait for the venue already");

            world.orders().stream()
                    .filter(order -> order.id().value() >= first)
                    .forEach(order -> world.acknowledge(order.id().value()));
            for (int i = 0; i < MOST; i++) {
                assertThat(answers.take().get().status()).isEqualTo(200);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** On a connection of its own: clients that pool connections have limits, too. */
    private static RawHttp.Response placed(World world) {
        return RawHttp.sendJson(
                world.apiUrl(),
                "POST " + URI.create(world.apiUrl()).getPath() + "/v1.0/accounts/6303/syncorders",
                ORDER,
                "Et-App-Key: demo-app-key",
                "Authorization: Bearer admin-token");
    }
}
