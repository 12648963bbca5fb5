package io.github.etnasandbox.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Clients of the streamer of data, all subscribed to the orders of one account, who count what they are told. */
final class Listeners implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern SESSION = Pattern.compile("\"SessionId\": \"([^\"]+)\"");

    private final AtomicLong told = new AtomicLong();
    private final List<WebSocket> sockets = new ArrayList<>();

    /** Returns once each of them is subscribed. */
    Listeners(int port, int count) {
        List<CompletableFuture<Void>> ready = new ArrayList<>();
        String url =
                "ws://127.0.0.1:" + port + "/streamers/data/CreateSession.txt?User=trader&Password=trader-password";
        for (int i = 0; i < count; i++) {
            CompletableFuture<Void> subscribed = new CompletableFuture<>();
            ready.add(subscribed);
            sockets.add(HTTP.newWebSocketBuilder()
                    .buildAsync(URI.create(url), new Listener(subscribed))
                    .join());
        }
        ready.forEach(CompletableFuture::join);
    }

    /** How many orders they were told since they subscribed. */
    long told() {
        return told.get();
    }

    void awaitTold(long count) {
        while (told.get() < count) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
    }

    private final class Listener implements WebSocket.Listener {
        private final CompletableFuture<Void> subscribed;
        private final StringBuilder text = new StringBuilder();

        Listener(CompletableFuture<Void> subscribed) {
            this.subscribed = subscribed;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                read(socket, text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void read(WebSocket socket, String message) {
            Matcher session = SESSION.matcher(message);
            if (message.startsWith("{\"Cmd\": \"CreateSession.txt\"") && session.find()) {
                subscribe(socket, session.group(1), "Order");
                socket.sendText("{\"Cmd\":\"Last\"}", true); // whose answer comes behind what there is
            } else if (message.startsWith("{\"Cmd\": \"Last\"")) {
                subscribed.complete(null);
            } else if (subscribed.isDone() && message.startsWith("{\"EntityType\"")) {
                told.incrementAndGet();
            }
        }

        private static void subscribe(WebSocket socket, String session, String entity) {
            socket.sendText(
                            "{\"Cmd\":\"Subscribe.txt\",\"SessionId\":\"" + session
                                    + "\",\"Keys\":\"6303\",\"EntityType\":\"" + entity + "\"}",
                            true)
                    .join();
        }
    }
}
