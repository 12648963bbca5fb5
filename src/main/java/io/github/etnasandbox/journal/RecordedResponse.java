package io.github.etnasandbox.journal;

import java.util.List;

/**
 * An answer as it was sent, but for the token that a login gives.
 *
 * @param status the HTTP status
 * @param headers the header fields that the API sets
 * @param body the body
 */
public record RecordedResponse(int status, List<HeaderField> headers, RecordedBody body) {
    /** Copies the fields. */
    public RecordedResponse {
        headers = List.copyOf(headers);
    }
}
