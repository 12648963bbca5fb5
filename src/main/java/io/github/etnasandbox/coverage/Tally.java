package io.github.etnasandbox.coverage;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How often each row was met in one world, or in several. Safe for use by many threads. */
public final class Tally {
    private final @Nullable Tally total;
    private final ConcurrentMap<Row, LongAdder> counts = new ConcurrentHashMap<>(0);

    /** @param total what counts the same once more; null for nothing */
    public Tally(@Nullable Tally total) {
        this.total = total;
    }

    /** Counts a row. */
    public void add(Row row) {
        add(row, 1);
        if (total != null) {
            total.add(row, 1);
        }
    }

    /** Counts all that another tally has. */
    public void addAll(Tally other) {
        other.counts().forEach(this::add);
    }

    private void add(Row row, long times) {
        LongAdder count = counts.get(row); // which is there but once, and costs less than what follows
        if (count == null) {
            count = counts.computeIfAbsent(row, first -> new LongAdder());
        }
        count.add(times);
    }

    /** Returns a copy of the counts, all of them more than 0. */
    public Map<Row, Long> counts() {
        Map<Row, Long> copy = new HashMap<>();
        counts.forEach((row, count) -> {
            if (count.sum() > 0) {
                copy.put(row, count.sum());
            }
        });
        return copy;
    }
}
