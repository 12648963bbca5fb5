package io.github.etnasandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar with a store, killed while clients use it. {@code -Dsandbox.crashes=200} does it more often. */
class StoreCrashIT {
    private static final String JAR = System.getProperty("sandbox.jar");
    private static final int CRASHES = Integer.getInteger("sandbox.crashes", 10);
    private static final int CLIENTS = 4;
    private static final int SNAPSHOTS = 5; // each has all orders in it, and more would make the starts slow
    private static final int STRIKES = 7 * CRASHES;
    private static final String ORDER = "{\"Symbol\":\"AAPL\",\"Type\":\"Limit\",\"Side\":\"Buy\",\"Quantity\":1,"
            + "\"Price\":1,\"TimeInforce\":\"Day\",\"ExchangeOrderType\":\"Limit\"}";
    private static final Pattern ID = Pattern.compile("\"Id\":(\\d+)");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /** What clients were told, in all lives of the sandbox. */
    private final Set<Integer> placed = ConcurrentHashMap.newKeySet();

    private final Set<Integer> canceled = ConcurrentHashMap.newKeySet();
    private final Set<Integer> maybeCanceled = ConcurrentHashMap.newKeySet();
    private final Set<String> usedTwice = ConcurrentHashMap.newKeySet();
    private final AtomicInteger struck = new AtomicInteger();
    private final AtomicInteger maybeStruck = new AtomicInteger();

    private static ChildProcess sandbox(Path store) {
        return ChildProcess.java(Map.of(), List.of("-jar", JAR), "--port=0", "--quiet", "--store=" + store);
    }

    @Test
    void a_crash_takes_back_nothing_that_a_client_was_told() throws Exception {
        Random random = new Random(6303);
        for (int crash = 0; crash < CRASHES; crash++) {
            try (ChildProcess sandbox = sandbox(folder)) {
                String url = base(sandbox);
                if (crash == 0) {
                    injectFault(url);
                }
                requireAllThatWasTold(url, crash, List.copyOf(placed), random);
                assertThat(send("PUT", url + "/sandbox/snapshots/before-" + crash % SNAPSHOTS, ""))
                        .isNotNull();
                useUntilKilled(url, sandbox, 1 + random.nextInt(150));
                assertThat(sandbox.exitStatus()).isEqualTo(128 + 9);
            }
        }
        try (ChildProcess sandbox = sandbox(folder)) {
            String url = base(sandbox);
            requireAllThatWasTold(url, CRASHES, List.copyOf(placed), random);
            requireAllStrikes(url);
            assertThat(usedTwice).isEmpty();
            assertThat(canceled).isNotEmpty();
        }
    }

    private static String base(ChildProcess sandbox) {
        String api = sandbox.readLine("http://127.0.0.1:");
        return api.substring(0, api.length() - "/api".length());
    }

    private static void injectFault(String url) {
        Answer made = send(
                "POST",
                url + "/sandbox/faults",
                "{\"match\":{\"method\":\"GET\",\"path\":\"**/@me/accounts\"},\"when\":\"before\","
                        + "\"effect\":{\"type\":\"status\",\"status\":502},\"times\":" + STRIKES + "}");
        assertThat(made).extracting(Answer::status).isEqualTo(201);
    }

    /** Some of what was told long ago stands for all of it. */
    private void requireAllThatWasTold(String url, int crash, List<Integer> orders, Random random) {
        for (int i = 0; i < Math.min(orders.size(), 120); i++) {
            int id = orders.size() <= 120 ? orders.get(i) : orders.get(random.nextInt(orders.size()));
            Answer order = Objects.requireNonNull(send("GET", orderUrl(url, id), ""));
            assertThat(order.status()).as("order %d after crash %d", id, crash).isEqualTo(200);
            if (!maybeCanceled.contains(id)) {
                assertThat(order.body().contains("\"Canceled\""))
                        .as("order %d after crash %d: %s", id, crash, order.body())
                        .isEqualTo(canceled.contains(id));
            }
            if (canceled.contains(id)) {
                assertThat(send("DELETE", orderUrl(url, id), ""))
                        .extracting(Answer::status)
                        .isEqualTo(409);
            }
        }
        for (int each = 0; each < Math.min(crash, SNAPSHOTS); each++) {
            assertThat(send("GET", url + "/sandbox/snapshots/before-" + each, ""))
                    .extracting(Answer::status)
                    .isEqualTo(200);
        }
    }

    /** What was struck and not told is at most what was not answered. */
    private void requireAllStrikes(String url) {
        Answer last = accounts(url);
        while (last != null && last.status() == 502) {
            struck.incrementAndGet();
            last = accounts(url);
        }
        assertThat(struck.get()).isBetween(STRIKES - maybeStruck.get(), STRIKES);
        assertThat(send("GET", url + "/sandbox/faults", ""))
                .extracting(Answer::body)
                .asString()
                .contains("\"hits\":" + STRIKES);
    }

    /** Has clients use it until so many answers were told, and kills it then. */
    private void useUntilKilled(String url, ChildProcess sandbox, int answers) throws InterruptedException {
        AtomicInteger left = new AtomicInteger(answers);
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread client = new Thread(() -> use(url, () -> {
                if (left.decrementAndGet() == 0) {
                    sandbox.close();
                }
            }));
            client.start();
            clients.add(client);
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private void use(String url, Runnable onAnswer) {
        while (true) {
            Answer made = send("POST", url + "/api/v1.0/accounts/6303/orders", ORDER);
            if (made == null) {
                return;
            }
            onAnswer.run();
            Matcher id = ID.matcher(made.body());
            if (!id.find()) {
                usedTwice.add(made.toString()); // neither: it should have been placed
                return;
            }
            int order = Integer.parseInt(id.group(1));
            if (!placed.add(order)) {
                usedTwice.add(made.toString());
            }
            Answer gone = cancel(url, order);
            if (gone == null) {
                return;
            }
            onAnswer.run();
            Answer accounts = accounts(url);
            if (accounts == null) {
                maybeStruck.incrementAndGet();
                return;
            }
            if (accounts.status() == 502) {
                struck.incrementAndGet();
            }
            onAnswer.run();
        }
    }

    private @Nullable Answer cancel(String url, int order) {
        if (order % 3 == 0) {
            return send("GET", orderUrl(url, order), ""); // some stay
        }
        maybeCanceled.add(order);
        Answer gone = send("DELETE", orderUrl(url, order), "");
        if (gone != null && gone.status() == 204) {
            canceled.add(order);
            maybeCanceled.remove(order);
        }
        return gone;
    }

    private static String orderUrl(String url, int id) {
        return url + "/api/v1.0/accounts/6303/orders/" + id;
    }

    private static @Nullable Answer accounts(String url) {
        return send("GET", url + "/api/v1.0/users/@me/accounts", "");
    }

    /** An answer that came as a whole. */
    private record Answer(int status, String body) {}

    /** Sends a request; null when no answer came. */
    private static @Nullable Answer send(String method, String url, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .headers("Et-App-Key", "demo-app-key", "Authorization", "Bearer admin-token")
                .header("Content-Type", "application/json")
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException killed) {
            return null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void it_ends_when_told_to_and_all_is_there_again() {
        try (ChildProcess sandbox = sandbox(folder)) {
            assertThat(send("DELETE", orderUrl(base(sandbox), 73552), ""))
                    .extracting(Answer::status)
                    .isEqualTo(204);
            sandbox.terminate();
            assertThat(sandbox.exitStatus()).isEqualTo(128 + 15);
            assertThat(sandbox.errors()).isEmpty();
        }
        try (ChildProcess again = sandbox(folder)) {
            String url = base(again);
            assertThat(send("DELETE", orderUrl(url, 73552), ""))
                    .extracting(Answer::status)
                    .isEqualTo(409);
            assertThat(send("GET", url + "/sandbox/requests/1", ""))
                    .extracting(Answer::body)
                    .asString()
                    .contains("DELETE", "204");
        }
    }

    @Test
    void a_second_sandbox_on_the_folder_is_told_so() {
        try (ChildProcess first = sandbox(folder)) {
            base(first);
            requireRefused(folder, "another");
        }
    }

    @Test
    void a_store_that_is_a_file_is_refused() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "hello");
        requireRefused(file, file.toString());
    }

    @Test
    void a_store_of_garbage_is_refused_and_left_as_it_is() throws IOException {
        byte[] garbage = new byte[50_000];
        new Random(1).nextBytes(garbage);
        Path file = folder.resolve("worlds");
        Files.write(file, garbage);
        requireRefused(folder, file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
    }

    private static void requireRefused(Path store, String words) {
        try (ChildProcess sandbox = sandbox(store)) {
            assertThat(sandbox.exitStatus()).isEqualTo(1);
            assertThat(sandbox.restOfOutput()).isEmpty();
            assertThat(sandbox.errors())
                    .startsWith("etna-sandbox: ")
                    .contains(words)
                    .doesNotContain("Exception")
                    .hasLineCount(1);
        }
    }
}
