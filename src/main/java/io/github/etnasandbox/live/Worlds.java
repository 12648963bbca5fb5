package io.github.etnasandbox.live;

import io.github.etnasandbox.coverage.Tally;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The worlds of one sandbox: the default one at the root, and any number behind {@code /worlds/{id}}. Safe for use by
 * many threads.
 */
public final class Worlds {
    /** More worlds than any test run needs at once; a client that never drops its worlds meets this end, not the heap's. */
    public static final int LIMIT = 100_000;

    /** The id of the world at the root. */
    public static final String DEFAULT = "default";

    private static final Pattern APP_KEY = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private final long beganAtNanos = RealTime.nanos();
    private final String url;
    private final LiveWorld defaultWorld;
    private final Map<String, LiveWorld> others = new ConcurrentHashMap<>();
    private final Map<String, LiveWorld> byAppKey = new ConcurrentHashMap<>();
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
     * @param controlKey the key to the control routes, a credential as well; null for none
     * @param log is told of each request to a world in one line, before its answer is sent; null for nobody
     * @param outboxMaker gives what tells webhooks of events; it is asked once, when the first webhook is set
     */
    public Worlds(
            String url,
            WorldSettings settings,
            Seed seed,
            @Nullable String controlKey,
            @Nullable Consumer<String> log,
            Supplier<Outbox.Maker> outboxMaker) {
        this.url = url;
        this.log = log;
        this.outboxMaker = outboxMaker;
        this.credentials = new Credentials(controlKey);
        this.defaultWorld = new LiveWorld(this, DEFAULT, url, settings, seed, null);
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
        synchronized (byAppKey) {
            if (defaultWorld.knows(appKey)) {
                throw new IllegalStateException("the default world knows that app key; take one that it does not know");
            }
            LiveWorld owner = byAppKey.get(appKey);
            if (owner != null) {
                throw new IllegalStateException("world " + owner.id()
                        + " has that app key; take another one, or drop that world (DELETE /worlds/" + owner.id()
                        + ")");
            }
            LiveWorld made = make(settings, Snapshots.knowing(seed, appKey), appKey);
            byAppKey.put(appKey, made);
            return made;
        }
    }

    private LiveWorld make(WorldSettings settings, Seed seed, @Nullable String appKey) {
        if (others.size() >= LIMIT) {
            throw new IllegalStateException(
                    "there are " + LIMIT + " worlds already; drop those that are done (DELETE /worlds/{id})");
        }
        String id = Integer.toString(made.incrementAndGet());
        LiveWorld world = new LiveWorld(this, id, url + "/worlds/" + id, settings, seed, appKey);
        others.put(id, world);
        events.tell(Events.Type.WORLDS, id, 0);
        return world;
    }

    /** Whether any world has an app key by which requests at the root belong to it. */
    public boolean haveAppKeys() {
        return !byAppKey.isEmpty();
    }

    /** Finds the world that has an app key; none has one that the default world has come to know. */
    public Optional<LiveWorld> ofAppKey(String appKey) {
        return Optional.ofNullable(byAppKey.get(appKey)).filter(world -> !defaultWorld.knows(appKey));
    }

    /** Forgets a world; the default one stays. */
    void drop(LiveWorld closed) {
        if (others.remove(closed.id()) != null) {
            if (closed.appKey() != null) {
                byAppKey.remove(closed.appKey(), closed);
            }
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

    /**
     * Lets go all requests that are held or delayed anywhere, and takes no more of them; nobody watches either: the sandbox is
     * about to close.
     */
    public void letGo() {
        all().forEach(LiveWorld::letGo);
        synchronized (outboxMaker) {
            if (outboxes != null) {
                outboxes.close();
            }
        }
        events.close();
    }
}
