package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Unirest;

/** What clients and testers do in the tests of stores. */
final class Clients {
    static final Map<String, String> ADMIN =
            Map.of("Et-App-Key", "demo-app-key", "Authorization", "Bearer admin-token");

    private Clients() {}

    static HttpResponse<String> cancel(World world, int order) {
        return Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/" + order)
                .headers(ADMIN)
                .asString();
    }

    static HttpResponse<String> place(World world) {
        return Unirest.post(world.apiUrl() + "/v1.0/accounts/6303/orders")
                .headers(Map.of(
                        "Et-App-Key", "demo-app-key",
                        "Authorization", "Bearer trader-token",
                        "Content-Type", "application/json"))
                .body("{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":10,\"Price\":100,"
                        + "\"TimeInforce\":\"Day\",\"ExchangeOrderType\":\"Limit\"}")
                .asString();
    }

    /** A seed as one document. */
    static String export(Seed seed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            seed.write(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
