package io.github.etnasandbox.state;

import java.time.Duration;
import java.time.Instant;
import org.pcollections.OrderedPMap;

/**
 * How many requests there were lately, by what they count, in the order the windows began. Immutable and persistent: one
 * more copies a few nodes and shares the rest. A window that is over goes when the next request is counted, whosever it is.
 */
public record RateUsage(OrderedPMap<Key, Window> windows) {
    /** No request was counted yet. */
    public static final RateUsage NONE = new RateUsage(OrderedPMap.empty());

    /**
     * How many windows are kept at once. Beyond that the first one goes before its time, so that a client that invents
     * user names while the clock stands still meets this end, not the heap's.
     */
    public static final int LIMIT = 10_000;

    /** Whose requests are counted together: by token or app key, and by account or user name; empty for neither. */
    public record Key(RateLimit limit, String credential, String subject) {}

    /**
     * A minute, and how many requests of one key came in it. That it is a fixed one, and begins with the first of them, is
     * assumed.
     */
    public record Window(Instant begins, int used) {
        private static final Duration LENGTH = Duration.ofMinutes(1);

        public Instant ends() {
            return begins.plus(LENGTH);
        }

        private boolean isOver(Instant now) {
            return !now.isBefore(ends());
        }
    }

    /** Looks up the window that a request falls into. */
    public Window window(Key key, Instant now) {
        Window window = windows.get(key);
        return window == null || window.isOver(now) ? new Window(now, 0) : window;
    }

    /** Counts a request. */
    public RateUsage plus(Key key, Instant now) {
        Window window = window(key, now);
        Window counted = new Window(window.begins(), window.used() + 1);
        OrderedPMap<Key, Window> kept = withoutThoseOver(now);
        Window before = kept.get(key);
        if (before != null && before.begins().equals(counted.begins())) {
            return new RateUsage(kept.plus(key, counted));
        }
        OrderedPMap<Key, Window> others = kept.minus(key);
        return new RateUsage((others.size() < LIMIT ? others : withoutFirst(others)).plus(key, counted));
    }

    /** Time goes forward: those that are over stand in front of those that are not. */
    private OrderedPMap<Key, Window> withoutThoseOver(Instant now) {
        OrderedPMap<Key, Window> rest = windows;
        while (!rest.isEmpty() && rest.values().iterator().next().isOver(now)) {
            rest = withoutFirst(rest);
        }
        return rest;
    }

    private static OrderedPMap<Key, Window> withoutFirst(OrderedPMap<Key, Window> windows) {
        return windows.minus(windows.keySet().iterator().next());
    }
}
