package io.github.etnasandbox.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.http.RawHttp;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends what a {@link Recipe} says, word by word. */
final class RecipeSteps {
    private static final Pattern REQUEST = Pattern.compile("(?:(?<times>\\d+) times )?(?<method>[A-Z]+) (?<path>/\\S*)"
            + "(?: (?<body>\\{.*}))?(?: with (?<with>.*?))?(?: without (?<without>.*))?");

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
