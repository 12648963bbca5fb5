package io.github.etnasandbox.world;

import java.time.Duration;

/**
 * What is fixed for a world's whole life.
 *
 * @param dialect how it answers where deployments differ
 * @param clock how its clock moves
 * @param tokenLifetime how long an issued token lives on the world's clock, more than zero, at most a hundred years
 * @param reasons whether refusals carry the {@code Sandbox-Reason} header
 * @param syncTimeout how long in real time a request to {@code syncorders} waits for the venue before it is answered that the
 *     venue did not speak in time, zero or more
 * @param journalBytes how many bytes of exchanges the request journal keeps, near enough; zero for no journal
 * @param rateLimiting whether only so many requests are taken in a minute
 */
public record WorldSettings(
        Dialect dialect,
        ClockMode clock,
        Duration tokenLifetime,
        boolean reasons,
        Duration syncTimeout,
        int journalBytes,
        RateLimiting rateLimiting) {

    /** More than any login lasts. */
    private static final Duration LONGEST_TOKEN_LIFETIME = Duration.ofDays(36_525);

    /**
     * What a sandbox does unless told otherwise: tokens live for the documented 24 hours, and the request journal has room
     * for some two thousand cancels.
     */
    public static final WorldSettings DEFAULTS = new WorldSettings(
            Dialect.DOCUMENTED,
            ClockMode.FROZEN,
            Duration.ofHours(24),
            true,
            Duration.ofSeconds(30),
            4 * 1024 * 1024,
            RateLimiting.DIALECT);

    /** Rejects a lifetime that no token could live, and a time that runs backwards. */
    public WorldSettings {
        if (tokenLifetime.isNegative()
                || tokenLifetime.isZero()
                || tokenLifetime.compareTo(LONGEST_TOKEN_LIFETIME) > 0) {
            throw new IllegalArgumentException("the token lifetime is " + tokenLifetime
                    + "; it must be more than zero, such as PT24H, and at most " + LONGEST_TOKEN_LIFETIME);
        }
        if (syncTimeout.isNegative()) {
            throw new IllegalArgumentException(
                    "the sync timeout is " + syncTimeout + "; it must be zero or more, such as PT30S");
        }
        if (journalBytes < 0) {
            throw new IllegalArgumentException(
                    "the journal's bytes are " + journalBytes + "; they must be zero, for no journal, or more");
        }
    }

    /**
     * {@return these settings with another dialect}
     *
     * @param newDialect how the world answers where deployments differ
     */
    public WorldSettings withDialect(Dialect newDialect) {
        return new WorldSettings(newDialect, clock, tokenLifetime, reasons, syncTimeout, journalBytes, rateLimiting);
    }

    /**
     * {@return these settings with another clock}
     *
     * @param newClock how the world's clock moves
     */
    public WorldSettings withClock(ClockMode newClock) {
        return new WorldSettings(dialect, newClock, tokenLifetime, reasons, syncTimeout, journalBytes, rateLimiting);
    }

    /**
     * {@return these settings with another token lifetime}
     *
     * @param lifetime how long an issued token lives on the world's clock, more than zero
     */
    public WorldSettings withTokenLifetime(Duration lifetime) {
        return new WorldSettings(dialect, clock, lifetime, reasons, syncTimeout, journalBytes, rateLimiting);
    }

    /**
     * {@return these settings with reasons on or off}
     *
     * @param newReasons whether refusals carry {@code Sandbox-Reason}
     */
    public WorldSettings withReasons(boolean newReasons) {
        return new WorldSettings(dialect, clock, tokenLifetime, newReasons, syncTimeout, journalBytes, rateLimiting);
    }

    /**
     * {@return these settings with another timeout of {@code syncorders}}
     *
     * @param timeout how long in real time a request to {@code syncorders} waits for the venue, zero or more
     */
    public WorldSettings withSyncTimeout(Duration timeout) {
        return new WorldSettings(dialect, clock, tokenLifetime, reasons, timeout, journalBytes, rateLimiting);
    }

    /**
     * {@return these settings with another size of the request journal}
     *
     * @param bytes how many bytes of exchanges the request journal keeps, near enough; zero for no journal
     */
    public WorldSettings withJournalBytes(int bytes) {
        return new WorldSettings(dialect, clock, tokenLifetime, reasons, syncTimeout, bytes, rateLimiting);
    }

    /**
     * {@return these settings with rate limits on, off, or as the dialect has them}
     *
     * @param newRateLimiting whether only so many requests are taken in a minute
     */
    public WorldSettings withRateLimits(RateLimiting newRateLimiting) {
        return new WorldSettings(dialect, clock, tokenLifetime, reasons, syncTimeout, journalBytes, newRateLimiting);
    }
}
