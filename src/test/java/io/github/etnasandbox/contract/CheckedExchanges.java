package io.github.etnasandbox.contract;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kong.unirest.core.Body;
import kong.unirest.core.Config;
import kong.unirest.core.HttpRequest;
import kong.unirest.core.HttpRequestSummary;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.Interceptor;
import kong.unirest.core.Unirest;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Checks every exchange of the tests against the contract that its world serves, without the tests knowing: an answer must
 * have a documented status and body, and a request that was granted a documented body.
 */
public final class CheckedExchanges implements LauncherSessionListener, Interceptor {
    private static final boolean ON = Boolean.getBoolean("contract.checked");
    private static final Pattern URL = Pattern.compile("(http://[^/]+)(/worlds/[^/?]+)?([^?]*).*");
    private static final Pattern SERVERS = Pattern.compile("http://[^\"]*");

    /** By the URL of a world; empty where none can be had. */
    private static final Map<String, Optional<Contract>> BY_WORLD = new ConcurrentHashMap<>();

    private static final Map<String, Contract> BY_TEXT = new ConcurrentHashMap<>();

    private static final ThreadLocal<String> SENT = ThreadLocal.withInitial(() -> "");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (ON) {
            Unirest.config().interceptor(this);
        }
    }

    @Override
    public void onRequest(HttpRequest<?> request, Config config) {
        SENT.set(request.getBody()
                .filter(body -> body.uniPart() != null)
                .map(Body::uniPart)
                .map(part -> part.getValue() instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.UTF_8)
                        : String.valueOf(part.getValue()))
                .orElse(""));
    }

    @Override
    public void onResponse(HttpResponse<?> response, HttpRequestSummary request, Config config) {
        String body = response.getBody() instanceof String text ? text : null;
        check(
                request.getHttpMethod().name(),
                request.getUrl(),
                SENT.get(),
                response.getStatus(),
                response.getHeaders().getFirst("Content-Type"),
                body);
    }

    /**
     * Checks one exchange.
     *
     * @param body the answer's body; null when it was not read
     */
    public static void check(
            String method, String url, String sent, int status, @Nullable String mediaType, @Nullable String body) {
        Matcher parts = URL.matcher(url);
        if (!ON || !parts.matches() || (mediaType != null && mediaType.startsWith("text/html"))) {
            return;
        }
        String world = parts.group(1) + (parts.group(2) == null ? "" : parts.group(2));
        String path = parts.group(3).replaceFirst("(?i)^/api(?=/)", "");
        boolean drops =
                parts.group(2) != null && parts.group(3).replace("/", "").isEmpty();
        contract(world)
                .ifPresent(contract -> contract.find(method, drops ? parts.group(2) : path)
                        .ifPresent(operation -> {
                            List<String> wrong = new ArrayList<>(
                                    body == null ? List.of() : contract.wrongWith(operation, status, mediaType, body));
                            if (status < 300) {
                                wrong.addAll(contract.wrongWithRequest(operation, sent));
                            }
                            if (!wrong.isEmpty() && !isGone(world) && !isStruck(world)) {
                                throw new AssertionError("the contract does not allow " + method + " " + url + " "
                                        + sent + " -> " + status + " " + body + "\n" + String.join("\n", wrong));
                            }
                        }));
    }

    private static Optional<Contract> contract(String world) {
        return BY_WORLD.computeIfAbsent(
                world,
                first -> get(world + "/sandbox/openapi.json")
                        .map(json ->
                                BY_TEXT.computeIfAbsent(SERVERS.matcher(json).replaceAll("http:"), Contract::new)));
    }

    /** Under a world that was dropped there is no route. */
    private static boolean isGone(String world) {
        return get(world + "/sandbox/clock").isEmpty();
    }

    /** A fault answers what it was told to. */
    private static boolean isStruck(String world) {
        return get(world + "/sandbox/requests?newest&limit=20")
                        .filter(requests -> requests.contains("\"effect\""))
                        .isPresent()
                || get(world + "/sandbox/faults")
                        .filter(faults -> faults.length() > 3)
                        .isPresent();
    }

    /** What is at a URL of a world; empty when it is not to be had, as without a control key. */
    private static Optional<String> get(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            return connection.getResponseCode() == 200
                    ? Optional.of(new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
