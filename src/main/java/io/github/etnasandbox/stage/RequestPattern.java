package io.github.etnasandbox.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are meant.
 *
 * @param method one of {@link #METHODS}; null for any method at all
 * @param path the paths
 */
public record RequestPattern(@Nullable String method, PathPattern path) {
    /** The methods that can be named. */
    public static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** Rejects a method that no request would have. */
    public RequestPattern {
        if (method != null && !METHODS.contains(method)) {
            throw new IllegalArgumentException(
                    "the method '" + method + "' must be one of " + String.join(", ", METHODS));
        }
    }

    /**
     * {@return a pattern of requests}
     *
     * @param method one of {@link #METHODS}
     * @param path the paths, in the spelling of {@link PathPattern}
     * @throws IllegalArgumentException when one of the two is not as it must be
     */
    public static RequestPattern of(String method, String path) {
        return new RequestPattern(method, new PathPattern(path));
    }

    /**
     * {@return whether a request is meant}
     *
     * @param requestMethod the method, as sent
     * @param requestPath the path inside the world, as sent and without its query
     */
    public boolean matches(String requestMethod, String requestPath) {
        return (method == null || method.equals(requestMethod)) && path.matches(requestPath);
    }

    /** Renders the pattern as a request line starts. */
    @Override
    public String toString() {
        return (method == null ? "any method" : method) + " " + path;
    }
}
