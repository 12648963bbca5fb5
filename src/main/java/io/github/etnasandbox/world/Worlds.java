package io.github.etnasandbox.world;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.stage.Faults;
import io.github.etnasandbox.stage.Gates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The worlds of one sandbox: the default one at the root, and any number behind {@code /worlds/{id}}. Safe for use by
 * many threads.
 */
public final class Worlds {
    /** More worlds than any test run needs at once; a client that never drops its worlds meets this end, not the heap's. */
    public static final int LIMIT = 100_000;

    private final String url;
    private final World defaultWorld;
    private final Map<String, World> others = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private final Semaphore roomForGates = new Semaphore(Gates.SANDBOX_LIMIT);
    private final Semaphore roomForWaits = new Semaphore(Faults.MOST_WAITING);

    /**
     * Makes the worlds of a sandbox, for a start only the default one.
     *
     * @param url the sandbox's base URL, without a trailing slash
     * @param settings the default world's settings
     * @param seed the default world's seed
     */
    public Worlds(String url, WorldSettings settings, Seed seed) {
        this.url = url;
        this.defaultWorld = world("default", url, settings, seed, closed -> {});
    }

    /** {@return the world at the root} */
    public World defaultWorld() {
        return defaultWorld;
    }

    /**
     * Makes a world.
     *
     * @param settings its settings
     * @param seed its seed, whose memory it shares
     * @return the new world; ids count up from 1 and are never used again
     * @throws IllegalStateException when there are {@link #LIMIT} worlds already
     */
    public World create(WorldSettings settings, Seed seed) {
        if (others.size() >= LIMIT) {
            throw new IllegalStateException(
                    "there are " + LIMIT + " worlds already; drop those that are done (DELETE /worlds/{id})");
        }
        String id = Integer.toString(made.incrementAndGet());
        World world = world(id, url + "/worlds/" + id, settings, seed, closed -> {
            others.remove(id);
            letGo(closed);
        });
        others.put(id, world);
        return world;
    }

    private World world(String id, String base, WorldSettings settings, Seed seed, Consumer<World> onClose) {
        return new World(id, base, settings, seed, new Gates(roomForGates), new Faults(roomForWaits), onClose);
    }

    /**
     * {@return the world with an id, empty when there is none or it was dropped}
     *
     * @param id what stands behind {@code /worlds/}, or {@code default}
     */
    public Optional<World> find(String id) {
        if (id.equals(defaultWorld.id())) {
            return Optional.of(defaultWorld);
        }
        return Optional.ofNullable(others.get(id));
    }

    /** {@return how many worlds there are, the default one included} */
    public int count() {
        return 1 + others.size();
    }

    /** {@return the default world and the others in the order they were made} */
    public List<World> all() {
        List<World> all = new ArrayList<>();
        all.add(defaultWorld);
        others.values().stream()
                .sorted(Comparator.comparingInt(world -> Integer.parseInt(world.id())))
                .forEach(all::add);
        return all;
    }

    /** Lets go all requests that are held or delayed anywhere, and takes no more of them: the sandbox is about to close. */
    public void letGo() {
        all().forEach(Worlds::letGo);
    }

    private static void letGo(World world) {
        world.faults().close();
        world.gates().close();
    }
}
