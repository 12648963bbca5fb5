package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the small JSON bodies of the control routes, or that there is none. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes one JSON value. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    /** Answers 204, without a body. */
    static void none(Context context) {
        context.status(204);
    }

    static void write(Context context, Body body) {
        write(context, "application/json", body);
    }

    static void write(Context context, String contentType, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            body.write(json);
            json.writeRaw('\n'); // kind to a terminal
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.contentType(contentType).result(bytes.toByteArray());
    }
}
