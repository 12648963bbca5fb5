package io.github.etnasandbox.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API, as a value.
 *
 * @param answer which documented answer it is
 * @param body the body's exact text; empty for no body at all
 * @param fields the header fields of just this answer, in the order they are sent; those that follow from status and body
 *     are not among them
 * @param reason why the request was refused, or null when it was not
 * @param pending the answer that is to be waited for; this one is sent when it does not come in time. Null for most
 */
public record ApiResponse(
        Answer answer,
        String body,
        List<Headers.Field> fields,
        @Nullable String reason,
        @Nullable Pending pending) {

    /** Copies the fields. */
    public ApiResponse {
        fields = List.copyOf(fields);
    }

    /** An answer without anything beside it. */
    static ApiResponse of(Answer answer, String body) {
        return new ApiResponse(answer, body, List.of(), null, null);
    }

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
        return new ApiResponse(answer, body, fields, why, pending);
    }

    ApiResponse with(String name, String value) {
        List<Headers.Field> more = Stream.concat(fields.stream(), Stream.of(new Headers.Field(name, value)))
                .toList();
        return new ApiResponse(answer, body, more, reason, pending);
    }

    ApiResponse pending(Pending awaited) {
        return new ApiResponse(answer, body, fields, reason, awaited);
    }
}
