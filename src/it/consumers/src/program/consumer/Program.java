package consumer;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.order.OrderStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Cancels an order, logs in and reads the journal; its argument is the module that the sandbox should be in. */
public final class Program {
    private Program() {}

    public static void main(String[] args) throws Exception {
        expect(args[0], String.valueOf(Sandbox.class.getModule().getName()));
        try (Sandbox sandbox = Sandbox.start()) {
            String api = sandbox.world().apiUrl();
            expect(204, send("DELETE", api + "/v1.0/accounts/6303/orders/73552").statusCode());
            expect(OrderStatus.CANCELED, sandbox.world().order(73552).status());
            expect(200, send("POST", api + "/token").statusCode());
            expect(200, send("GET", sandbox.world().controlUrl() + "/requests").statusCode());
            String health =
                    send("GET", sandbox.world().controlUrl() + "/health").body();
            expect(true, health.contains("\"version\":\"0.1.0\""));
        }
    }

    private static HttpResponse<String> send(String method, String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .header("Username", "admin")
                .header("Password", "admin-password")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static void expect(Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }
}
