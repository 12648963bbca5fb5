package io.github.etnasandbox.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongFunction;

/** The parts of a document one after the other, each read when the one before is used up. Not thread-safe. */
final class Parts extends InputStream {
    private final LongFunction<Optional<byte[]>> source;
    private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);
    private long next;

    /** @param source gives the part at a place, empty behind the last */
    Parts(LongFunction<Optional<byte[]>> source) {
        this.source = source;
    }

    @Override
    public int read() {
        return hasMore() ? part.read() : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        return length == 0 ? 0 : hasMore() ? part.read(into, from, length) : -1;
    }

    private boolean hasMore() {
        Optional<byte[]> more = part.available() > 0 ? Optional.empty() : source.apply(next);
        more.ifPresent(bytes -> {
            part = new ByteArrayInputStream(bytes);
            next++;
        });
        return part.available() > 0;
    }
}
