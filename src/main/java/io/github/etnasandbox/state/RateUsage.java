package io.github.etnasandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * How many requests there were lately, by what they count, in the order the windows began. Immutable and persistent: one
 * more copies a few nodes and shares the rest. A window that is over goes when the next request is counted, whosever it is.
 */
public final class RateUsage {
    /** No request was counted yet. */
    public static final RateUsage NONE = new RateUsage(ById.empty(), HashTreePMap.empty());

    /**
     * How many windows are kept at once. Beyond that the first one goes before its time, so that a client that invents
     * user names while the clock stands still meets this end, not the heap's.
     */
    public static final int LIMIT = 10_000;

    private final ById<Counted> byNumber;
    private final PMap<Key, Integer> numbers;

    private RateUsage(ById<Counted> byNumber, PMap<Key, Integer> numbers) {
        this.byNumber = byNumber;
        this.numbers = numbers;
    }

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

    /** A key's window, and its number: windows that began later have greater ones. */
    public record Counted(int number, Key key, Window window) {}

    /** Looks up the window that a request falls into. */
    public Window window(Key key, Instant now) {
        Counted counted = find(key);
        return counted == null || counted.window().isOver(now) ? new Window(now, 0) : counted.window();
    }

    private @Nullable Counted find(Key key) {
        Integer number = numbers.get(key);
        return number == null ? null : byNumber.get(number);
    }

    /** Counts a request. */
    public RateUsage plus(Key key, Instant now) {
        Window window = window(key, now);
        Window counted = new Window(window.begins(), window.used() + 1);
        RateUsage kept = withoutThoseOver(now);
        Counted before = kept.find(key);
        if (before != null && before.window().begins().equals(counted.begins())) {
            return kept.plus(new Counted(before.number(), key, counted));
        }
        RateUsage others = before == null ? kept : kept.minus(before);
        RateUsage roomy = others.byNumber.size() < LIMIT ? others : others.minus(others.first());
        Counted last = roomy.byNumber.last();
        return roomy.plus(new Counted(last == null ? 0 : last.number() + 1, key, counted));
    }

    /** Time goes forward: those that are over stand in front of those that are not. */
    private RateUsage withoutThoseOver(Instant now) {
        RateUsage rest = this;
        while (rest.byNumber.size() > 0 && rest.first().window().isOver(now)) {
            rest = rest.minus(rest.first());
        }
        return rest;
    }

    private Counted first() {
        return byNumber.values(0, 1).get(0);
    }

    /** Adds a window in the place of those with its number and its key. */
    public RateUsage with(Counted counted) {
        RateUsage others = without(counted.number());
        Counted before = others.find(counted.key());
        return (before == null ? others : others.minus(before)).plus(counted);
    }

    private RateUsage plus(Counted counted) {
        return new RateUsage(byNumber.plus(counted.number(), counted), numbers.plus(counted.key(), counted.number()));
    }

    private RateUsage minus(Counted counted) {
        return new RateUsage(byNumber.minus(counted.number()), numbers.minus(counted.key()));
    }

    /** Returns the windows without that of a number, if there is one. */
    public RateUsage without(int number) {
        Counted counted = byNumber.get(number);
        return counted == null ? this : minus(counted);
    }

    /** Hands over the windows that are not as they were in another usage, see {@link ById#forEachDifference}. */
    public void forEachDifference(RateUsage before, ById.Difference<? super Counted> action) {
        byNumber.forEachDifference(before.byNumber, action);
    }

    /** Copies all windows, in the order in which they began. */
    public Map<Key, Window> windows() {
        Map<Key, Window> windows = new LinkedHashMap<>();
        for (Counted each : byNumber.values()) {
            windows.put(each.key(), each.window());
        }
        return windows;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RateUsage that && byNumber.equals(that.byNumber);
    }

    @Override
    public int hashCode() {
        return byNumber.hashCode();
    }

    @Override
    public String toString() {
        return byNumber.toString();
    }
}
