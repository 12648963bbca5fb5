package io.github.etnasandbox.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.util.Callback;

/**
 * Sends answers that may be more than a connection takes at once. No thread waits for their readers, who may never read;
 * how much memory they may have at a time is bounded.
 */
final class LargeAnswers {
    /** As much is sent without a wait in any case: Jetty's buffer of an answer. */
    private static final int SMALL = 32 * 1024;

    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final Semaphore room = new Semaphore(MOST_BYTES);

    /** Takes over what a handler wants to be sent, when it is large. */
    void takeOver(Context context) {
        if (!(context.resultInputStream() instanceof ByteArrayInputStream result) || result.available() <= SMALL) {
            return;
        }
        byte[] bytes = result.readAllBytes();
        context.result(InputStream.nullInputStream());
        int taken = Math.min(bytes.length, MOST_BYTES);
        if (room.tryAcquire(taken)) {
            context.res().setContentLength(bytes.length);
            context.future(() -> sent(context.res(), bytes).thenRun(() -> room.release(taken)));
        } else {
            context.status(HttpStatus.SERVICE_UNAVAILABLE); // not before many clients leave large answers unread
        }
    }

    /** Completes when all is sent, or the reader has gone. */
    private static CompletableFuture<Void> sent(HttpServletResponse response, byte[] bytes) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        Callback end = Callback.from(() -> sent.complete(null), gone -> sent.complete(null));
        output(response).sendContent(ByteBuffer.wrap(bytes), end);
        return sent;
    }

    private static HttpOutput output(HttpServletResponse response) {
        try {
            return (HttpOutput) response.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("Jetty's output is always there", e);
        }
    }
}
