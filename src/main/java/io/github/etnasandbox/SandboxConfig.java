package io.github.etnasandbox;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.WorldSettings;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up. Immutable: each {@code with} method returns another one.
 *
 * <pre>{@code
 * SandboxConfig config = SandboxConfig.DEFAULTS
 *         .withFixtures(Fixtures.folder(Path.of("src/test/sandbox")))
 *         .withDialect(Dialect.CURRENT)
 *         .withSettings(settings -> settings.withTokenLifetime(Duration.ofMinutes(1)));
 * }</pre>
 *
 * @param host the address to bind: a host name or an IP address
 * @param port the port, 0 to 65535; 0 takes any free one, which is what tests want
 * @param fixtures what the default world starts from
 * @param settings how worlds behave unless they are made otherwise
 * @param controlKey what control requests must send in {@code Sandbox-Control-Key}; null for nothing, which is allowed
 *     only on a loopback address
 * @param behindProxy whether {@code Forwarded} and {@code X-Forwarded-…} of a request tell the URL that its client asked for,
 *     which the links of pages then have
 * @param bodyBytes the largest body of a control request, more than 0: a seed of some hundred thousand orders in 64 MiB
 * @param allowedHost a name by which clients reach control routes, besides those that no foreign page can use, such as
 *     {@code host.docker.internal}; null for none
 * @param cors the origin whose pages may call the API from a browser, such as {@code http://localhost:3000}, or {@code *} for
 *     any; null for none
 * @param webhooksAnywhere whether webhooks may be told on other machines than this one: whoever reaches the control routes can
 *     then have this machine send requests to any it reaches
 * @param log is told of each request to the API as it is answered, in one line with its reason; null for nobody. It is called
 *     by the thread that answers, and by many at once
 * @param store the folder in which worlds outlive the sandbox, such as {@code build/worlds}; null for memory alone
 */
public record SandboxConfig(
        String host,
        int port,
        Fixtures fixtures,
        WorldSettings settings,
        @Nullable String controlKey,
        boolean behindProxy,
        int bodyBytes,
        @Nullable String allowedHost,
        @Nullable String cors,
        boolean webhooksAnywhere,
        @Nullable Consumer<String> log,
        @Nullable String store) {

    /** Loopback, any free port, the packaged fixtures {@code docs}, {@link WorldSettings#DEFAULTS}, no control key, no proxy, bodies up to 64 MiB, no pages of other origins, webhooks on loopback only, no log, worlds in memory alone. */
    public static final SandboxConfig DEFAULTS = new SandboxConfig(
            "127.0.0.1",
            0,
            Fixtures.named("docs"),
            WorldSettings.DEFAULTS,
            null,
            false,
            64 * 1024 * 1024,
            null,
            null,
            false,
            null,
            null);

    /** Rejects a port out of range, a control key that no header can carry, and what is no host name or origin. */
    public SandboxConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is none; 1 to 65535 are, and 0 for any free one");
        }
        if (bodyBytes <= 0) {
            throw new IllegalArgumentException("bodies of " + bodyBytes + " bytes are none; more than 0 is needed");
        }
        if (controlKey != null && !controlKey.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    "the control key is " + (controlKey.isBlank() ? "blank" : "no header value")
                            + "; use printable ASCII characters without spaces, or no key at all");
        }
        if (allowedHost != null && !allowedHost.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "'" + allowedHost + "' is no host name; one such as host.docker.internal is, without a port");
        }
        if (store != null && store.isBlank()) {
            throw new IllegalArgumentException("the store is blank; a folder such as build/worlds is one");
        }
        if (cors != null && !cors.equals("*") && !isOrigin(cors)) {
            throw new IllegalArgumentException("'" + cors + "' is no origin as browsers send it; one such as"
                    + " http://localhost:3000 is, in lower case and without a path, and * is any");
        }
    }

    /**
     * {@return this configuration with another host}
     *
     * @param newHost the address to bind
     */
    public SandboxConfig withHost(String newHost) {
        return new SandboxConfig(
                newHost,
                port,
                fixtures,
                settings,
                controlKey,
                behindProxy,
                bodyBytes,
                allowedHost,
                cors,
                webhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with another port}
     *
     * @param newPort the port, 0 for any free one
     */
    public SandboxConfig withPort(int newPort) {
        return new SandboxConfig(
                host,
                newPort,
                fixtures,
                settings,
                controlKey,
                behindProxy,
                bodyBytes,
                allowedHost,
                cors,
                webhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with other fixtures}
     *
     * @param newFixtures what the default world starts from
     */
    public SandboxConfig withFixtures(Fixtures newFixtures) {
        return new SandboxConfig(
                host,
                port,
                newFixtures,
                settings,
                controlKey,
                behindProxy,
                bodyBytes,
                allowedHost,
                cors,
                webhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with other settings of worlds}
     *
     * @param change makes the new settings from these, as {@code settings -> settings.withReasons(false)} does
     */
    public SandboxConfig withSettings(UnaryOperator<WorldSettings> change) {
        return new SandboxConfig(
                host,
                port,
                fixtures,
                change.apply(settings),
                controlKey,
                behindProxy,
                bodyBytes,
                allowedHost,
                cors,
                webhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with another dialect, which is one of its settings}
     *
     * @param dialect how worlds answer where deployments differ
     */
    public SandboxConfig withDialect(Dialect dialect) {
        return withSettings(settings -> settings.withDialect(dialect));
    }

    /**
     * {@return this configuration with another clock, which is one of its settings}
     *
     * @param clock how worlds' clocks move
     */
    public SandboxConfig withClock(ClockMode clock) {
        return withSettings(settings -> settings.withClock(clock));
    }

    /**
     * {@return this configuration with another control key}
     *
     * @param newControlKey what control requests must send, null for nothing
     */
    public SandboxConfig withControlKey(@Nullable String newControlKey) {
        return new SandboxConfig(
                host,
                port,
                fixtures,
                settings,
                newControlKey,
                behindProxy,
                bodyBytes,
                allowedHost,
                cors,
                webhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with or without a proxy in front}
     *
     * @param newBehindProxy whether {@code Forwarded} and {@code X-Forwarded-…} are believed
     */
    public SandboxConfig withBehindProxy(boolean newBehindProxy) {
        return new SandboxConfig(
                host,
                port,
                fixtures,
                settings,
                controlKey,
                newBehindProxy,
                bodyBytes,
                allowedHost,
                cors,
                webhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with another limit of control requests' bodies}
     *
     * @param newBodyBytes the largest body in bytes, more than 0
     */
    public SandboxConfig withBodyBytes(int newBodyBytes) {
        return new SandboxConfig(
                host,
                port,
                fixtures,
                settings,
                controlKey,
                behindProxy,
                newBodyBytes,
                allowedHost,
                cors,
                webhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with another name by which clients reach control routes}
     *
     * @param newAllowedHost the name, such as {@code host.docker.internal}, without a port; null for none
     */
    public SandboxConfig withAllowedHost(@Nullable String newAllowedHost) {
        return new SandboxConfig(
                host,
                port,
                fixtures,
                settings,
                controlKey,
                behindProxy,
                bodyBytes,
                newAllowedHost,
                cors,
                webhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with another origin whose pages may call the API}
     *
     * @param newCors the origin, such as {@code http://localhost:3000}, {@code *} for any, null for none
     */
    public SandboxConfig withCors(@Nullable String newCors) {
        return new SandboxConfig(
                host,
                port,
                fixtures,
                settings,
                controlKey,
                behindProxy,
                bodyBytes,
                allowedHost,
                newCors,
                webhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with webhooks on this machine only, or on any}
     *
     * @param newWebhooksAnywhere whether webhooks may be told on other machines than this one
     */
    public SandboxConfig withWebhooksAnywhere(boolean newWebhooksAnywhere) {
        return new SandboxConfig(
                host,
                port,
                fixtures,
                settings,
                controlKey,
                behindProxy,
                bodyBytes,
                allowedHost,
                cors,
                newWebhooksAnywhere,
                log,
                store);
    }

    /**
     * {@return this configuration with a log of requests}
     *
     * @param newLog is told of each request in one line, as {@code System.err::println} would print it, before the answer is
     *     sent: whoever is slow delays answers; null for nobody
     */
    public SandboxConfig withLog(@Nullable Consumer<String> newLog) {
        return new SandboxConfig(
                host,
                port,
                fixtures,
                settings,
                controlKey,
                behindProxy,
                bodyBytes,
                allowedHost,
                cors,
                webhooksAnywhere,
                newLog,
                store);
    }

    /**
     * {@return this configuration with a store}
     *
     * <p>A sandbox goes on with the worlds that are in its store, and has the fixtures for a default world that is not.
     *
     * @param newStore the folder in which worlds outlive the sandbox, made when it is missing; null for memory alone
     */
    public SandboxConfig withStore(@Nullable String newStore) {
        return new SandboxConfig(
                host,
                port,
                fixtures,
                settings,
                controlKey,
                behindProxy,
                bodyBytes,
                allowedHost,
                cors,
                webhooksAnywhere,
                log,
                newStore);
    }

    /** No browser sends the port that a scheme has by itself. */
    private static boolean isOrigin(String text) {
        return text.matches("[a-z][a-z0-9+.-]*://[!-~&&[^/?#@,A-Z]]+") && !text.matches("http://.*:80|https://.*:443");
    }
}
