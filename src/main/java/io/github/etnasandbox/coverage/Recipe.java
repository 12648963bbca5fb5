package io.github.etnasandbox.coverage;

import org.jspecify.annotations.Nullable;

/**
 * How to have an application meet a {@link Row}, with the packaged fixtures {@code docs}.
 *
 * @param java what to call on a World first; null for nothing
 * @param control the control request that does the same: method, path and body; null where java is
 * @param request the request that meets it: method, path below the API's base URL, or that of a streamer, maybe a body, and behind {@code with}
 *     and {@code without} the header fields that are not {@code Et-App-Key: demo-app-key} and
 *     {@code Authorization: Bearer admin-token}
 */
public record Recipe(@Nullable String java, @Nullable String control, String request) {

    /** One request, and nothing before it. */
    public static Recipe of(String request) {
        return new Recipe(null, null, request);
    }

    /** One request, after something was done to the world. */
    public static Recipe after(String java, String control, String request) {
        return new Recipe(java, control, request);
    }

    /** Spelt in one line, for a person. */
    @Override
    public String toString() {
        return java == null ? request : java + " or " + control + ", then " + request;
    }
}
