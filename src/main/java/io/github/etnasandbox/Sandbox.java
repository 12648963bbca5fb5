package io.github.etnasandbox;

import io.github.etnasandbox.api.Answers;
import io.github.etnasandbox.control.ControlRoutes;
import io.github.etnasandbox.coverage.CoverageRun;
import io.github.etnasandbox.delivery.Sender;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.http.HttpServer;
import io.github.etnasandbox.http.Replayer;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.store.EmbeddedStore;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.WorldSettings;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A running sandbox: one port, many worlds.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     String apiUrl = sandbox.world().apiUrl();  // give this to the client under test
 *     World other = sandbox.newWorld();          // isolated from the first, on the same port
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads. It prints nothing, and its threads do not keep the JVM alive.
 */
public final class Sandbox implements AutoCloseable {
    private final HttpServer server;
    private final Worlds worlds;
    private final @Nullable Store store;

    private Sandbox(HttpServer server, Worlds worlds, @Nullable Store store) {
        this.server = server;
        this.worlds = worlds;
        this.store = store;
    }

    /** {@return a running sandbox, started with {@link SandboxConfig#DEFAULTS}} */
    public static Sandbox start() {
        return start(SandboxConfig.DEFAULTS);
    }

    /**
     * Starts a sandbox.
     *
     * @param config how it is set up
     * @return the running sandbox
     * @throws io.github.etnasandbox.fixture.FixtureException when its fixtures have problems
     * @throws io.github.etnasandbox.store.StoreException when its store cannot be opened
     * @throws IllegalArgumentException when it would listen beyond loopback without a control key
     * @throws UncheckedIOException when its port cannot be had, or the folder that the system property
     *     {@code etna-sandbox.coverage} names cannot be written to
     */
    public static Sandbox start(SandboxConfig config) {
        requireGuard(config);
        HttpServer server = HttpServer.bind(
                config.host(), config.port(), config.behindProxy()); // before large fixtures are read in vain
        Store store = null;
        boolean started = false;
        try {
            store = config.store() == null ? null : EmbeddedStore.open(Path.of(config.store()));
            Worlds worlds = new Worlds(
                    url(config.host(), server.port()),
                    config.settings(),
                    config.fixtures()::load,
                    config.controlKey(),
                    config.log(),
                    () -> new Sender(config.webhooksAnywhere()),
                    store);
            ControlRoutes control = new ControlRoutes(worlds, config.controlKey(), hosts(config), config.bodyBytes());
            server.start(worlds, control, config.bodyBytes(), config.cors());
            if (System.getProperty("etna-sandbox.coverage") != null) {
                CoverageRun.of(System::getProperty, Answers::of)
                        .ifPresent(run ->
                                run.watch(worlds.defaultWorld().encounters().ofAllWorlds()));
            }
            started = true;
            return new Sandbox(server, worlds, store);
        } finally {
            if (!started) {
                close(server, store);
            }
        }
    }

    /** {@return the default world, the one at the root; the same each time} */
    public World world() {
        return worlds.defaultWorld();
    }

    /** {@return a new world that starts from the default world's seed, with its settings; close it to drop it} */
    public World newWorld() {
        return newWorld(world().seed());
    }

    /**
     * {@return a new world that starts from a seed or a snapshot, with the default world's settings; close it to drop it}
     *
     * @param seed what it starts from, and what a reset of it comes back to
     */
    public World newWorld(Seed seed) {
        return newWorld(seed, world().settings());
    }

    /**
     * {@return a new world that starts from another seed, with other settings; close it to drop it}
     *
     * @param seed the seed, whose memory all its worlds share
     * @param settings how the world behaves
     */
    public World newWorld(Seed seed, WorldSettings settings) {
        return worlds.create(settings, seed);
    }

    /**
     * {@return a new world to which requests at the root belong that send its app key, for clients that all have one base
     * URL; close it to drop it and free the key}
     *
     * <p>Such a client has {@code world().apiUrl()}, and an app key of its own; the new world's own {@code apiUrl()} works
     * as well. The key is in force in the new world whatever it starts from, and after each reset and restore.
     *
     * @param seed the seed, whose memory all its worlds share
     * @param settings how the world behaves
     * @param appKey what clients send in {@code Et-App-Key}: printable ASCII characters, without spaces at its ends
     * @throws IllegalArgumentException when no header can hold the key
     * @throws IllegalStateException when the default world knows the key, or another world has it
     */
    public World newWorld(Seed seed, WorldSettings settings, String appKey) {
        return worlds.create(settings, seed, appKey);
    }

    /**
     * Plays a repro in a new world, which has its settings and begins as it did. Its clock stands still, whatever it did
     * then, and moves when a step was later. Nothing waits.
     *
     * @param repro what to play
     * @return what came of it
     */
    public Replay replay(Repro repro) {
        WorldSettings settings = repro.settings().withClock(ClockMode.FROZEN);
        return replay(repro, newWorld(repro.seed(), settings));
    }

    /**
     * Plays a repro in a world as it is: one of this sandbox, to which nobody else sends requests meanwhile.
     *
     * @param repro what to play
     * @param world where
     * @return what came of it
     * @throws IllegalStateException when the world's clock is the real one
     */
    public Replay replay(Repro repro, World world) {
        List<Replayer.Played> played = Replayer.play(repro.steps(), LiveWorld.of(world));
        List<Replay.Step> steps = new ArrayList<>();
        for (Replayer.Played each : played) {
            steps.add(new Replay.Step(steps.size() + 1, each.line(), Optional.ofNullable(each.difference())));
        }
        return new Replay(world, steps);
    }

    /**
     * {@return the port this sandbox listens on, 1 to 65535}
     *
     * @throws IllegalStateException when it is closed
     */
    public int port() {
        return server.port();
    }

    /** Lets go what gates hold and faults delay, stops answering and frees the port. Its worlds can still be read. Closing twice does nothing. */
    @Override
    public void close() {
        worlds.letGo();
        close(server, store);
    }

    private static void close(HttpServer server, @Nullable Store store) {
        server.close();
        if (store != null) {
            store.close();
        }
    }

    @Override
    public String toString() {
        return "Sandbox[" + world().apiUrl() + ", " + worlds.count() + " worlds]";
    }

    private static void requireGuard(SandboxConfig config) {
        try {
            boolean loopback = InetAddress.getByName(config.host()).isLoopbackAddress();
            if (config.controlKey() == null && !loopback) {
                throw new IllegalArgumentException("host " + config.host()
                        + " is reachable from other machines; set a control key, or bind 127.0.0.1");
            }
        } catch (UnknownHostException e) {
            throw new UncheckedIOException("host '" + config.host() + "' is unknown; 127.0.0.1 always works", e);
        }
    }

    private static Set<String> hosts(SandboxConfig config) {
        String allowed = config.allowedHost();
        return allowed == null || allowed.equals(config.host())
                ? Set.of(config.host())
                : Set.of(config.host(), allowed);
    }

    private static String url(String host, int port) {
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        String name = any ? "127.0.0.1" : host;
        return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
    }
}
