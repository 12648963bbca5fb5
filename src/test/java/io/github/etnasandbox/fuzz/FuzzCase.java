package io.github.etnasandbox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * A few random calls to a world, and what holds after each: it was answered in time, by no fault of the sandbox, and what
 * the world is by then can be exported and read again. What was called is told when one of it does not hold.
 */
final class FuzzCase {
    /** A request that hangs takes longer. */
    private static final int SLOWEST_MILLIS = 2_000;

    /** The bodies of the catalogue's answers of status 500. */
    private static final List<String> DOCUMENTED_FAULTS = List.of(
            "{\"message\":\"An error occurred while processing your request\",\"error\":\"Unexpected server error\"}",
            "{\"message\":\"An error occurred while processing your request\"}",
            "{\"Model\":null,\"Errors\":[\"Value cannot be null.\\r\\nParameter name: user\"],\"StatusCode\":500,"
                    + "\"IsSucceed\":false}");

    private final World world;
    private final List<String> called = new ArrayList<>();
    final Random random;
    final RandomJson json;

    FuzzCase(World world, Random random) {
        this.world = world;
        this.random = random;
        this.json = new RandomJson(random);
    }

    World world() {
        return world;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** What was called so far, as a person could do it again. */
    String told() {
        return String.join("\n", called);
    }

    /** Sends a request to the API, as an administrator. */
    RawHttp.Response api(String method, String path, String body) {
        return send(method, path(world.apiUrl()) + path, body);
    }

    RawHttp.Response control(String method, String path, String body) {
        return send(method, path(world.controlUrl()) + path, body);
    }

    private RawHttp.Response send(String method, String target, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Et-App-Key: demo-app-key\r\nAuthorization: Bearer admin-token\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n";
        called.add(method + " " + target + " " + body);
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + content.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(content, 0, request, start.length, content.length);
        List<RawHttp.Response> answers = RawHttp.answers(RawHttp.exchange(world.apiUrl(), request, SLOWEST_MILLIS));
        assertThat(answers).hasSize(1);
        RawHttp.Response answer = answers.get(0);
        assertNoFault(answer);
        if (answer.status() < 300 && !method.equals("GET")) {
            assertRoundTrip();
        }
        return answer;
    }

    private static void assertNoFault(RawHttp.Response answer) {
        if (answer.status() >= 500) {
            assertThat(DOCUMENTED_FAULTS).as(answer.toString()).contains(answer.body());
            assertThat(answer.header("Sandbox-Reason")).doesNotContain("the sandbox itself failed");
        }
    }

    /** Calls a method of the world, which may refuse. */
    void java(String shown, Runnable call) {
        called.add(shown);
        try {
            call.run();
        } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException refused) {
            assertThat(refused).hasMessageNotContainingAny("null", "Index");
        }
        assertRoundTrip();
    }

    /** Exports the world, reads that, and exports it again. */
    private void assertRoundTrip() {
        String export = plain("GET", "/state", "");
        assertThat(plain("PUT", "/seed", export))
                .as("what reading the export was answered")
                .isEmpty();
        assertThat(plain("GET", "/state", "")).isEqualTo(export);
    }

    private String plain(String method, String path, String body) {
        return RawHttp.sendJson(world.controlUrl(), method + " " + path(world.controlUrl()) + path, body)
                .body();
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}
