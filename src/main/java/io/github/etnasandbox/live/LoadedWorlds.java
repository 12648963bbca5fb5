package io.github.etnasandbox.live;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Those worlds of a store that are in memory: the ones that were asked for lately, and all that anybody still uses. There are
 * never two of one id. Thread-safe.
 */
final class LoadedWorlds {
    private static final class Used extends WeakReference<LiveWorld> {
        private final String id;

        private Used(LiveWorld world, ReferenceQueue<LiveWorld> queue) {
            super(world, queue);
            this.id = world.id();
        }
    }

    private final Map<String, Used> used = new ConcurrentHashMap<>();
    private final ReferenceQueue<LiveWorld> unused = new ReferenceQueue<>();
    private final Map<String, LiveWorld> lately; // guarded by itself

    /** @param most how many that nobody uses stay in memory */
    LoadedWorlds(int most) {
        this.lately = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, LiveWorld> eldest) {
                return size() > most;
            }
        };
    }

    /** Finds a world, which is read from its store or made where it is not in memory; null when there is none. */
    @Nullable LiveWorld find(String id, Function<String, @Nullable LiveWorld> read) {
        List<LiveWorld> found = new ArrayList<>(1); // holds it until it is among the lately used
        used.compute(id, (same, known) -> {
            LiveWorld here = known == null ? null : known.get();
            LiveWorld world = here != null ? here : read.apply(id);
            if (world == null) {
                return null;
            }
            found.add(world);
            return here != null ? known : new Used(world, unused);
        });
        forgetUnused();
        return found.isEmpty() ? null : touched(found.get(0));
    }

    private LiveWorld touched(LiveWorld world) {
        synchronized (lately) {
            lately.put(world.id(), world);
        }
        return world;
    }

    private void forgetUnused() {
        for (Object gone = unused.poll(); gone != null; gone = unused.poll()) {
            used.remove(((Used) gone).id, gone);
        }
    }

    /** Forgets a world, and tells whether it was here. */
    boolean remove(String id) {
        synchronized (lately) {
            lately.remove(id);
        }
        return used.remove(id) != null;
    }

    @Nullable LiveWorld get(String id) {
        Used known = used.get(id);
        return known == null ? null : known.get();
    }

    List<LiveWorld> all() {
        List<LiveWorld> all = new ArrayList<>();
        for (Used each : used.values()) {
            LiveWorld world = each.get();
            if (world != null) {
                all.add(world);
            }
        }
        return all;
    }
}
