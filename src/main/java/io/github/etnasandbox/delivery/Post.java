package io.github.etnasandbox.delivery;

import io.github.etnasandbox.json.Version;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request to a webhook. It ends once: with what the receiver answers, or before that. Safe for use by many threads. */
final class Post {
    private final URI url;
    private final String body;
    private final String signature;
    private final BiConsumer<Post, Outcome> end;
    private @Nullable CompletableFuture<?> exchange; // guarded by this
    private boolean over; // guarded by this

    /** @param end is told what came of it, by the thread that learns of it */
    Post(URI url, String body, String signature, BiConsumer<Post, Outcome> end) {
        this.url = url;
        this.body = body;
        this.signature = signature;
        this.end = end;
    }

    URI url() {
        return url;
    }

    void sendBy(HttpClient client) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("User-Agent", "etna-sandbox/" + Version.TEXT)
                .header(Signature.HEADER, signature)
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build();
        CompletableFuture<?> sent =
                client.sendAsync(request, BodyHandlers.discarding()).whenComplete(this::end);
        synchronized (this) {
            exchange = sent;
            if (over) {
                sent.cancel(true);
            }
        }
    }

    private void end(@Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
        if (response != null) {
            int status = response.statusCode();
            end(new Outcome(status, status / 100 == 3 ? "redirects are not followed" : null));
        } else {
            fail(failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure);
        }
    }

    private void fail(@Nullable Throwable cause) {
        if (cause instanceof ConnectException) {
            fail(
                    cause.getCause() instanceof UnresolvedAddressException
                            ? "host " + url.getHost() + " is unknown"
                            : "nobody takes connections at " + url.getRawAuthority());
        } else if (cause instanceof SSLException) {
            fail("no secure connection: " + cause.getMessage());
        } else {
            fail("the connection ended before an answer: " + cause);
        }
    }

    /** Ends it without an answer. */
    void fail(String error) {
        end(new Outcome(null, error));
    }

    private void end(Outcome outcome) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            if (exchange != null) {
                exchange.cancel(true); // which is nothing when it is over by itself
            }
        }
        end.accept(this, outcome);
    }
}
