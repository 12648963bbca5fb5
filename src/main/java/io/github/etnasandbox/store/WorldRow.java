package io.github.etnasandbox.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * Where the things of a world lie.
 *
 * @param number what its head and its entries have as a key, instead of its long id
 * @param base which bytes are its base
 * @param upTo the number of the last entry that the base has in it
 */
record WorldRow(long number, long base, long upTo, @Nullable String appKey) {
    static final BasicDataType<WorldRow> TYPE = new Type();

    WorldRow rebased(long newBase, long newUpTo) {
        return new WorldRow(number, newBase, newUpTo, appKey);
    }

    private static final class Type extends BasicDataType<WorldRow> {
        @Override
        public int getMemory(WorldRow row) {
            return 48 + (row.appKey == null ? 0 : StringDataType.INSTANCE.getMemory(row.appKey));
        }

        @Override
        public void write(WriteBuffer out, WorldRow row) {
            out.putVarLong(row.number).putVarLong(row.base).putVarLong(row.upTo);
            out.put((byte) (row.appKey == null ? 0 : 1));
            if (row.appKey != null) {
                StringDataType.INSTANCE.write(out, row.appKey);
            }
        }

        @Override
        public WorldRow read(ByteBuffer in) {
            return new WorldRow(
                    DataUtils.readVarLong(in),
                    DataUtils.readVarLong(in),
                    DataUtils.readVarLong(in),
                    in.get() == 0 ? null : StringDataType.INSTANCE.read(in));
        }

        @Override
        public WorldRow[] createStorage(int size) {
            return new WorldRow[size];
        }
    }
}
