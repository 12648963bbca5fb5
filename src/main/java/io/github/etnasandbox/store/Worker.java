package io.github.etnasandbox.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The thread that does all that is done with a file. It takes what has queued up, writes it, waits for the disk once, and
 * tells everybody; what is asked meanwhile is answered behind that.
 */
final class Worker implements AutoCloseable {
    private final Volume volume;
    private final Inbox inbox = new Inbox();
    private final Gaps gaps = new Gaps();
    private final Thread thread = new Thread(this::work, "etna-sandbox store");

    Worker(Volume volume) {
        this.volume = volume;
        thread.setDaemon(true);
        thread.start();
    }

    void add(Task task) {
        if (Thread.currentThread() == thread && task instanceof Task.Waiting) {
            throw new IllegalStateException("whoever is told an outcome must not wait for the store");
        }
        if (!inbox.add(task)) {
            task.failed(new StoreException(volume.file() + " is closed"));
        }
    }

    private void work() {
        for (List<Inbox.Entry> batch = inbox.take(); !batch.isEmpty(); batch = inbox.take()) {
            List<Inbox.Entry> writing =
                    batch.stream().filter(entry -> entry.task().writes()).toList();
            if (!writing.isEmpty()) {
                write(writing);
            }
            batch.stream().map(Inbox.Entry::task).filter(task -> !task.writes()).forEach(this::read);
        }
        volume.close();
    }

    private void write(List<Inbox.Entry> writing) {
        gaps.forget(writing.get(0).number() - 1);
        Map<Inbox.Entry, StoreException> failed = new HashMap<>();
        try {
            Tables tables = volume.writable();
            writing.forEach(entry -> apply(entry, tables, failed));
            volume.commit();
        } catch (Throwable e) { // whatever it was, somebody waits for an outcome
            StoreException why = Trouble.writing(volume.file(), e);
            writing.forEach(entry -> fail(entry, why, failed));
            recover();
        }
        writing.forEach(entry -> tell(entry.task(), failed.get(entry)));
        tidy();
    }

    private void apply(Inbox.Entry entry, Tables tables, Map<Inbox.Entry, StoreException> failed) {
        StoreException gap = gaps.before(entry);
        if (gap != null) {
            fail(entry, gap, failed);
            return;
        }
        try {
            entry.task().run(tables);
        } catch (StoreException e) {
            fail(entry, e, failed);
        }
    }

    private void fail(Inbox.Entry entry, StoreException why, Map<Inbox.Entry, StoreException> failed) {
        failed.putIfAbsent(entry, why);
        gaps.open(entry, why);
    }

    private void tell(Task task, @Nullable StoreException failure) {
        try {
            if (failure == null) {
                task.done();
            } else {
                gaps.tell(task.log(), inbox.newest());
                task.failed(failure);
            }
        } catch (RuntimeException e) { // a mistake of theirs; the others must be told all the same
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    private void read(Task task) {
        StoreException failure = null;
        try {
            task.run(volume.readable());
        } catch (StoreException e) {
            failure = e;
        } catch (Throwable e) { // whatever it was, somebody waits for an answer
            failure = Trouble.reading(volume.file(), e);
            volume.abandon();
        }
        tell(task, failure);
    }

    /** Tries at once to find back to what lasted, so that nothing that failed is there when this process ends now. */
    private void recover() {
        volume.abandon();
        try {
            volume.writable();
        } catch (RuntimeException e) {
            volume.abandon(); // the next task tries again, and is told
        }
    }

    private void tidy() {
        try {
            volume.tidy();
        } catch (RuntimeException e) {
            recover(); // nobody has lost anything
        }
    }

    /** Ends the thread when all that was added is done. */
    @Override
    public void close() {
        inbox.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true; // what was told to last is not at stake, but the file must be free afterwards
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
