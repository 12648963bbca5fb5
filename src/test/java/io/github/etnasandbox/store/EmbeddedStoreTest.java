package io.github.etnasandbox.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A store in a folder, as any store. */
class EmbeddedStoreTest extends StoreContractTest {
    @TempDir
    private Path folder;

    @Override
    Store open() {
        return EmbeddedStore.open(folder.resolve("made/when missing"));
    }
}
