package io.github.etnasandbox.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it was sent. Immutable; equal to another with the same bytes.
 *
 * <p>It holds bytes, not text: they may not be UTF-8, and the answer to that is the framework's.
 */
public final class Content {
    public static final Content NONE = new Content(new byte[0]);

    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Makes one of a copy of the bytes; {@link #NONE} when there are none. */
    public static Content of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new Content(bytes.clone());
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
