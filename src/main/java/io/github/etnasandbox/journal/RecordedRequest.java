package io.github.etnasandbox.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came, but for its credentials.
 *
 * @param method the method, as sent
 * @param path the path inside the world, percent-encoded as sent
 * @param url the absolute URL, without the query
 * @param query what stands behind the question mark, as sent; null when there is none
 * @param headers the header fields in the order they were sent, each credential replaced by its {@link Fingerprint}
 * @param body the body
 * @param brokenOff whether its body ended before its time; nothing was applied then
 */
public record RecordedRequest(
        String method,
        String path,
        String url,
        @Nullable String query,
        List<HeaderField> headers,
        RecordedBody body,
        boolean brokenOff) {

    /** Copies the fields, credentials replaced. */
    public RecordedRequest {
        headers = Fingerprint.inPlace(headers);
    }
}
