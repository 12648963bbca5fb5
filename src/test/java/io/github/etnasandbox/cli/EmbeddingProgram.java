package io.github.etnasandbox.cli;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.world.World;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Somebody else's program with a sandbox in it: cancels an order, logs in, uses the Java API, asks for the journal. Exits
 * with 0 when all of that goes well, and prints nothing.
 *
 * <p>Its arguments say how it starts: {@code together} with other sandboxes, or {@code foreign} in threads whose context
 * class loader has classes of its own under the sandbox's names, from a jar that is named.
 */
final class EmbeddingProgram {
    private static final int TOGETHER = 4;

    private EmbeddingProgram() {}

    public static void main(String[] args) throws Exception {
        List<String> how = List.of(args);
        if (how.contains("foreign")) {
            Thread.currentThread().setContextClassLoader(new ForeignLoader(Path.of(args[1])));
        }
        if (how.contains("together")) {
            startTogether();
        }
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
    }

    private static void startTogether() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
        CyclicBarrier barrier = new CyclicBarrier(TOGETHER);
        List<Callable<Object>> starts = Collections.nCopies(TOGETHER, () -> {
            barrier.await();
            Sandbox.start().close();
            return true;
        });
        for (Future<Object> start : threads.invokeAll(starts)) {
            start.get();
        }
        threads.shutdown();
    }

    /** Loads all but the JDK's classes from a jar, without asking its parent first. */
    private static final class ForeignLoader extends URLClassLoader {
        ForeignLoader(Path jar) throws MalformedURLException {
            super(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
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
}
