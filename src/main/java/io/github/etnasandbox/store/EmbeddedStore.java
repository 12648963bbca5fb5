package io.github.etnasandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A store in a folder of this machine, for one process at a time. All that is done with its file is done by one thread,
 * which takes what is queued, and has it written to the disk at once.
 */
public final class EmbeddedStore implements Store {
    private final Path folder;
    private final FolderLock lock;
    private final Worker worker;

    private EmbeddedStore(Path folder, FolderLock lock, Worker worker) {
        this.folder = folder;
        this.lock = lock;
        this.worker = worker;
    }

    /**
     * Opens the store in a folder. What is missing is made.
     *
     * @throws StoreException when it is in use, damaged or cannot be made
     */
    public static EmbeddedStore open(Path folder) {
        return open(folder, Path::toString);
    }

    static EmbeddedStore open(Path named, Function<Path, String> naming) {
        Path folder = named.toAbsolutePath().normalize();
        Path file = folder.resolve("worlds");
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.of(folder);
            try {
                return new EmbeddedStore(folder, lock, new Worker(Volume.open(file, naming)));
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw Trouble.opening(folder, file, e);
        }
    }

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public List<String> worlds() {
        return ask(false, Tables::worlds);
    }

    @Override
    public int count() {
        return ask(false, Tables::count);
    }

    @Override
    public Optional<byte[]> head(String world) {
        return ask(false, tables -> tables.head(world));
    }

    @Override
    public Optional<String> ofAppKey(String appKey) {
        return ask(false, tables -> tables.ofAppKey(appKey));
    }

    @Override
    public Optional<Saved> read(String world) {
        return ask(false, tables -> tables.read(world));
    }

    @Override
    public InputStream document(String name) {
        long number = ask(false, tables -> tables.document(name));
        return new Parts(at -> ask(false, tables -> tables.part(number, at)));
    }

    @Override
    public void create(String world, @Nullable String appKey, byte[] head, byte[] base) {
        change(tables -> tables.create(world, appKey, head, base));
    }

    @Override
    public void remove(String world) {
        change(tables -> tables.remove(world));
    }

    @Override
    public String keep(Document document) throws IOException {
        try (Pieces pieces = new Pieces(this::ask)) {
            document.write(pieces);
            return pieces.keep();
        }
    }

    @Override
    public void check() {
        change(Tables::mark);
    }

    @Override
    public void append(String world, long number, byte[] entry, Outcome outcome) {
        worker.add(new Task.Step(world, tables -> tables.append(world, number, entry), outcome));
    }

    @Override
    public void rebase(String world, long upTo, byte[] base, Outcome outcome) {
        worker.add(new Task.Step(world, tables -> tables.rebase(world, upTo, base), outcome));
    }

    private void change(Consumer<Tables> change) {
        ask(tables -> {
            change.accept(tables);
            return true;
        });
    }

    private <T> T ask(Function<Tables, T> change) {
        return ask(true, change);
    }

    private <T> T ask(boolean writes, Function<Tables, T> work) {
        Task.Waiting<T> task = new Task.Waiting<>(writes, work);
        worker.add(task);
        return task.await();
    }

    @Override
    public void close() {
        worker.close();
        try {
            lock.close();
        } catch (IOException e) {
            // The system lets go of it with the process.
        }
    }
}
