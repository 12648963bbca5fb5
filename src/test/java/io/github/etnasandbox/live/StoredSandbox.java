package io.github.etnasandbox.live;

import io.github.etnasandbox.control.ControlRoutes;
import io.github.etnasandbox.delivery.Sender;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.http.HttpServer;
import io.github.etnasandbox.store.EmbeddedStore;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.world.WorldSettings;
import java.nio.file.Path;
import java.util.Set;

/** A sandbox on a store that fails when told. */
public final class StoredSandbox implements AutoCloseable {
    private final HttpServer server = HttpServer.bind("127.0.0.1", 0, false);
    private final FailingStore store;
    private final Worlds worlds;

    private StoredSandbox(Path folder, WorldSettings settings) {
        this.store = new FailingStore(EmbeddedStore.open(folder));
        this.worlds = worlds("http://127.0.0.1:" + server.port(), settings, store);
        server.start(worlds, new ControlRoutes(worlds, null, Set.of(), 1 << 20), 1 << 20, null);
    }

    public static StoredSandbox start(Path folder) {
        return start(folder, WorldSettings.DEFAULTS);
    }

    static StoredSandbox start(Path folder, WorldSettings settings) {
        return new StoredSandbox(folder, settings);
    }

    static Worlds worlds(String url, WorldSettings settings, Store store) {
        return new Worlds(
                url, settings, () -> Fixtures.named("docs").load(), null, null, () -> new Sender(true), store);
    }

    public FailingStore store() {
        return store;
    }

    Worlds worlds() {
        return worlds;
    }

    public LiveWorld world() {
        return worlds.defaultWorld();
    }

    @Override
    public void close() {
        worlds.letGo();
        server.close();
        store.close();
    }
}
