package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.StreamMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The last messages on the connections to the streamers of one world. Numbers count from the world's last beginning. Safe for
 * use by many threads.
 */
public final class StreamLog {
    /** So many of the last messages are kept. */
    public static final int KEPT = 5_000;

    private static final int SHOWN = 10;

    private final boolean keeps;
    private final Runnable news;
    private final Waiters waiters = new Waiters();
    private final ArrayDeque<StreamMessage> messages = new ArrayDeque<>(); // guarded by this
    private long last; // guarded by this
    private boolean areListed = true; // guarded by this
    private int connections; // guarded by this
    private final Map<String, List<Subscription>> left = new HashMap<>(); // guarded by this

    /**
     * @param keeps false where no journal is kept
     * @param news tells that there are messages which nobody has listed; however many come, once until somebody does
     */
    StreamLog(boolean keeps, Runnable news) {
        this.keeps = keeps;
        this.news = news;
    }

    /** Returns the number of a new connection. */
    public synchronized int nextConnection() {
        return ++connections;
    }

    /** Keeps a message, which it numbers. */
    public void add(StreamMessage message) {
        if (!keeps) {
            return;
        }
        boolean isNews;
        synchronized (this) {
            isNews = areListed;
            areListed = false;
            messages.add(message.numbered(++last));
            if (messages.size() > KEPT) {
                messages.remove();
            }
        }
        waiters.wake();
        if (isNews) {
            news.run();
        }
    }

    /** Lists those that are kept, by number. */
    public synchronized List<StreamMessage> messages() {
        areListed = true;
        return List.copyOf(messages);
    }

    /** Waits until one is kept that is wanted; empty when none is within the limit of real time. */
    public Optional<StreamMessage> await(Predicate<StreamMessage> wanted, Duration limit) {
        return waiters.await(limit, () -> messages().stream().filter(wanted).findFirst(), () -> Waiters.LONG);
    }

    /** What a client was subscribed to. */
    public record Subscription(String entity, int key) {}

    /**
     * Keeps what a connection was subscribed to that is closed: recovering its session takes it up again.
     *
     * @param whose the user and the streamer
     */
    public synchronized void leave(String whose, List<Subscription> subscriptions) {
        left.put(whose, subscriptions);
    }

    /** What the last connection was subscribed to that is closed; empty when there was none. */
    public synchronized List<Subscription> left(String whose) {
        return left.getOrDefault(whose, List.of());
    }

    /** Shows the last messages to a person. */
    String last() {
        List<StreamMessage> all = messages();
        return all.isEmpty()
                ? "; there was no message at all"
                : all.stream()
                        .skip(Math.max(0, all.size() - SHOWN))
                        .map(message -> "\n  " + message.line())
                        .collect(Collectors.joining("", "; the last messages are", ""));
    }

    /** Forgets all messages. Numbers start from 1 again. */
    synchronized void forget() {
        messages.clear();
        last = 0;
    }

    /** Forgets everything, as the world has started over. */
    synchronized void clear() {
        forget();
        connections = 0;
        left.clear();
    }

    /** Ends all waits, now and from now on. */
    void close() {
        waiters.close();
    }
}
