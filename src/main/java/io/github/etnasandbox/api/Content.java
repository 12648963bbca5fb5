package io.github.etnasandbox.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, byte for byte as it was sent. Immutable, and equal to another of the same bytes.
 *
 * <p>Bytes rather than text, since decoding may fail, and what fails is the framework's to answer.
 */
public final class Content {
    /** No body. */
    public static final Content NONE = new Content(new byte[0]);

    private final byte[] bytes;

    private Content(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Makes one.
     *
     * @param bytes the bytes, copied
     * @return the content; {@link #NONE} when there are no bytes
     */
    public static Content of(byte[] bytes) {
        return bytes.length == 0 ? NONE : new Content(bytes.clone());
    }

    /**
     * Tells whether there is none.
     *
     * @return whether there are no bytes
     */
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Returns the bytes. */
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
