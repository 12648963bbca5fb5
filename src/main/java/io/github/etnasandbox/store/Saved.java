package io.github.etnasandbox.store;

import java.util.List;

/**
 * A world as a {@link Store} has it.
 *
 * @param last the number of the last entry; that of the last entry in the base when none came after it; 0 for a new world
 * @param entries the entries after the base, in their order: the last of them has the number {@code last}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Saved(byte[] head, byte[] base, long last, List<byte[]> entries) {
    public Saved {
        entries = List.copyOf(entries);
    }
}
