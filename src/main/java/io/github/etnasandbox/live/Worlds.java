package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The worlds of one sandbox: the default one at the root, and any number behind {@code /worlds/{id}}. Safe for use by
 * many threads.
 */
public final class Worlds {
    /** More worlds than any test run needs at once; a client that never drops its worlds meets this end, not the heap's. */
    public static final int LIMIT = 100_000;

    private final long beganAtNanos = RealTime.nanos();
    private final String url;
    private final LiveWorld defaultWorld;
    private final Map<String, LiveWorld> others = new ConcurrentHashMap<>();
    private final @Nullable Consumer<String> log;
    private final AtomicInteger made = new AtomicInteger();
    private final Credentials credentials;
    private final Semaphore roomForGates = new Semaphore(Gate.SANDBOX_LIMIT);
    private final Semaphore roomForWaits = new Semaphore(Faults.MOST_WAITING);

    /**
     * Begins with the default world only.
     *
     * @param url the sandbox's base URL, without a slash at its end
     * @param controlKey the key to the control routes, a credential as well; null for none
     * @param log is told of each request to a world in one line, before its answer is sent; null for nobody
     */
    public Worlds(
            String url,
            WorldSettings settings,
            Seed seed,
            @Nullable String controlKey,
            @Nullable Consumer<String> log) {
        this.url = url;
        this.log = log;
        this.credentials = new Credentials(controlKey);
        this.defaultWorld = world("default", "", url, settings, seed, closed -> {});
    }

    public LiveWorld defaultWorld() {
        return defaultWorld;
    }

    /** Makes a world; its id is never used again. An IllegalStateException when there are {@link #LIMIT} already. */
    public LiveWorld create(WorldSettings settings, Seed seed) {
        if (others.size() >= LIMIT) {
            throw new IllegalStateException(
                    "there are " + LIMIT + " worlds already; drop those that are done (DELETE /worlds/{id})");
        }
        String id = Integer.toString(made.incrementAndGet());
        LiveWorld world = world(id, "world " + id + " ", url + "/worlds/" + id, settings, seed, closed -> {
            others.remove(id);
            closed.letGo();
        });
        others.put(id, world);
        return world;
    }

    private LiveWorld world(
            String id, String logged, String base, WorldSettings settings, Seed seed, Consumer<LiveWorld> onClose) {
        return new LiveWorld(
                id,
                base,
                settings,
                seed,
                new Gates(roomForGates),
                new Faults(roomForWaits),
                credentials,
                log == null ? null : exchange -> log.accept(logged + exchange.line()),
                onClose);
    }

    /** Tells the log of a request that is in no world's journal. */
    public void tell(Exchange unrecorded) {
        if (log != null) {
            log.accept(credentials.hiddenIn(unrecorded, defaultWorld.state()).line());
        }
    }

    /** Finds the world of what stands behind {@code /worlds/}, or of {@code default}; empty when it was dropped. */
    public Optional<LiveWorld> find(String id) {
        if (id.equals(defaultWorld.id())) {
            return Optional.of(defaultWorld);
        }
        return Optional.ofNullable(others.get(id));
    }

    /** How long ago they began, in real time, to the millisecond. */
    public Duration uptime() {
        return Duration.ofMillis((RealTime.nanos() - beganAtNanos) / 1_000_000);
    }

    public int count() {
        return 1 + others.size();
    }

    /** Returns the default world and the others in the order they were made. */
    public List<LiveWorld> all() {
        List<LiveWorld> all = new ArrayList<>();
        all.add(defaultWorld);
        others.values().stream()
                .sorted(Comparator.comparingInt(world -> Integer.parseInt(world.id())))
                .forEach(all::add);
        return all;
    }

    /** Lets go all requests that are held or delayed anywhere, and takes no more of them: the sandbox is about to close. */
    public void letGo() {
        all().forEach(LiveWorld::letGo);
    }
}
