package io.github.etnasandbox.live;

import io.github.etnasandbox.coverage.Tally;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The worlds of one sandbox: the default one at the root, and any number behind {@code /worlds/{id}}. Safe for use by
 * many threads.
 */
public final class Worlds {
    /** More worlds than any test run needs at once; a client that never drops its worlds meets this end, not the heap's. */
    public static final int LIMIT = 100_000;

    /** So many worlds of a store stay in memory that nobody asks for. */
    private static final int MOST_IDLE = 1_000;

    /** The id of the world at the root. */
    public static final String DEFAULT = "default";

    private static final Pattern APP_KEY = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private final long beganAtNanos = RealTime.nanos();
    private final String url;
    private final LiveWorld defaultWorld;
    private final @Nullable StoredWorlds stored;
    private final Map<String, LiveWorld> others = new ConcurrentHashMap<>();
    private final LoadedWorlds loaded = new LoadedWorlds(MOST_IDLE);
    private final Map<String, String> idByAppKey = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();

    /** What all worlds share, and each reads here. */
    final @Nullable Consumer<String> log;

    private final Supplier<Outbox.Maker> outboxMaker;
    private Outbox.@Nullable Maker outboxes; // guarded by outboxMaker

    final Credentials credentials;
    final Events events = new Events();
    final ConcurrentMap<Dialect, Tally> encounters = new ConcurrentHashMap<>();
    final Semaphore roomForGates = new Semaphore(Gate.SANDBOX_LIMIT);
    final Semaphore roomForWaits = new Semaphore(Faults.MOST_WAITING);

    /**
     * Begins with the default world only.
     *
     * @param url the sandbox's base URL, without a slash at its end
     * @param seed what the default world begins with; asked only where no store has that world
     * @param controlKey the key to the control routes, a credential as well; null for none
     * @param log is told of each request to a world in one line, before its answer is sent; null for nobody
     * @param outboxMaker gives what tells webhooks of events; it is asked once, when the first webhook is set
     * @param store where worlds outlive this sandbox, which goes on with those that are there; null for nowhere
     */
    public Worlds(
            String url,
            WorldSettings settings,
            Supplier<Seed> seed,
            @Nullable String controlKey,
            @Nullable Consumer<String> log,
            Supplier<Outbox.Maker> outboxMaker,
            @Nullable Store store) {
        this.url = url;
        this.log = log;
        this.outboxMaker = outboxMaker;
        this.credentials = new Credentials(controlKey);
        this.stored = store == null ? null : new StoredWorlds(store);
        LiveWorld there = stored == null ? null : open(DEFAULT, settings, null);
        this.defaultWorld = there != null ? there : begin(DEFAULT, settings, seed.get(), null);
        if (stored != null) {
            stored.ids().stream()
                    .filter(id -> !id.equals(DEFAULT))
                    .mapToInt(Integer::parseInt)
                    .max()
                    .ifPresent(made::set);
        }
    }

    private LiveWorld begin(String id, WorldSettings settings, Seed seed, @Nullable String appKey) {
        Life life = Life.of(seed);
        WorldLog log = stored == null
                ? null
                : stored.create(
                        id,
                        new StoredWorlds.Head(settings, appKey, seed.source().toString()),
                        life);
        return new LiveWorld(this, id, urlOf(id), settings, appKey, life, log);
    }

    private String urlOf(String id) {
        return id.equals(DEFAULT) ? url : url + "/worlds/" + id;
    }

    /** Goes on with a world of the store; null when that has none. */
    private @Nullable LiveWorld open(String id, WorldSettings settings, @Nullable String appKey) {
        StoredWorlds.Opened opened = stored().open(id, settings).orElse(null);
        return opened == null
                ? null
                : new LiveWorld(
                                this,
                                id,
                                urlOf(id),
                                settings,
                                appKey,
                                opened.found().life(),
                                opened.log())
                        .goneOn(opened.found());
    }

    private @Nullable LiveWorld open(String id) {
        StoredWorlds.Head head = stored().head(id).orElse(null);
        LiveWorld world = head == null ? null : open(id, head.settings(), head.appKey());
        if (world != null && world.runsByItself()) {
            others.put(id, world);
        }
        return world;
    }

    StoredWorlds stored() {
        return Objects.requireNonNull(stored, "no world outlives this sandbox");
    }

    public LiveWorld defaultWorld() {
        return defaultWorld;
    }

    /** Makes a world; its id is never used again. An IllegalStateException when there are {@link #LIMIT} already. */
    public LiveWorld create(WorldSettings settings, Seed seed) {
        return make(settings, seed, null);
    }

    /**
     * Makes a world to which requests at the root belong that send an app key, which is one of its own. An
     * IllegalArgumentException when no header can hold the key, an IllegalStateException when the default world knows it or
     * another world has it.
     */
    public LiveWorld create(WorldSettings settings, Seed seed, String appKey) {
        if (!APP_KEY.matcher(appKey).matches()) {
            throw new IllegalArgumentException(
                    "that is no app key; printable ASCII characters are, without spaces at its ends");
        }
        synchronized (idByAppKey) {
            if (defaultWorld.knows(appKey)) {
                throw new IllegalStateException("the default world knows that app key; take one that it does not know");
            }
            String owner = idOfAppKey(appKey);
            if (owner != null) {
                throw new IllegalStateException("world " + owner
                        + " has that app key; take another one, or drop that world (DELETE /worlds/" + owner + ")");
            }
            LiveWorld made = make(settings, Snapshots.knowing(seed, appKey), appKey);
            idByAppKey.put(appKey, made.id());
            return made;
        }
    }

    private LiveWorld make(WorldSettings settings, Seed seed, @Nullable String appKey) {
        if (count() > LIMIT) {
            throw new IllegalStateException(
                    "there are " + LIMIT + " worlds already; drop those that are done (DELETE /worlds/{id})");
        }
        String id = Integer.toString(made.incrementAndGet());
        LiveWorld world = stored == null
                ? begin(id, settings, seed, appKey)
                : Objects.requireNonNull(loaded.find(id, same -> begin(id, settings, seed, appKey)));
        if (stored == null || world.runsByItself()) {
            others.put(id, world);
        }
        events.tell(Events.Type.WORLDS, id, 0);
        return world;
    }

    /** Whether any world has an app key by which requests at the root belong to it, or may have one. */
    public boolean haveAppKeys() {
        return !idByAppKey.isEmpty() || stored != null;
    }

    /** Finds the world that has an app key; none has one that the default world has come to know. */
    public Optional<LiveWorld> ofAppKey(String appKey) {
        return defaultWorld.knows(appKey)
                ? Optional.empty()
                : Optional.ofNullable(idOfAppKey(appKey)).flatMap(this::find);
    }

    private @Nullable String idOfAppKey(String appKey) {
        String known = idByAppKey.get(appKey);
        if (known != null || stored == null) {
            return known;
        }
        if (stored.ofAppKey(appKey).isEmpty()) {
            return null; // most come here, and need not take turns
        }
        synchronized (idByAppKey) { // so that none is remembered here that is dropped meanwhile
            return stored.ofAppKey(appKey)
                    .map(id -> {
                        idByAppKey.put(appKey, id);
                        return id;
                    })
                    .orElse(null);
        }
    }

    /** Forgets a world; the default one stays. */
    void drop(LiveWorld closed) {
        if (closed == defaultWorld) {
            return;
        }
        boolean wasHere;
        synchronized (idByAppKey) {
            if (stored != null) {
                stored.remove(closed.id());
            }
            boolean wasLoaded = loaded.remove(closed.id());
            wasHere = others.remove(closed.id()) != null || wasLoaded;
            if (wasHere && closed.appKey() != null) {
                idByAppKey.remove(closed.appKey(), closed.id());
            }
        }
        if (wasHere) {
            closed.letGo();
            events.tell(Events.Type.WORLDS, closed.id(), 0);
        }
    }

    /** What tells webhooks of events. */
    Outbox.Maker outboxes() {
        synchronized (outboxMaker) {
            if (outboxes == null) {
                outboxes = outboxMaker.get();
            }
            return outboxes;
        }
    }

    /** What happens in all of them, for those who watch. */
    public Events events() {
        return events;
    }

    /** Tells the log of a request that is in no world's journal. */
    public void tell(Exchange unrecorded) {
        if (log != null) {
            log.accept(credentials.hiddenIn(unrecorded, defaultWorld.state()).line());
        }
    }

    /** Finds the world of what stands behind {@code /worlds/}, or of {@code default}; empty when it was dropped. */
    public Optional<LiveWorld> find(String id) {
        if (id.equals(DEFAULT)) {
            return Optional.of(defaultWorld);
        }
        LiveWorld here = others.get(id);
        return here != null || stored == null
                ? Optional.ofNullable(here)
                : Optional.ofNullable(loaded.find(id, this::open));
    }

    /** Where they outlive this sandbox, for a person; null for nowhere. */
    public @Nullable String store() {
        return stored == null ? null : stored.place();
    }

    /** Throws a StoreException when there is a store and it takes no changes now. */
    public void requireStore() {
        if (stored != null) {
            stored.check();
        }
    }

    /** How long ago they began, in real time, to the millisecond. */
    public Duration uptime() {
        return Duration.ofMillis((RealTime.nanos() - beganAtNanos) / 1_000_000);
    }

    /** How many of them are in memory. */
    int inMemory() {
        return 1 + others.size() + loaded.all().size();
    }

    public int count() {
        return stored == null ? 1 + others.size() : stored.count();
    }

    /** What is known of a world that need not be in memory. */
    public record Summary(
            String id,
            String url,
            WorldSettings settings,
            String fixtures,
            @Nullable String appKey) {}

    /** Tells of the default world and of the others in the order they were made. */
    public List<Summary> all() {
        return Stream.concat(Stream.of(DEFAULT), ids())
                .flatMap(id -> summary(id).stream())
                .toList();
    }

    private Stream<String> ids() {
        return (stored == null ? others.keySet() : stored.ids())
                .stream().filter(id -> !id.equals(DEFAULT)).sorted(Comparator.comparingInt(Integer::parseInt));
    }

    private @Nullable LiveWorld inMemory(String id) {
        LiveWorld here = others.get(id);
        return here != null ? here : loaded.get(id);
    }

    private Optional<Summary> summary(String id) {
        LiveWorld here = id.equals(DEFAULT) ? defaultWorld : inMemory(id);
        if (here != null) {
            return Optional.of(here.summary());
        }
        return stored == null
                ? Optional.empty()
                : stored.head(id)
                        .map(head -> new Summary(id, urlOf(id), head.settings(), head.fixtures(), head.appKey()));
    }

    /**
     * Lets go all requests that are held or delayed anywhere, and takes no more of them; nobody watches either: the sandbox is
     * about to close.
     */
    public void letGo() {
        defaultWorld.letGo();
        others.values().forEach(LiveWorld::letGo);
        loaded.all().forEach(LiveWorld::letGo);
        if (stored != null) {
            stored.close();
        }
        synchronized (outboxMaker) {
            if (outboxes != null) {
                outboxes.close();
            }
        }
        events.close();
    }
}
