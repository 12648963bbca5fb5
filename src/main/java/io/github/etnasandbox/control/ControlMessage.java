package io.github.etnasandbox.control;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was sent to a control route, beside method and path.
 *
 * @param query the values of each query parameter, decoded
 * @param header the value of a header field by its name, null when it was not sent
 * @param length how long the body was announced to be, -1 when it was not
 * @param content the body
 */
record ControlMessage(
        Map<String, List<String>> query,
        Function<String, @Nullable String> header,
        long length,
        Supplier<InputStream> content) {

    static ControlMessage of(Context context) {
        return new ControlMessage(
                context.queryParamMap(),
                context::header,
                context.req().getContentLengthLong(),
                context::bodyInputStream);
    }

    /** A body alone. */
    static ControlMessage of(byte[] body) {
        return new ControlMessage(Map.of(), name -> null, body.length, () -> new ByteArrayInputStream(body));
    }
}
