package io.github.etnasandbox.control;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may use the control routes.
 *
 * <p>With a control key, whoever sends it in {@code Sandbox-Control-Key} or, as a browser can, as the password of Basic
 * authentication, whatever the name. Without one, whoever reaches the port, but not
 * through a browser that some foreign page drives: a page of another origin is told by its {@code Origin}, and a page
 * that rebound its own host name to this address by its {@code Host}.
 */
final class Guard {
    /** The header field of the control key. */
    static final String KEY = "Sandbox-Control-Key";

    private static final String BASIC = "Basic ";
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]*)?");

    private final @Nullable String controlKey;
    private final List<String> hosts;

    Guard(@Nullable String controlKey, Set<String> hosts) {
        this.controlKey = controlKey;
        this.hosts = hosts.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    void check(Context context) {
        if (controlKey != null) {
            checkKey(controlKey, context);
        } else {
            checkHost(context.header("Host"));
        }
        List<String> origins = Collections.list(context.req().getHeaders("Origin"));
        origins.forEach(origin -> checkOrigin(origin, context.header("Host")));
        if (origins.isEmpty()) {
            Collections.list(context.req().getHeaders("Sec-Fetch-Site")).forEach(Guard::checkSite);
        }
    }

    private static void checkKey(String expected, Context context) {
        String field = context.header(KEY);
        String sent = field == null ? password(context.header("Authorization")) : field;
        if (sent == null) {
            throw unauthorized(context, "header Sandbox-Control-Key is missing; this sandbox has a control key");
        }
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8))) {
            throw unauthorized(context, "header Sandbox-Control-Key is not this sandbox's control key");
        }
    }

    private static Problem unauthorized(Context context, String detail) {
        context.header("WWW-Authenticate", "Basic realm=\"etna-sandbox\", charset=\"UTF-8\""); // RFC 9110, 15.5.2
        return new Problem(HttpStatus.UNAUTHORIZED, detail);
    }

    /** The password of Basic authentication (RFC 7617); null when there is none. */
    private static @Nullable String password(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).trim());
            String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? parts[1] : null;
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    private void checkHost(@Nullable String host) {
        if (host != null && !isOurs(hostName(host))) {
            throw new Problem(
                    HttpStatus.FORBIDDEN,
                    "Host '" + host
                            + "' is foreign; use localhost or an IP address, or start the sandbox with a control key"
                            + " or --allow-host " + hostName(host));
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
                || hosts.contains(name);
    }

    private static String hostName(String host) {
        Matcher matcher = HOST.matcher(host);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
