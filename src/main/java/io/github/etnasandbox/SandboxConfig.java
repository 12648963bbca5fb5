package io.github.etnasandbox;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.RateLimiting;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is to be. Immutable: each {@code with} method returns another one.
 *
 * <pre>{@code
 * SandboxConfig config = SandboxConfig.DEFAULTS
 *         .withFixtures(Fixtures.folder(Path.of("src/test/sandbox")))
 *         .withDialect(Dialect.CURRENT);
 * }</pre>
 *
 * @param host the address to bind: a host name or an IP address
 * @param port the port, 0 to 65535; 0 takes any free one, which is what tests want
 * @param fixtures what the default world starts from
 * @param settings how worlds behave unless they are made otherwise
 * @param controlKey what control requests must send in {@code Sandbox-Control-Key}; null for nothing, which is allowed
 *     only on a loopback address
 */
public record SandboxConfig(
        String host,
        int port,
        Fixtures fixtures,
        WorldSettings settings,
        @Nullable String controlKey) {

    /** Loopback, any free port, the packaged fixtures {@code docs}, {@link WorldSettings#DEFAULTS}, no control key. */
    public static final SandboxConfig DEFAULTS =
            new SandboxConfig("127.0.0.1", 0, Fixtures.named("docs"), WorldSettings.DEFAULTS, null);

    /** Rejects a port that is none and an empty control key. */
    public SandboxConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is none; 1 to 65535 are, and 0 for any free one");
        }
        if (controlKey != null && controlKey.isBlank()) {
            throw new IllegalArgumentException("the control key is blank; use some characters, or none at all");
        }
    }

    /**
     * Returns this configuration with another host.
     *
     * @param newHost the address to bind
     * @return the new configuration
     */
    public SandboxConfig withHost(String newHost) {
        return new SandboxConfig(newHost, port, fixtures, settings, controlKey);
    }

    /**
     * Returns this configuration with another port.
     *
     * @param newPort the port, 0 for any free one
     * @return the new configuration
     */
    public SandboxConfig withPort(int newPort) {
        return new SandboxConfig(host, newPort, fixtures, settings, controlKey);
    }

    /**
     * Returns this configuration with other fixtures.
     *
     * @param newFixtures what the default world starts from
     * @return the new configuration
     */
    public SandboxConfig withFixtures(Fixtures newFixtures) {
        return new SandboxConfig(host, port, newFixtures, settings, controlKey);
    }

    /**
     * Returns this configuration with another dialect.
     *
     * @param dialect how worlds answer where deployments differ
     * @return the new configuration
     */
    public SandboxConfig withDialect(Dialect dialect) {
        return withSettings(settings.withDialect(dialect));
    }

    /**
     * Returns this configuration with another clock.
     *
     * @param clock how worlds' clocks move
     * @return the new configuration
     */
    public SandboxConfig withClock(ClockMode clock) {
        return withSettings(settings.withClock(clock));
    }

    /**
     * Returns this configuration with another token lifetime.
     *
     * @param lifetime how long an issued token lives, more than zero
     * @return the new configuration
     */
    public SandboxConfig withTokenLifetime(Duration lifetime) {
        return withSettings(settings.withTokenLifetime(lifetime));
    }

    /**
     * Returns this configuration with reasons on or off.
     *
     * @param reasons whether refusals carry {@code Sandbox-Reason}
     * @return the new configuration
     */
    public SandboxConfig withReasons(boolean reasons) {
        return withSettings(settings.withReasons(reasons));
    }

    /**
     * Returns this configuration with another patience.
     *
     * @param patience how long in real time a request to {@code syncorders} waits for the venue, zero or more
     * @return the new configuration
     */
    public SandboxConfig withPatience(Duration patience) {
        return withSettings(settings.withPatience(patience));
    }

    /**
     * Returns this configuration with another size of worlds' journals.
     *
     * @param bytes how many bytes of exchanges each world keeps, near enough; zero for no journal
     * @return the new configuration
     */
    public SandboxConfig withJournalBytes(int bytes) {
        return withSettings(settings.withJournalBytes(bytes));
    }

    /**
     * Returns this configuration with rate limits on, off, or as the dialect has them.
     *
     * @param rateLimiting whether worlds take only so many requests in a minute
     * @return the new configuration
     */
    public SandboxConfig withRateLimits(RateLimiting rateLimiting) {
        return withSettings(settings.withRateLimits(rateLimiting));
    }

    /**
     * Returns this configuration with another control key.
     *
     * @param newControlKey what control requests must send, null for nothing
     * @return the new configuration
     */
    public SandboxConfig withControlKey(@Nullable String newControlKey) {
        return new SandboxConfig(host, port, fixtures, settings, newControlKey);
    }

    private SandboxConfig withSettings(WorldSettings newSettings) {
        return new SandboxConfig(host, port, fixtures, newSettings, controlKey);
    }
}
