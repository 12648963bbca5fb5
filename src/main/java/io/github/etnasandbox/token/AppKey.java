package io.github.etnasandbox.token;

/**
 * An application key: what {@code Et-App-Key} must name on every request.
 *
 * @param enabled false when the key is deactivated, which answers like an unknown one
 */
public record AppKey(String key, boolean enabled) {}
