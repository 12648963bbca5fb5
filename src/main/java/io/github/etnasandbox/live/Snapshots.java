package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.StateHolder;
import io.github.etnasandbox.token.AppKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The snapshots of one world that have names. Safe for use by many threads. */
public final class Snapshots {
    /** How many of one world are kept at once. */
    public static final int LIMIT = 1_000;

    /** What a name may look like, for a person. */
    public static final String NAMES = "1 to 100 of the letters a to z and A to Z, digits, '.', '_' and '-'";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** A snapshot that was given a name, and whether there was none of that name before. */
    public record Kept(Seed snapshot, boolean isNew) {}

    private final Map<String, Seed> byName = new TreeMap<>();

    private final Consumer<Action> onChange;

    /** @param onChange is told what was done */
    Snapshots(Consumer<Action> onChange) {
        this.onChange = onChange;
    }

    /** Returns the state that a seed keeps and users do not see. */
    public static State stateOf(Seed seed) {
        return ((StateHolder) seed).state();
    }

    /** Returns a seed with another state. */
    public static Seed with(Seed seed, State state) {
        return (Seed) ((StateHolder) seed).with(state);
    }

    /** Returns a seed with an app key in force. */
    static Seed knowing(Seed seed, String appKey) {
        return with(seed, stateOf(seed).with(new AppKey(appKey, true)));
    }

    /**
     * Makes a snapshot, where no reset can come between, and keeps it under a name in place of the one that had it before;
     * an IllegalArgumentException when the name is none of {@link #NAMES}, an IllegalStateException when {@link #LIMIT}
     * others are kept already.
     */
    public synchronized Kept keep(String name, Supplier<Seed> snapshot) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a snapshot; " + NAMES + " are");
        }
        if (byName.size() >= LIMIT && !byName.containsKey(name)) {
            throw new IllegalStateException(
                    "there are " + LIMIT + " snapshots in this world already; forget some, or reset the world");
        }
        Seed kept = snapshot.get();
        boolean isNew = byName.put(name, kept) == null;
        onChange.accept(new Action.Kept(name));
        return new Kept(kept, isNew);
    }

    public synchronized Optional<Seed> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Forgets a snapshot, and tells whether there was one. */
    public synchronized boolean forget(String name) {
        boolean known = byName.remove(name) != null;
        if (known) {
            onChange.accept(new Action.Forgotten(name));
        }
        return known;
    }

    /** Returns a copy of all snapshots, by name. */
    public synchronized Map<String, Seed> all() {
        return new TreeMap<>(byName);
    }

    synchronized void clear() {
        byName.clear();
    }
}
