package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the small JSON bodies of the control routes. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Writes one JSON value. */
    @FunctionalInterface
    interface Body {
        void write(JsonGenerator json) throws IOException;
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
