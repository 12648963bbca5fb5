package io.github.etnasandbox.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Bytes with a checksum, since the file has none of what is in it: a damaged world fails and does not become another one. */
final class CheckedBytes extends BasicDataType<byte[]> {
    static final CheckedBytes TYPE = new CheckedBytes();

    private CheckedBytes() {}

    @Override
    public int getMemory(byte[] bytes) {
        return bytes.length + 24;
    }

    @Override
    public void write(WriteBuffer out, byte[] bytes) {
        out.putVarInt(bytes.length).put(bytes).putInt(checksum(bytes));
    }

    @Override
    public byte[] read(ByteBuffer in) {
        int length = DataUtils.readVarInt(in);
        if (length < 0 || length > in.remaining() - Integer.BYTES) {
            throw damaged();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        if (in.getInt() != checksum(bytes)) {
            throw damaged();
        }
        return bytes;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }

    private static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    private static MVStoreException damaged() {
        return new MVStoreException(DataUtils.ERROR_FILE_CORRUPT, "what is written is not what was to be written");
    }
}
