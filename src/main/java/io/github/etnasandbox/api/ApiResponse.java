package io.github.etnasandbox.api;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API, as a value.
 *
 * @param answer which documented answer it is
 * @param body the body's exact text; empty for no body at all
 * @param allow the methods of an {@code Allow} header, or null for none
 * @param reason why the request was refused, or null when it was not
 * @param pending the answer that is to be waited for; this one is sent when it does not come in time. Null for most
 */
public record ApiResponse(
        Answer answer,
        String body,
        @Nullable String allow,
        @Nullable String reason,
        @Nullable Pending pending) {

    /**
     * Returns the status code.
     *
     * @return an HTTP status
     */
    public int status() {
        return answer.status();
    }

    /**
     * Returns the body as it goes over the wire.
     *
     * @return UTF-8; no bytes for no body
     */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    ApiResponse because(String why) {
        return new ApiResponse(answer, body, allow, why, pending);
    }

    ApiResponse allowing(String methods) {
        return new ApiResponse(answer, body, methods, reason, pending);
    }

    ApiResponse pending(Pending awaited) {
        return new ApiResponse(answer, body, allow, reason, awaited);
    }

    /**
     * Returns the checks that decided.
     *
     * @return in order; only the last can have failed
     */
    public java.util.List<io.github.etnasandbox.journal.Check> checks() {
        return reason == null
                ? java.util.List.of()
                : java.util.List.of(new io.github.etnasandbox.journal.Check("request", false, reason, null, null));
    }
}
