package io.github.etnasandbox.world;

/** Whether a world takes only so many requests in a minute, as AutoShares documents it. */
public enum RateLimiting {
    /** As the dialect has it. The default. */
    DIALECT,
    /** It does, whatever the dialect. */
    ON,
    /** It takes any number. */
    OFF
}
