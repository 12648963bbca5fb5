package io.github.etnasandbox.cli;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.world.World;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Somebody else's program with a sandbox in it: cancels an order, logs in, uses the Java API, asks for the journal, then
 * tells which jar each class named by an argument comes from. Exits with 0 when all of that goes well, and prints nothing
 * else.
 */
final class EmbeddingProgram {
    private EmbeddingProgram() {}

    public static void main(String[] classNames) throws Exception {
        Sandbox sandbox = Sandbox.start(); // and never closed: the program ends all the same
        World world = sandbox.world();
        String api = world.apiUrl();
        expect(204, "DELETE", api + "/v1.0/accounts/6303/orders/73552");
        expect(200, "POST", api + "/token");
        expect(409, "DELETE", api + "/v1.0/accounts/6303/orders/75301");
        expect(200, "GET", world.controlUrl() + "/health");
        expect(200, "GET", world.controlUrl() + "/state");
        world.requests().get(0).explanation();
        world.restore(world.snapshot());
        world.advance(Duration.ofHours(1));
        world.reset();
        expect(200, "GET", world.controlUrl() + "/requests"); // last: the first answer that needs jackson-databind
        for (String name : classNames) {
            System.out.println(name + " " + jarOf(name)); // EmbeddedIT reads it
        }
    }

    private static void expect(int status, String method, String url) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Et-App-Key", "demo-app-key")
                .header("Authorization", "Bearer admin-token")
                .header("Username", "admin")
                .header("Password", "admin-password")
                .build();
        int answered = HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
        if (answered != status) {
            throw new AssertionError(method + " " + url + " answered " + answered + ", not " + status);
        }
    }

    private static String jarOf(String className) throws Exception {
        return new File(Class.forName(className, false, EmbeddingProgram.class.getClassLoader())
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getName();
    }
}
