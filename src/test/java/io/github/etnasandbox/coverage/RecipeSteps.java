package io.github.etnasandbox.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.journal.StreamMessage;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.stream.StreamClient;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends what a {@link Recipe} says, word by word. */
final class RecipeSteps {
    private static final Pattern REQUEST = Pattern.compile("(?:(?<times>\\d+) times )?(?<method>[A-Z]+) (?<path>/\\S*)"
            + "(?: (?<body>[{\\[].*[}\\]]))?(?: with (?<with>.*?))?(?: without (?<without>.*))?");

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private RecipeSteps() {}

    /** Does what comes before the request. */
    static void control(World world, String request) {
        Matcher parts = matcher(request);
        String path =
                URI.create(world.controlUrl()).getPath() + parts.group("path").substring("/sandbox".length());
        String answer = send(world, parts.group("method"), path, Map.of(), parts.group("body"));
        assertThat(answer).as(request).startsWith("HTTP/1.1 20");
    }

    /** Sends the request, whatever comes back. */
    static void request(World world, String request) {
        Matcher parts = matcher(request);
        if (parts.group("path").startsWith("/streamers/")) {
            connect(world, URI.create(parts.group("path")).getQuery());
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Et-App-Key", "demo-app-key");
        fields.put("Authorization", "Bearer admin-token");
        if (parts.group("body") != null) {
            fields.put("Content-Type", "application/json");
        }
        if (parts.group("with") != null) {
            for (String field : parts.group("with").split(" and ", -1)) {
                String[] nameAndValue = field.split(": ", 2);
                fields.put(nameAndValue[0], nameAndValue[1]);
            }
        }
        fields.remove(parts.group("without"));
        int times = parts.group("times") == null ? 1 : Integer.parseInt(parts.group("times"));
        for (int i = 0; i < times; i++) {
            String path = URI.create(world.apiUrl()).getPath() + parts.group("path");
            send(world, parts.group("method"), path, fields, parts.group("body"));
        }
        if (!world.webhooks().isEmpty()) {
            world.awaitDeliveries(delivery -> !delivery.attempts().isEmpty(), LIMIT);
        }
    }

    /** Connects to the streamer, and waits until its first message is lost, or a command is taken that comes after it. */
    private static void connect(World world, String query) {
        try (StreamClient client = StreamClient.connect(world, "data", query)) {
            try {
                client.send("{\"Cmd\":\"Nothing\"}");
            } catch (CompletionException closed) {
                // in place of the first message
            }
            assertThat(LiveWorld.of(world).streamLog().await(message -> message.way() != StreamMessage.Way.SENT, LIMIT))
                    .isPresent();
        }
    }

    private static Matcher matcher(String request) {
        Matcher parts = REQUEST.matcher(request);
        assertThat(parts.matches()).as(request).isTrue();
        return parts;
    }

    private static String send(
            World world, String method, String path, Map<String, String> fields, @Nullable String body) {
        String head = fields.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        String request = method + " " + path + " HTTP/1.1\r\nHost: "
                + URI.create(world.apiUrl()).getAuthority() + "\r\nConnection: close\r\n" + head
                + (body == null ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n"
                + (body == null ? "" : body);
        return RawHttp.exchange(world.apiUrl(), request.getBytes(StandardCharsets.UTF_8), 60_000);
    }
}
