package io.github.etnasandbox.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The file with the tables: opens it, makes changes of them last, and finds back to what lasted when that fails. For one
 * thread, which nobody may interrupt: Java closes a file whose reader is interrupted.
 *
 * <p>Of MVStore it uses no more than commits and copies of what is in emptiest places. Two things it must not use, each of
 * which loses what lasted after a failure, as {@code FailingDiskTest} shows: going back to a former version, and closing as
 * MVStore does, which marks the file as clean. For a file with that mark, MVStore looks through its chunks the oldest first;
 * when it meets one whose place was written over in vain, it opens the newest version among those that it has seen by then.
 * Without the mark it looks for the newest first, and finds it.
 */
final class Volume implements AutoCloseable {
    private static final byte[] BEGINNING = "H:2,".getBytes(StandardCharsets.US_ASCII);

    private static final int CACHE_MEGABYTES = 4;
    /** What a commit writes beside the bytes that it was given, about. */
    private static final int COMMIT_BYTES = 16 * 1024;

    private static final int TIDY_EACH_BYTES = 8 * 1024 * 1024;
    private static final int TIDY_BELOW_PERCENT = 60;
    private static final int TIDY_BYTES = 4 * 1024 * 1024;

    private final Path file;
    /** How MVStore is told a file. Tests put another file system in front of it, one that fails. */
    private final Function<Path, String> naming;

    private @Nullable MVStore store;
    private @Nullable Tables tables;
    /** What does not last yet. After a failure the file may have it nevertheless. */
    private final Changes changes = new Changes();
    /** Whether the file can be written to for all that is known, and the tables have what lasts and the changes. */
    private boolean sound;
    /** The version of what lasts. */
    private long lasting;
    /** How many bytes were written since the file was tidied, about. */
    private long untidy;

    private Volume(Path file, Function<Path, String> naming) {
        this.file = file;
        this.naming = naming;
    }

    /** Opens a file, which is made when there is none. */
    static Volume open(Path file, Function<Path, String> naming) throws IOException {
        if (Files.notExists(file)) {
            make(file, naming);
        }
        Volume volume = new Volume(file, naming);
        volume.sound = true;
        MVStore opened = volume.reopen();
        volume.lasting = opened.getCurrentVersion();
        Tables tables = new Tables(opened, volume.changes);
        volume.tables = tables;
        for (long number : tables.unfinished()) {
            volume.removeUnfinished(tables, number);
        }
        return volume;
    }

    private void removeUnfinished(Tables opened, long number) {
        boolean more;
        do {
            more = opened.removeUnfinished(number);
            commit();
        } while (more);
    }

    /** Makes it under another name first, so that none is ever there that is half made. */
    private static void make(Path file, Function<Path, String> naming) throws IOException {
        Path begun = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(begun);
        MVStore store = mvStore(naming.apply(begun));
        try {
            new Tables(store, new Changes()).setForm(Tables.FORM);
            store.commit();
            store.sync();
        } finally {
            store.closeImmediately();
        }
        Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel folder =
                    FileChannel.open(Objects.requireNonNull(file.getParent()), StandardOpenOption.READ)) {
                folder.force(true); // its new name lasts
            }
        }
    }

    private static MVStore mvStore(String name) {
        MVStore opened = new MVStore.Builder()
                .fileName(name)
                .cacheSize(CACHE_MEGABYTES)
                .cacheConcurrency(1)
                .compress()
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        // Its versions need no time to get to the disk: each is there before the next begins.
        opened.setRetentionTime(0);
        return opened;
    }

    Path file() {
        return file;
    }

    /** The tables as they last, when nothing was changed since. */
    Tables readable() {
        if (tables == null) {
            MVStore opened = reopen();
            if (opened.getCurrentVersion() < lasting) {
                throw new StoreException(file + " has lost changes that lasted in it; put a copy of it in its place");
            }
            Tables restored = new Tables(opened, changes);
            changes.takeBack(opened);
            tables = restored;
        }
        return tables;
    }

    /** The tables to change, as they last. */
    Tables writable() {
        if (!sound) {
            abandon();
            readable().mark();
            write();
            changes.forget();
            sound = true;
        }
        return readable();
    }

    /** Makes what was changed last. When this fails, {@link #abandon} it. */
    void commit() {
        if (Objects.requireNonNull(store).hasUnsavedChanges()) {
            write();
            untidy += COMMIT_BYTES + changes.bytes();
        }
        changes.forget();
    }

    /** Copies what is needed out of the emptiest places of the file from time to time, so that they can be used again. */
    void tidy() {
        if (sound && untidy >= TIDY_EACH_BYTES) {
            untidy = 0;
            Objects.requireNonNull(store).compact(TIDY_BELOW_PERCENT, TIDY_BYTES);
            commit();
        }
    }

    /** Takes all that does not last for wrong, after something has failed; the next call opens the file anew. */
    void abandon() {
        sound = false;
        tables = null;
        if (store != null) {
            store.closeImmediately();
            store = null;
        }
    }

    private void write() {
        requireFile();
        MVStore opened = Objects.requireNonNull(store);
        opened.commit();
        opened.sync();
        lasting = opened.getCurrentVersion();
    }

    private MVStore reopen() {
        requireStore();
        MVStore opened = mvStore(naming.apply(file));
        store = opened;
        int form = Tables.form(opened);
        if (form == Tables.FORM) {
            return opened;
        }
        abandon();
        throw form == 0 ? Trouble.foreign(file) : new StoreException(Trouble.newer(file, "form " + form));
    }

    /** Looks at the file before MVStore does, which writes into one that is empty. */
    private void requireStore() {
        requireFile();
        if (!Files.isWritable(file)) {
            throw new StoreException(file + " must not be written to; allow it, or name another folder");
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING)) {
                throw Trouble.foreign(file);
            }
        } catch (IOException e) {
            throw Trouble.reading(file, e);
        }
    }

    private void requireFile() {
        if (Files.notExists(file)) {
            throw new StoreException(file + " is gone; put it back, or end what uses it");
        }
    }

    @Override
    public void close() {
        try {
            writable(); // when something has failed, it is taken back in the file as well
        } catch (RuntimeException e) {
            // All that was told to last does so nevertheless.
        } finally {
            abandon();
        }
    }
}
