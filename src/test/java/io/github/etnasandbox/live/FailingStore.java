package io.github.etnasandbox.live;

import io.github.etnasandbox.store.Outcome;
import io.github.etnasandbox.store.Saved;
import io.github.etnasandbox.store.Store;
import io.github.etnasandbox.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store whose commits fail, or are held back, when a test says so. Its own thread does one after the other. */
public final class FailingStore implements Store {
    public static final String WHY = "no space left on device";

    /** @param text what is to be written: an entry, a base, or the word for anything else */
    private record Task(@Nullable String world, String text, Consumer<Outcome> work, Outcome outcome) {}

    private final Store store;
    private final Thread thread = new Thread(this::work, "failing store");
    private final ArrayDeque<Task> queue = new ArrayDeque<>(); // guarded by itself, as all below
    private Predicate<String> failing = text -> false;
    private boolean held;
    private boolean closed;

    public FailingStore(Store store) {
        this.store = store;
        thread.setDaemon(true);
        thread.start();
    }

    /** Has all fail from now on of which a text is so. */
    public void fail(Predicate<String> which) {
        synchronized (queue) {
            failing = which;
            queue.notifyAll();
        }
    }

    public void fail() {
        fail(text -> true);
    }

    public void recover() {
        fail(text -> false);
    }

    /** Has nothing be written any more until it is let go. */
    void hold() {
        synchronized (queue) {
            held = true;
        }
    }

    void letGo() {
        synchronized (queue) {
            held = false;
            queue.notifyAll();
        }
    }

    /** Waits until so many commits are asked for while it holds them back. */
    void awaitHeld(int count) throws InterruptedException {
        synchronized (queue) {
            while (queue.size() < count) {
                queue.wait();
            }
        }
    }

    /** Waits until a world's log is as asked. */
    void await(String world, Predicate<List<String>> question) {
        while (!question.test(entries(world))) {
            Thread.onSpinWait();
        }
    }

    List<String> entries(String world) {
        return store.read(world).orElseThrow().entries().stream()
                .map(FailingStore::text)
                .toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void work() {
        while (true) {
            Task task;
            List<Task> failed = new ArrayList<>();
            synchronized (queue) {
                while (!closed && (queue.isEmpty() || held)) {
                    waitForNews();
                }
                if (queue.isEmpty()) {
                    return;
                }
                task = queue.remove();
                if (failing.test(task.text())) {
                    failed.add(task);
                    addBehind(task, failed);
                }
            }
            if (failed.isEmpty()) {
                CompletableFuture<@Nullable StoreException> told = new CompletableFuture<>();
                task.work().accept(telling(told));
                StoreException why = told.join();
                if (why == null) {
                    task.outcome().lasts();
                } else {
                    synchronized (queue) {
                        failed.add(task);
                        addBehind(task, failed);
                    }
                }
            }
            failed.forEach(each -> each.outcome().failed(new StoreException(WHY)));
        }
    }

    /** Nothing lasts behind a gap. */
    private void addBehind(Task task, List<Task> failed) {
        for (Iterator<Task> behind = queue.iterator(); task.world() != null && behind.hasNext(); ) {
            Task next = behind.next();
            if (task.world().equals(next.world())) {
                failed.add(next);
                behind.remove();
            }
        }
    }

    private void waitForNews() {
        try {
            queue.wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Outcome telling(CompletableFuture<@Nullable StoreException> told) {
        return new Outcome() {
            @Override
            public void lasts() {
                told.complete(null);
            }

            @Override
            public void failed(StoreException why) {
                told.complete(why);
            }
        };
    }

    private void add(Task task) {
        synchronized (queue) {
            if (!closed) {
                queue.add(task);
                queue.notifyAll();
                return;
            }
        }
        task.outcome().failed(new StoreException("it is closed"));
    }

    private <T> T change(String word, Supplier<T> change) {
        CompletableFuture<@Nullable StoreException> told = new CompletableFuture<>();
        List<T> result = new ArrayList<>(1);
        add(new Task(
                null,
                word,
                outcome -> {
                    try {
                        result.add(change.get());
                        outcome.lasts();
                    } catch (StoreException e) {
                        outcome.failed(e);
                    }
                },
                telling(told)));
        StoreException why;
        try {
            why = told.join();
        } catch (CompletionException e) {
            throw new AssertionError(e);
        }
        if (why != null) {
            throw new StoreException(String.valueOf(why.getMessage()), why);
        }
        return result.get(0);
    }

    private void change(String word, Runnable change) {
        change(word, () -> {
            change.run();
            return true;
        });
    }

    @Override
    public void append(String world, long number, byte[] entry, Outcome outcome) {
        add(new Task(world, text(entry), out -> store.append(world, number, entry, out), outcome));
    }

    @Override
    public void rebase(String world, long upTo, byte[] base, Outcome outcome) {
        add(new Task(world, text(base), out -> store.rebase(world, upTo, base, out), outcome));
    }

    @Override
    public void create(String world, @Nullable String appKey, byte[] head, byte[] base) {
        change("create", () -> store.create(world, appKey, head, base));
    }

    @Override
    public void remove(String world) {
        change("remove", () -> store.remove(world));
    }

    @Override
    public String keep(Document document) {
        return change("keep", () -> {
            try {
                return store.keep(document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void check() {
        change("check", store::check);
    }

    @Override
    public String place() {
        return store.place();
    }

    @Override
    public List<String> worlds() {
        return store.worlds();
    }

    @Override
    public int count() {
        return store.count();
    }

    @Override
    public Optional<byte[]> head(String world) {
        return store.head(world);
    }

    @Override
    public Optional<String> ofAppKey(String appKey) {
        return store.ofAppKey(appKey);
    }

    @Override
    public Optional<Saved> read(String world) {
        return store.read(world);
    }

    @Override
    public InputStream document(String name) {
        return store.document(name);
    }

    @Override
    public void close() {
        synchronized (queue) {
            closed = true;
            held = false;
            queue.notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        store.close();
    }
}
