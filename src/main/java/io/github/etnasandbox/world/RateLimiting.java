package io.github.etnasandbox.world;

/** Whether a world takes only so many requests in a minute, as {@link io.github.etnasandbox.rate.RateLimit} says. */
public enum RateLimiting {
    /** As the dialect has it. The default. */
    DIALECT,
    /** It does, whatever the dialect. */
    ON,
    /** It takes any number. */
    OFF
}
