package io.github.etnasandbox.control;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may use the control routes.
 *
 * <p>With a control key, whoever sends it in {@code Sandbox-Control-Key}. Without one, whoever reaches the port, but not
 * through a browser that some foreign page drives: a page of another origin is told by its {@code Origin}, and a page
 * that rebound its own host name to this address by its {@code Host}.
 */
final class Guard {
    private final @Nullable String controlKey;
    private final String boundHost;

    Guard(@Nullable String controlKey, String boundHost) {
        this.controlKey = controlKey;
        this.boundHost = boundHost;
    }

    void check(Context context) {
        if (controlKey != null) {
            checkKey(controlKey, context.header("Sandbox-Control-Key"));
        } else {
            checkHost(context.header("Host"));
        }
        List<String> origins = Collections.list(context.req().getHeaders("Origin"));
        origins.forEach(origin -> checkOrigin(origin, context.header("Host")));
        if (origins.isEmpty()) {
            Collections.list(context.req().getHeaders("Sec-Fetch-Site")).forEach(Guard::checkSite);
        }
    }

    private static void checkKey(String expected, @Nullable String sent) {
        if (sent == null) {
            throw new Problem(
                    HttpStatus.UNAUTHORIZED, "header Sandbox-Control-Key is missing; this sandbox has a control key");
        }
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8))) {
            throw new Problem(HttpStatus.UNAUTHORIZED, "header Sandbox-Control-Key is not this sandbox's control key");
        }
    }

    private void checkHost(@Nullable String host) {
        if (host != null && !isOurs(hostName(host))) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "Host '" + host
                            + "' is foreign; use localhost or an IP address, or start the sandbox with a control key");
        }
    }

    private static void checkOrigin(String origin, @Nullable String host) {
        if (host == null || !origin.equalsIgnoreCase("http://" + host)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "Origin '" + origin + "' is foreign; control routes take no cross-origin requests");
        }
    }

    /** What browsers say of a request that a page makes without an Origin, such as that of an image. */
    private static void checkSite(String site) {
        if (!site.equals("same-origin") && !site.equals("none")) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "Sec-Fetch-Site is '" + site + "'; control routes take no cross-origin requests");
        }
    }

    /** An address cannot be rebound by a name server, and localhost is resolved on this machine. */
    private boolean isOurs(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.startsWith("[")
                || name.matches("\\d{1,3}(\\.\\d{1,3}){3}")
                || name.equalsIgnoreCase(boundHost);
    }

    private static String hostName(String host) {
        try {
            String name = URI.create("http://" + host).getHost();
            return name == null ? "" : name.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
