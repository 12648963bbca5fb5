package io.github.etnasandbox.rate;

import java.time.Instant;
import org.pcollections.OrderedPMap;

/**
 * How many requests there were lately. Immutable and persistent: one more copies a few nodes and shares the rest.
 *
 * <p>A window that is over goes when the next request is counted, whosever it is.
 *
 * @param windows the windows by what they count, in the order they began
 */
public record RateUsage(OrderedPMap<RateKey, RateWindow> windows) {
    /** No request was counted yet. */
    public static final RateUsage NONE = new RateUsage(OrderedPMap.empty());

    /**
     * How many windows are kept at once. Beyond that the first one goes before its time, so that a client that invents
     * user names while the clock stands still meets this end, not the heap's.
     */
    public static final int LIMIT = 10_000;

    /** Looks up the window that a request falls into. */
    public RateWindow window(RateKey key, Instant now) {
        RateWindow window = windows.get(key);
        return window == null || window.isOver(now) ? new RateWindow(now, 0) : window;
    }

    /** Counts a request. */
    public RateUsage plus(RateKey key, Instant now) {
        RateWindow counted = window(key, now).plusOne();
        OrderedPMap<RateKey, RateWindow> kept = withoutThoseOver(now);
        RateWindow before = kept.get(key);
        if (before != null && before.begins().equals(counted.begins())) {
            return new RateUsage(kept.plus(key, counted));
        }
        OrderedPMap<RateKey, RateWindow> others = kept.minus(key);
        return new RateUsage((others.size() < LIMIT ? others : withoutFirst(others)).plus(key, counted));
    }

    /** Time goes forward: those that are over stand in front of those that are not. */
    private OrderedPMap<RateKey, RateWindow> withoutThoseOver(Instant now) {
        OrderedPMap<RateKey, RateWindow> rest = windows;
        while (!rest.isEmpty() && rest.values().iterator().next().isOver(now)) {
            rest = withoutFirst(rest);
        }
        return rest;
    }

    private static OrderedPMap<RateKey, RateWindow> withoutFirst(OrderedPMap<RateKey, RateWindow> windows) {
        return windows.minus(windows.keySet().iterator().next());
    }
}
