package io.github.etnasandbox.live;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.live.Timeline.Arranged;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.StateHolder;
import io.github.etnasandbox.token.AppKey;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.pcollections.PMap;

/** The snapshots of one world that have names. Safe for use by many threads. */
public final class Snapshots {
    /** How many of one world are kept at once. */
    public static final int LIMIT = 1_000;

    /** What a name may look like, for a person. */
    public static final String NAMES = "1 to 100 of the letters a to z and A to Z, digits, '.', '_' and '-'";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    /** A snapshot that was given a name, and whether there was none of that name before. */
    public record Kept(Seed snapshot, boolean isNew) {}

    private final Timeline timeline;
    private final BiConsumer<Action, Applied<?>> did;

    /** @param did is told what was done */
    Snapshots(Timeline timeline, BiConsumer<Action, Applied<?>> did) {
        this.timeline = timeline;
        this.did = did;
    }

    /** Returns the state that a seed keeps and users do not see. */
    public static State stateOf(Seed seed) {
        return ((StateHolder) seed).state();
    }

    /** Returns a seed with another state. */
    public static Seed with(Seed seed, State state) {
        return (Seed) ((StateHolder) seed).with(state);
    }

    /** What a state has in place of what another one has; see {@link StateHolder#effectOn}. */
    static String effect(Seed of, State before, State after) {
        return ((StateHolder) of).with(after).effectOn(before);
    }

    /** What an effect makes of a state; see {@link StateHolder#after}. */
    static State after(Seed of, State before, String name, String effect) {
        return ((StateHolder) of).with(before).after(name, effect).state();
    }

    /** Returns a seed with an app key in force. */
    static Seed knowing(Seed seed, String appKey) {
        return with(seed, stateOf(seed).with(new AppKey(appKey, true)));
    }

    /**
     * Keeps what the world is under a name, in place of what had it before; an IllegalArgumentException when the name is none
     * of {@link #NAMES}, an IllegalStateException when {@link #LIMIT} others are kept already.
     */
    public Kept keep(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a snapshot; " + NAMES + " are");
        }
        Applied<Kept> kept = timeline.arrange(present -> {
            PMap<String, Seed> byName = present.stage().snapshots();
            boolean isNew = !byName.containsKey(name);
            if (isNew && byName.size() >= LIMIT) {
                throw new IllegalStateException(
                        "there are " + LIMIT + " snapshots in this world already; forget some, or reset the world");
            }
            Seed snapshot = present.snapshot();
            return new Arranged<>(
                    present.stage().withSnapshots(byName.plus(name, snapshot)), new Kept(snapshot, isNew));
        });
        did.accept(new Action.Kept(name), kept);
        return kept.result();
    }

    public Optional<Seed> find(String name) {
        return Optional.ofNullable(all().get(name));
    }

    /** Forgets a snapshot, and tells whether there was one. */
    public boolean forget(String name) {
        Applied<Boolean> forgotten = timeline.arrange(present -> {
            PMap<String, Seed> byName = present.stage().snapshots();
            return byName.containsKey(name)
                    ? new Arranged<>(present.stage().withSnapshots(byName.minus(name)), true)
                    : new Arranged<>(present.stage(), false);
        });
        if (forgotten.result()) {
            did.accept(new Action.Forgotten(name), forgotten);
        }
        return forgotten.result();
    }

    /** All snapshots, by name; unmodifiable. */
    public Map<String, Seed> all() {
        return timeline.stage().snapshots();
    }
}
