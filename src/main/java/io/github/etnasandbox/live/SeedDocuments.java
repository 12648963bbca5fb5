package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The seeds of worlds in a store. Most worlds of a sandbox have the same one, so that the last seed is kept at hand as long as
 * anybody uses it, and is written and read once. Thread-safe.
 */
final class SeedDocuments {
    private record Known(LogEntry.SeedName name, WeakReference<Seed> seed) {}

    private final Store store;
    private volatile @Nullable Known last;

    SeedDocuments(Store store) {
        this.store = store;
    }

    /** Keeps a seed; returns when it lasts. */
    LogEntry.SeedName keep(Seed seed) {
        Known known = last;
        if (known != null && known.seed().refersTo(seed)) {
            return known.name();
        }
        LogEntry.SeedName name;
        try {
            name = new LogEntry.SeedName(store.keep(seed::write), seed.source().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a seed is in memory, which does not fail so
        }
        last = new Known(name, new WeakReference<>(seed));
        return name;
    }

    Seed read(LogEntry.SeedName name) {
        Known known = last;
        Seed seed = known != null && known.name().equals(name) ? known.seed().get() : null;
        if (seed == null) {
            Fixtures document = Fixtures.document(name.source(), () -> store.document(name.document()));
            seed = document.load().withSource(source(document));
            last = new Known(name, new WeakReference<>(seed));
        }
        return seed;
    }

    /** The fixtures that a text is the name of; the document itself where they cannot be found again. */
    private static Fixtures source(Fixtures document) {
        String named = document.toString();
        for (String packaged : Fixtures.names()) {
            if (Fixtures.named(packaged).toString().equals(named)) {
                return Fixtures.named(packaged);
            }
        }
        for (String place : List.of("folder ", "file ")) {
            if (named.startsWith(place)) {
                return Fixtures.folder(Path.of(named.substring(place.length())));
            }
        }
        return document;
    }
}
