package io.github.etnasandbox.live;

import io.github.etnasandbox.json.JsonRecords;
import io.github.etnasandbox.json.WithoutNulls;
import io.github.etnasandbox.store.Saved;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.store.StoreException;
import io.github.etnasandbox.world.WorldSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The worlds of a sandbox that outlive it, in a store. Thread-safe. */
final class StoredWorlds {
    private final Store store;
    private final SeedDocuments documents;
    private final LogWriter writer;
    private final ScheduledThreadPoolExecutor bases = Background.thread("etna-sandbox bases");

    StoredWorlds(Store store) {
        this.store = store;
        this.documents = new SeedDocuments(store);
        this.writer = new LogWriter(documents);
    }

    /**
     * What is known of a world without reading it.
     *
     * @param appKey the app key by which requests at the root belong to it; null for none
     * @param fixtures what it began with, in words
     */
    @WithoutNulls
    record Head(WorldSettings settings, @Nullable String appKey, String fixtures) {}

    /** A world that was read, and the log in which it goes on. */
    record Opened(LogReader.Found found, WorldLog log) {}

    String place() {
        return store.place();
    }

    /** See {@link Store#check}. */
    void check() {
        store.check();
    }

    /** Makes a world; returns when it lasts. */
    WorldLog create(String id, Head head, Life life) {
        byte[] base = writer.base(life, life.state().clock(), List.of(), 0);
        store.create(id, head.appKey(), JsonRecords.bytes(head), base);
        return new WorldLog(store, writer, id, head.settings().journalBytes(), 0, 0, base.length);
    }

    Optional<Opened> open(String id, WorldSettings settings) {
        return store.read(id).map(saved -> open(id, settings, saved));
    }

    private Opened open(String id, WorldSettings settings, Saved saved) {
        LogReader.Found found = new LogReader(store, documents, id).read(saved);
        long bytes = 0;
        for (byte[] entry : saved.entries()) {
            bytes += entry.length;
        }
        return new Opened(
                found,
                new WorldLog(store, writer, id, settings.journalBytes(), saved.last(), bytes, saved.base().length));
    }

    Optional<Head> head(String id) {
        return store.head(id).map(head -> {
            try {
                return JsonRecords.read(head, Head.class);
            } catch (IOException e) {
                throw new StoreException(
                        "the head of world '" + id + "' in " + store.place() + " cannot be read: "
                                + JsonRecords.problem(e),
                        e);
            }
        });
    }

    Optional<String> ofAppKey(String appKey) {
        return store.ofAppKey(appKey);
    }

    List<String> ids() {
        return store.worlds();
    }

    int count() {
        return store.count();
    }

    void remove(String id) {
        store.remove(id);
    }

    /** Does what makes a base, one after the other. */
    void inBackground(Runnable base) {
        bases.execute(base);
    }

    /** Does something after a second, as long as this is not closed. */
    void inASecond(Runnable task) {
        var unused = bases.schedule(task, 1, TimeUnit.SECONDS);
    }

    LogWriter writer() {
        return writer;
    }

    void close() {
        bases.shutdownNow();
    }
}
