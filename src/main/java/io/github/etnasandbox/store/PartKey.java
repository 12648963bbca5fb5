package io.github.etnasandbox.store;

import java.nio.ByteBuffer;
import java.util.Comparator;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * The key of something that has many parts, which lie together, in their order.
 *
 * @param of what it is a part of
 * @param at which part it is
 */
record PartKey(long of, long at) implements Comparable<PartKey> {
    static final BasicDataType<PartKey> TYPE = new Type();

    private static final Comparator<PartKey> ORDER =
            Comparator.comparingLong(PartKey::of).thenComparingLong(PartKey::at);

    /** A key that no part of something is before. */
    static PartKey first(long of) {
        return new PartKey(of, 0);
    }

    /** A key that no part of something is behind. */
    static PartKey last(long of) {
        return new PartKey(of, Long.MAX_VALUE);
    }

    @Override
    public int compareTo(PartKey other) {
        return ORDER.compare(this, other);
    }

    private static final class Type extends BasicDataType<PartKey> {
        @Override
        public int getMemory(PartKey key) {
            return 32;
        }

        @Override
        public int compare(PartKey one, PartKey other) {
            return one.compareTo(other);
        }

        @Override
        public void write(WriteBuffer out, PartKey key) {
            out.putVarLong(key.of).putVarLong(key.at);
        }

        @Override
        public PartKey read(ByteBuffer in) {
            return new PartKey(DataUtils.readVarLong(in), DataUtils.readVarLong(in));
        }

        @Override
        public PartKey[] createStorage(int size) {
            return new PartKey[size];
        }
    }
}
