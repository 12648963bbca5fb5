package io.github.etnasandbox.live;

import io.github.etnasandbox.store.Outcome;
import io.github.etnasandbox.store.StoreException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One entry of a world's log, for those who must not tell what it says before it lasts. Thread-safe. */
final class Entry implements Outcome {
    private static final byte[] NONE = {};

    private final WorldLog log;
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean lasts;
    private @Nullable StoreException failure; // published by told
    private @Nullable Runnable onLasting; // let go when told: it leads to the version before, and so to all before that

    private byte[] text;
    /** Where it stands among the notes of its log; null when it is none. */
    private final @Nullable Long note;
    /** Its place in the log, and how often the log had gone back before. Both are set by the log, and guarded by it. */
    long number;

    int generation;

    /** @param onLasting is run by a thread of the store before those who wait go on; it must be quick */
    Entry(WorldLog log, byte[] text, Runnable onLasting) {
        this.log = log;
        this.text = text;
        this.onLasting = onLasting;
        this.note = null;
    }

    /** A note, of which nothing else depends. */
    Entry(WorldLog log, byte[] text, long note) {
        this.log = log;
        this.text = text;
        this.note = note;
    }

    byte[] text() {
        return text;
    }

    @Nullable Long note() {
        return note;
    }

    /** Returns when it lasts; a StoreException when it does not, and what it says has not happened. */
    void await() {
        if (lasts) {
            return;
        }
        boolean interrupted = false;
        while (told.getCount() > 0) {
            try {
                told.await();
            } catch (InterruptedException whoeverStopsUs) {
                interrupted = true; // a commit is a matter of milliseconds, and how it ends must be known
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new StoreException(String.valueOf(failure.getMessage()), failure);
        }
    }

    @Override
    public void lasts() {
        Runnable next = onLasting;
        onLasting = null;
        if (next != null) {
            next.run();
        }
        lasts = true;
        text = NONE;
        told.countDown();
    }

    @Override
    public void failed(StoreException why) {
        onLasting = null;
        failure = why;
        log.failed(this);
        told.countDown();
    }
}
