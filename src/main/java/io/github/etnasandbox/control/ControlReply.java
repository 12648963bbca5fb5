package io.github.etnasandbox.control;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.JsonRecords;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.live.Events;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a control route answers.
 *
 * @param status the HTTP status
 * @param location the URL of what was made, null for nothing
 * @param body a record or a list of records, a text that is JSON already, a {@link Stream}, a {@link Page}, a reader of
 *     events that come as they happen, or null for no body
 */
record ControlReply(
        int status, @Nullable String location, @Nullable Object body) {
    /** Success, with nothing to tell. */
    static final ControlReply DONE = new ControlReply(204, null, null);

    /** A body that is written piece by piece, because it may be large. */
    @FunctionalInterface
    interface Stream {
        void writeTo(OutputStream out) throws IOException;
    }

    /** @param policy what the page may do, as Content-Security-Policy has it */
    record Page(String html, String policy) {}

    /** @param body a record, a list of records, a text that is JSON already, or a page */
    static ControlReply of(Object body) {
        return new ControlReply(200, null, body);
    }

    /** The record in the bytes of its shape. */
    static <T> ControlReply of(Shape<T> shape, T body) {
        return of(JsonObjectWriter.spell(json -> shape.write(body, json)));
    }

    static ControlReply streamed(Stream body) {
        return of(body);
    }

    static ControlReply created(String location, Object body) {
        return new ControlReply(201, location, body);
    }

    void send(Context context, Waits waits) throws IOException {
        context.status(status);
        if (location != null) {
            context.header("Location", location);
        }
        if (body instanceof Stream stream) {
            context.contentType("application/json");
            waits.write(stream, context.outputStream());
        } else if (body instanceof Events.Reader events) {
            waits.eventStreams().open(context, events);
        } else if (body instanceof Page page) {
            Console.send(context, page);
        } else if (body != null) {
            send(context, "application/json", body);
        }
    }

    /** Sends a record as JSON, or a text that is JSON already, with a line feed behind it for who reads it in a terminal. */
    static void send(Context context, String contentType, Object body) {
        byte[] json = body instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : JsonRecords.bytes(body);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        context.contentType(contentType).result(line);
    }
}
