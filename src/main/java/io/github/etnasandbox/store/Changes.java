package io.github.etnasandbox.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * What was changed in the tables since all that is in them lasts, so that it can be taken back: when a disk fails late, the
 * file has what nobody was told to last. For one thread.
 */
final class Changes {
    private final List<Change<?, ?>> changes = new ArrayList<>();
    private long bytes;

    <K, V> void put(MVMap<K, V> table, K key, V value) {
        changes.add(new Change<>(table.getId(), key, table.put(key, value)));
        bytes += value instanceof byte[] written ? written.length : 0;
    }

    <K, V> void remove(MVMap<K, V> table, K key) {
        changes.add(new Change<>(table.getId(), key, table.remove(key)));
    }

    /** How many bytes were put into tables, about. */
    long bytes() {
        return bytes;
    }

    /** Puts back what was there before, into open tables that have all of the changes or none. */
    void takeBack(MVStore file) {
        for (int i = changes.size() - 1; i >= 0; i--) {
            changes.get(i).takeBack(file);
        }
    }

    /** Forgets them, as they last or were taken back. */
    void forget() {
        changes.clear();
        bytes = 0;
    }

    /**
     * A change of one value.
     *
     * @param table its number in the file, which stays when the file is opened again
     */
    private record Change<K, V>(int table, K key, @Nullable V before) {
        void takeBack(MVStore file) {
            MVMap<K, V> map = Objects.requireNonNull(file.getMap(table));
            if (before == null) {
                map.remove(key);
            } else {
                map.put(key, before);
            }
        }
    }
}
