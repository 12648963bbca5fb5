package io.github.etnasandbox.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map from ids to what they name, ascending. Immutable: a change copies the few nodes on its way and shares
 * the rest.
 *
 * <p>A node has a branch for each hexadecimal digit. A million orders are then six nodes deep, where a binary tree is
 * twenty, and what a large world waits for is the memory of one node after the other. Neighbouring ids share a node, so
 * that ids from a sequence, as these are, cost five bytes each.
 */
public final class ById<V> {
    private static final int DIGIT_BITS = 4;
    private static final int DIGITS = 1 << DIGIT_BITS;

    /** Nodes below it are arrays of the same kind, down to those of the last digit, which hold the values. */
    private final @Nullable Object[] root;

    /** How many bits of an id stand to the right of the root's digit. */
    private final int rootShift;

    private final int size;

    private ById(@Nullable Object[] root, int rootShift, int size) {
        this.root = root;
        this.rootShift = rootShift;
        this.size = size;
    }

    public static <V> ById<V> empty() {
        return new ById<>(new Object[DIGITS], 0, 0);
    }

    /** Looks up what an id names; null when there is none. */
    @SuppressWarnings("unchecked") // only values stand in the nodes of the last digit
    public @Nullable V get(int id) {
        if (exceeds(id, rootShift)) {
            return null;
        }
        Object node = root;
        for (int shift = rootShift; shift >= 0 && node != null; shift -= DIGIT_BITS) {
            node = ((Object[]) node)[digit(id, shift)];
        }
        return (V) node;
    }

    public ById<V> plus(int id, V value) {
        int shift = rootShift;
        while (exceeds(id, shift)) {
            shift += DIGIT_BITS;
        }
        return new ById<>(with(raisedTo(shift), shift, id, value), shift, get(id) == null ? size + 1 : size);
    }

    private static @Nullable Object[] with(@Nullable Object @Nullable [] node, int shift, int id, Object value) {
        @Nullable Object[] copy = node == null ? new Object[DIGITS] : node.clone();
        int digit = digit(id, shift);
        copy[digit] = shift == 0 ? value : with((@Nullable Object[]) copy[digit], shift - DIGIT_BITS, id, value);
        return copy;
    }

    /** Returns a map without what an id names, or this one when it names nothing. */
    public ById<V> minus(int id) {
        if (get(id) == null) {
            return this;
        }
        @Nullable Object[] top = without(root, rootShift, id);
        if (top == null) {
            return empty();
        }
        int shift = rootShift;
        while (shift > 0 && count(top) == 1 && top[0] != null) {
            top = (@Nullable Object[]) top[0];
            shift -= DIGIT_BITS;
        }
        return new ById<>(top, shift, size - 1);
    }

    /** Null when nothing is left: equal maps have equal nodes, so that none is empty. */
    private static @Nullable Object @Nullable [] without(@Nullable Object[] node, int shift, int id) {
        @Nullable Object[] copy = node.clone();
        int digit = digit(id, shift);
        copy[digit] = shift == 0 ? null : without((@Nullable Object[]) copy[digit], shift - DIGIT_BITS, id);
        return count(copy) == 0 ? null : copy;
    }

    private static int count(@Nullable Object[] node) {
        int count = 0;
        for (Object branch : node) {
            count += branch == null ? 0 : 1;
        }
        return count;
    }

    /** Hands over every value, by ascending id. */
    public void forEachValue(Consumer<? super V> action) {
        forEachValueNotIn(empty(), action);
    }

    /** Hands over every value that another map has not, by ascending id. */
    public void forEachValueNotIn(ById<V> before, Consumer<? super V> action) {
        forEachDifference(before, (was, is) -> {
            if (is != null) {
                action.accept(is);
            }
        });
    }

    /** Takes two values that an id has had; one is null where it named nothing. */
    @FunctionalInterface
    public interface Difference<V> {
        void between(@Nullable V before, @Nullable V after);
    }

    /**
     * Hands over what each id names that another map has not, or has had it name another value, by ascending id. Steps over
     * all that the two share, so that what one change has made of a map is found in as many steps as the change took.
     */
    public void forEachDifference(ById<V> before, Difference<? super V> action) {
        int shift = Math.max(rootShift, before.rootShift);
        forEachDifference(before.raisedTo(shift), raisedTo(shift), shift, action);
    }

    /** The root of a tree as high as another one. */
    private @Nullable Object[] raisedTo(int shift) {
        @Nullable Object[] top = root;
        for (int below = rootShift; below < shift; below += DIGIT_BITS) {
            @Nullable Object[] above = new Object[DIGITS];
            above[0] = top;
            top = above;
        }
        return top;
    }

    @SuppressWarnings({"unchecked", "ReferenceEquality"
    }) // only values stand in the nodes of the last digit; shared is same
    private static <V> void forEachDifference(
            @Nullable Object @Nullable [] before,
            @Nullable Object @Nullable [] after,
            int shift,
            Difference<? super V> action) {
        for (int digit = 0; before != after && digit < DIGITS; digit++) {
            Object was = before == null ? null : before[digit];
            Object is = after == null ? null : after[digit];
            if (was == is) {
                continue;
            }
            if (shift == 0) {
                action.between((V) was, (V) is);
            } else {
                forEachDifference(
                        (@Nullable Object @Nullable []) was,
                        (@Nullable Object @Nullable []) is,
                        shift - DIGIT_BITS,
                        action);
            }
        }
    }

    /** Returns the value of the greatest id, read without its sign; null when there is none. */
    @SuppressWarnings("unchecked") // only values stand in the nodes of the last digit
    public @Nullable V last() {
        Object node = root;
        for (int shift = rootShift; shift >= 0 && node != null; shift -= DIGIT_BITS) {
            node = lastBranch((@Nullable Object[]) node);
        }
        return (V) node;
    }

    private static @Nullable Object lastBranch(@Nullable Object[] node) {
        int digit = DIGITS - 1;
        while (digit > 0 && node[digit] == null) {
            digit--;
        }
        return node[digit];
    }

    /** Lists all values, by ascending id. */
    public List<V> values() {
        return values(0, size);
    }

    /** Lists the values at some places of that list, counted from 0. Steps over those before them node by node. */
    public List<V> values(int from, int to) {
        Objects.checkFromToIndex(from, to, size);
        List<V> values = new ArrayList<>(to - from);
        addValues(root, rootShift, from, to - from, values);
        return values;
    }

    /** Adds values of a node until there are enough. Returns how many of those to skip are left to skip. */
    @SuppressWarnings("unchecked") // only values stand in the nodes of the last digit
    private int addValues(@Nullable Object[] node, int shift, int skip, int enough, List<V> values) {
        int left = skip;
        for (int digit = 0; digit < DIGITS && values.size() < enough; digit++) {
            Object branch = node[digit];
            if (branch == null) {
                continue;
            }
            if (shift > 0) {
                left = addValues((@Nullable Object[]) branch, shift - DIGIT_BITS, left, enough, values);
            } else if (left > 0) {
                left--;
            } else {
                values.add((V) branch);
            }
        }
        return left;
    }

    /** Whether an id has more digits than a tree whose root stands there. */
    private static boolean exceeds(int id, int rootShift) {
        return id >>> rootShift >>> DIGIT_BITS != 0;
    }

    private static int digit(int id, int shift) {
        return id >>> shift & (DIGITS - 1);
    }

    public int size() {
        return size;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ById<?> that && rootShift == that.rootShift && Arrays.deepEquals(root, that.root);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(root);
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
