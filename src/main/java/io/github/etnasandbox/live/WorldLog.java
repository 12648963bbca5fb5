package io.github.etnasandbox.live;

import io.github.etnasandbox.store.Outcome;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The log of one world in a store. What becomes of the world is appended in the order in which it happens, and lasts in that
 * order. When a change cannot last, the world goes back to what does. Thread-safe.
 */
final class WorldLog {
    /** So many bytes of entries at least are worth a new base. */
    private static final long WORTH_A_BASE = 64L * 1024;

    /** So many notes are kept while the store takes none. */
    private static final int MOST_WAITING = 2_000;

    private final Store store;
    private final String world;
    private final LogWriter writer;
    private final long worthABase;
    private Runnable goBack = () -> {};
    private Runnable onLong = () -> {};
    private Runnable onWaiting = () -> {};

    // all below guarded by this
    private long last;
    private int generation;
    private long bytes;
    private long baseBytes;
    private boolean rebasing;

    /** Notes that wait for the store to take changes again, in the order in which they were made. */
    private final TreeMap<Long, byte[]> waiting = new TreeMap<>();

    private long notes;
    private boolean askedToTry;

    /**
     * @param journalBytes how many bytes of exchanges are in a base at most
     * @param last the number of the last entry
     * @param bytes how many bytes the entries have
     * @param baseBytes how many bytes those have which no entry is needed for
     */
    WorldLog(Store store, LogWriter writer, String world, int journalBytes, long last, long bytes, long baseBytes) {
        this.store = store;
        this.world = world;
        this.writer = writer;
        this.worthABase = Math.max(WORTH_A_BASE, 2L * journalBytes);
        this.last = last;
        this.bytes = bytes;
        this.baseBytes = baseBytes;
    }

    /**
     * Tells who acts for the world, before anything is appended.
     *
     * @param back puts the world back to the last version that lasts
     * @param longLog asks for a new base; it must be quick
     * @param waitingNotes has {@link #tryAgain} called after a while; it must be quick
     */
    void serve(Runnable back, Runnable longLog, Runnable waitingNotes) {
        this.goBack = back;
        this.onLong = longLog;
        this.onWaiting = waitingNotes;
    }

    LogWriter writer() {
        return writer;
    }

    /**
     * Makes a change and appends what tells it; neither of both, and false, where the change finds that another came first.
     *
     * @param onLasting see {@link Entry}
     * @param change is given the entry
     */
    boolean append(byte[] text, Runnable onLasting, Predicate<Entry> change) {
        Entry entry = new Entry(this, text, onLasting);
        synchronized (this) {
            if (!change.test(entry)) {
                return false;
            }
            add(entry);
        }
        return true;
    }

    /** Appends what nobody waits for, soon or once the store takes changes again. */
    synchronized void note(byte[] text) {
        notes++;
        if (waiting.isEmpty()) {
            add(new Entry(this, text, notes));
        } else {
            keep(notes, text);
        }
    }

    /** Appends the notes that wait. */
    synchronized void tryAgain() {
        askedToTry = false;
        List<Map.Entry<Long, byte[]>> again = new ArrayList<>(waiting.entrySet());
        waiting.clear();
        again.forEach(note -> add(new Entry(this, note.getValue(), note.getKey())));
    }

    private void add(Entry entry) {
        entry.number = ++last;
        entry.generation = generation;
        bytes += entry.text().length;
        store.append(world, last, entry.text(), entry);
        if (!rebasing && bytes > Math.max(worthABase, 2 * baseBytes)) {
            rebasing = true;
            onLong.run();
        }
    }

    /** Has the world go back, unless it has done so since the entry was appended. */
    synchronized void failed(Entry entry) {
        if (entry.generation == generation) {
            generation++;
            last = entry.number - 1;
            goBack.run();
        }
        if (entry.note() != null) {
            keep(entry.note(), entry.text());
        }
    }

    private void keep(long number, byte[] note) {
        if (!askedToTry) {
            askedToTry = true;
            onWaiting.run();
        }
        waiting.put(number, note);
        if (waiting.size() > MOST_WAITING) {
            waiting.pollFirstEntry();
        }
    }

    /** A place in the log, and what the world is there. */
    record Mark<T>(long last, int generation, long bytes, T what) {}

    /** Asks what the world is now, and tells where the log is then. */
    synchronized <T> Mark<T> mark(Supplier<T> what) {
        T now = what.get(); // may append what has come due
        return new Mark<>(last, generation, bytes, now);
    }

    /** There is no new base after all. */
    synchronized void noBase() {
        rebasing = false;
    }

    /** Puts a base in the place of the entries up to a mark, if all those last. */
    synchronized void rebase(Mark<?> mark, byte[] base) {
        if (generation != mark.generation()) {
            rebasing = false;
            return;
        }
        store.rebase(world, mark.last(), base, new Outcome() {
            @Override
            public void lasts() {
                rebased(mark, base.length);
            }

            @Override
            public void failed(StoreException why) {
                rebased(mark, -1); // the log is as good as it was
            }
        });
    }

    /** @param size the bytes of the base; less than 0 when there is none */
    private synchronized void rebased(Mark<?> mark, int size) {
        rebasing = false;
        if (size >= 0) {
            bytes -= mark.bytes();
            baseBytes = size;
        }
    }
}
