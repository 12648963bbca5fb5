package io.github.etnasandbox.stream;

import io.github.etnasandbox.world.World;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of a streamer, as an application would write it. What waits for ever is ended by the test's own limit. */
public final class StreamClient implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\": \"((?:[^\"\\\\]|\\\\.)*)\"");

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private String sessionId = "";

    private StreamClient(String url) {
        this.socket = HTTP.newWebSocketBuilder()
                .buildAsync(URI.create(url), new Listener())
                .join();
    }

    /** Connects with a query as it is. */
    public static StreamClient connect(World world, String streamer, String query) {
        String base = world.apiUrl().replaceFirst("http", "ws").replaceFirst("/api$", "");
        return new StreamClient(base + "/streamers/" + streamer + "/CreateSession.txt?" + query);
    }

    /** Connects and reads that there is a session. */
    public static StreamClient login(World world, String streamer, String user, String password)
            throws InterruptedException {
        StreamClient client = connect(
                world,
                streamer,
                "User=" + encoded(user) + "&Password=" + encoded(password) + "&HttpClientType=WebSocket");
        client.sessionId = member(client.next(), "SessionId");
        return client;
    }

    public static StreamClient data(World world) throws InterruptedException {
        return login(world, "data", "trader", "trader-password");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String sessionId() {
        return sessionId;
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    void command(String command, String entityType, String keys) {
        send("{\"Cmd\":\"" + command + "\",\"SessionId\":\"" + sessionId + "\",\"Keys\":\"" + keys
                + "\",\"EntityType\":\"" + entityType + "\",\"HttpClientType\":\"WebSocket\"}");
    }

    /** Subscribes and reads the echo. */
    public StreamClient subscribe(String entityType, String keys) throws InterruptedException {
        command("Subscribe.txt", entityType, keys);
        String echo = next();
        if (!echo.startsWith("{\"Cmd\": \"Subscribe.txt\", \"SessionId\"")) {
            throw new AssertionError("no echo but " + echo);
        }
        return this;
    }

    /** The next message, pings left out. */
    public String next() throws InterruptedException {
        String next = received.take();
        return next.startsWith("{\"Cmd\": \"Ping\"") ? next() : next;
    }

    List<String> next(int count) throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(next());
        }
        return all;
    }

    public String nextThat(Predicate<String> wanted) throws InterruptedException {
        String next = next();
        return wanted.test(next) ? next : nextThat(wanted);
    }

    /** Whether nothing comes before the answer to a command that does nothing. */
    boolean hearsNothing() throws InterruptedException {
        return rest().isEmpty();
    }

    /** What comes before the answer to a command that does nothing: all that there is until now. */
    public List<String> rest() throws InterruptedException {
        send("{\"Cmd\":\"Nothing\"}");
        List<String> rest = new ArrayList<>();
        for (String next = next(); !next.startsWith("{\"Cmd\": \"Nothing\""); next = next()) {
            rest.add(next);
        }
        return rest;
    }

    /** Waits for the close: the code and the reason. */
    String closed() throws Exception {
        return closed.get();
    }

    static String member(String message, String name) {
        Matcher members = MEMBER.matcher(message);
        while (members.find()) {
            if (members.group(1).equals(name)) {
                return members.group(2);
            }
        }
        return "";
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                received.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code + " " + reason);
            return CompletableFuture.completedFuture(null);
        }
    }
}
