package io.github.etnasandbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What there is to do, in the order in which it came, with the numbers 1, 2, 3 and so on. */
final class Inbox {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private List<Entry> entries = new ArrayList<>();
    private long newest;
    private boolean closed;

    record Entry(long number, Task task) {}

    /** {@return whether it was taken: it is, unless this is closed} */
    boolean add(Task task) {
        lock.lock();
        try {
            if (!closed) {
                entries.add(new Entry(++newest, task));
                news.signal();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something, and takes all of it; nothing when this is closed and all was taken. */
    List<Entry> take() {
        lock.lock();
        try {
            while (entries.isEmpty() && !closed) {
                news.awaitUninterruptibly();
            }
            List<Entry> taken = entries;
            entries = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** The number of what came last. */
    long newest() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
