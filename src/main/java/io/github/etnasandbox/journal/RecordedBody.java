package io.github.etnasandbox.journal;

import java.nio.charset.StandardCharsets;

/**
 * The body of a message, as far as a journal keeps it.
 *
 * @param text its beginning, or all of it, read as UTF-8
 * @param bytes how long the whole body is, 0 for none
 */
public record RecordedBody(String text, int bytes) {
    /** How many bytes of a body are kept. */
    public static final int LIMIT = 16 * 1024;

    /** No body. */
    public static final RecordedBody NONE = new RecordedBody("", 0);

    /**
     * Keeps a body, or its beginning.
     *
     * @param body the whole body
     * @return up to {@link #LIMIT} bytes of it
     */
    public static RecordedBody of(byte[] body) {
        return body.length == 0
                ? NONE
                : new RecordedBody(
                        new String(body, 0, Math.min(body.length, LIMIT), StandardCharsets.UTF_8), body.length);
    }

    /**
     * Tells whether all of the body is here.
     *
     * @return false when it is longer than what is kept
     */
    public boolean isWhole() {
        return bytes <= LIMIT;
    }
}
