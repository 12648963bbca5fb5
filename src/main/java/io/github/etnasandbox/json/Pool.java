package io.github.etnasandbox.json;

import org.jspecify.annotations.Nullable;

/**
 * Lets equal values share one instance, most of the time: it remembers only so many and forgets the others, so that
 * values that are all different cost it nothing.
 */
final class Pool<T> {
    private static final int SLOTS = 1 << 11;

    private final @Nullable Object[] slots = new @Nullable Object[SLOTS];

    /** Returns an equal value seen before, else this one. */
    @SuppressWarnings("unchecked") // a slot holds nothing but what was put here
    T shared(T value) {
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        Object known = slots[slot];
        if (value.equals(known)) {
            return (T) known;
        }
        slots[slot] = value;
        return value;
    }
}
