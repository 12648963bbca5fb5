package io.github.etnasandbox.http;

import io.github.etnasandbox.api.Headers;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.live.Faults.LiveFault;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.store.StoreException;
import io.github.etnasandbox.stream.StreamLogin;
import io.github.etnasandbox.stream.Streams;
import io.github.etnasandbox.token.Streamer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.exception.WebSocketException;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.jspecify.annotations.Nullable;

/**
 * Opens the connections to the streamers, at {@code /streamers/data/CreateSession.txt} and {@code
 * /streamers/quote/CreateSession.txt} of each world. Nothing of WebSockets is there before the first one.
 *
 * <p>A refused login is told on an open connection, as documented. Assumed: the connection is closed then. A page of another
 * origin is let in where it may call the API.
 */
final class StreamerHandler extends Handler.Wrapper {
    private static final String END = "/CreateSession.txt";
    private static final int UPGRADE_REQUIRED = 426;

    private final Worlds worlds;
    private final Cors cors;
    private @Nullable Opening opening; // guarded by this

    StreamerHandler(Handler handler, Worlds worlds, Cors cors) {
        super(handler);
        this.worlds = worlds;
        this.cors = cors;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (path == null || !path.endsWith(END)) {
            return super.handle(request, response, callback);
        }
        Matcher asked = Handshake.PATH.matcher(path);
        Optional<LiveWorld> world = asked.matches()
                ? worlds.find(Objects.requireNonNullElse(asked.group("world"), Worlds.DEFAULT))
                : Optional.empty();
        if (world.isEmpty()) {
            return super.handle(request, response, callback); // the API says that there is nothing
        }
        Streamer streamer = Streamer.valueOf(asked.group("streamer").toUpperCase(Locale.ROOT));
        Handshake handshake =
                new Handshake(request, response, callback, world.get(), streamer, asked.group("path"), null);
        try {
            open(handshake);
        } catch (StoreException nothingLasts) {
            handshake.write(
                    Reply.unavailable(nothingLasts, world.get().settings().reasons()));
        }
        return true;
    }

    private void open(Handshake asked) throws Exception {
        LiveWorld world = asked.world();
        Handshake handshake = asked;
        Optional<LiveFault> struck =
                world.strike(FaultPoint.BEFORE, asked.request().getMethod(), asked.path());
        if (struck.isPresent()) {
            Outcome outcome =
                    Strike.of(struck.get(), Outcome.NONE, world.settings().reasons(), true);
            Strike strike = Objects.requireNonNull(outcome.strike());
            handshake = asked.struckBy(strike);
            if (outcome.isFinal()) {
                handshake.answer(strike, outcome.reply());
                return;
            }
        }
        Refusal refusal = refusal(handshake);
        if (refusal != null) {
            handshake.refuse(refusal);
            return;
        }
        opening().open(handshake);
    }

    private @Nullable Refusal refusal(Handshake handshake) {
        String upgrade = handshake.request().getHeaders().get(HttpHeader.UPGRADE);
        if (!"GET".equals(handshake.request().getMethod()) || !"websocket".equalsIgnoreCase(upgrade)) {
            return Refusal.of(
                    UPGRADE_REQUIRED,
                    "streamer-upgrade",
                    "a streamer is a WebSocket; the request asks for no upgrade to one",
                    "open it with a client for WebSockets");
        }
        String origin = handshake.request().getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !isOwn(origin, handshake.request()) && !cors.lets(new Headers(handshake.fields()))) {
            return Refusal.of(
                    403,
                    "streamer-origin",
                    "pages of " + origin + " may not call the API",
                    "start the sandbox with --cors " + origin);
        }
        return null;
    }

    private static boolean isOwn(String origin, Request request) {
        return origin.equals(request.getHttpURI().getScheme() + "://"
                        + request.getHttpURI().getAuthority())
                || origin.equals("http://" + request.getHeaders().get(HttpHeader.HOST));
    }

    /** Says goodbye on all connections, whose worlds were let go; waits for no client longer than a while of real time. */
    synchronized void close(Duration longest) {
        if (opening != null) {
            opening.streams.close(longest);
        }
    }

    private synchronized Opening opening() throws Exception {
        if (opening == null) {
            opening = new Opening();
        }
        return opening;
    }

    /** What it takes to open connections. */
    private static final class Opening {
        private final Streams streams = new Streams();
        private final WebSocketMappings mappings;
        private final Configuration.ConfigurationCustomizer configuration = new Configuration.ConfigurationCustomizer();

        Opening() throws Exception {
            WebSocketComponents components = new WebSocketComponents();
            components.start();
            mappings = new WebSocketMappings(components);
            configuration.setIdleTimeout(Duration.ZERO); // pings show whether anybody is there
        }

        void open(Handshake handshake) throws Exception {
            if (!streams.takePlace()) {
                handshake.refuse(Refusal.of(
                        503,
                        "streamer-room",
                        Streams.MOST + " connections to streamers are open already",
                        "close some, then try again"));
                return;
            }
            LiveWorld world = handshake.world();
            StreamLogin login = StreamLogin.of(
                    world,
                    handshake.streamer(),
                    handshake.request().getHttpURI().getQuery());
            int number = world.streamLog().nextConnection();
            if (!isUpgraded(handshake, login, number)) {
                streams.leavePlace();
                handshake.refuse(Refusal.of(
                        UPGRADE_REQUIRED,
                        "streamer-upgrade",
                        "the request is no handshake of RFC 6455, with Sec-WebSocket-Version: 13 and a Sec-WebSocket-Key",
                        "open it with a client for WebSockets"));
            }
        }

        private boolean isUpgraded(Handshake handshake, StreamLogin login, int number) throws IOException {
            LiveWorld world = handshake.world();
            try {
                return mappings.upgrade(
                        (request, response, callback) -> {
                            response.setExtensions(List.of());
                            if (world.settings().reasons() && !login.check().passed()) {
                                HeaderField reason = Reply.reason(login.check().facts());
                                response.getHeaders().put(reason.name(), reason.value());
                            }
                            handshake.record(101, login.check());
                            return new StreamSocket(
                                    wire -> streams.open(world, handshake.streamer(), login, number, wire));
                        },
                        handshake.request(),
                        handshake.response(),
                        handshake.callback(),
                        configuration);
            } catch (HttpException.RuntimeException | WebSocketException noHandshake) {
                return false;
            }
        }
    }

    /** Why no connection is opened. */
    private record Refusal(int status, Check why) {
        static Refusal of(int status, String check, String facts, String remedy) {
            return new Refusal(status, new Check(check, false, facts, null, remedy));
        }
    }

    /**
     * The request to open a connection.
     *
     * @param fault what has struck it, null for nothing
     */
    private record Handshake(
            Request request,
            Response response,
            Callback callback,
            LiveWorld world,
            Streamer streamer,
            String path,
            Exchange.@Nullable StruckFault fault) {
        private static final Pattern PATH = Pattern.compile(
                "(?:/worlds/(?<world>[^/]+))?(?<path>/streamers/(?<streamer>data|quote)/CreateSession\\.txt)");

        Handshake struckBy(Strike strike) {
            return new Handshake(request, response, callback, world, streamer, path, strike.recorded());
        }

        List<HeaderField> fields() {
            List<HeaderField> fields = new ArrayList<>();
            for (HttpField field : request.getHeaders()) {
                fields.add(new HeaderField(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
            }
            return fields;
        }

        void refuse(Refusal refusal) {
            record(refusal.status(), refusal.why());
            List<HeaderField> fields = new ArrayList<>();
            if (refusal.status() == UPGRADE_REQUIRED) {
                fields.add(new HeaderField("Upgrade", "websocket")); // RFC 9110, 15.5.22
            }
            if (world.settings().reasons()) {
                fields.add(Reply.reason(refusal.why().line()));
            }
            write(new Reply(refusal.status(), fields, ""));
        }

        /** A fault has it answered otherwise, or not at all. */
        void answer(Strike strike, @Nullable Reply reply) {
            record(reply == null ? 0 : reply.status(), strike.check());
            if (reply == null) {
                request.getConnectionMetaData().getConnection().getEndPoint().close();
                callback.failed(new java.io.EOFException("closed by a fault"));
            } else {
                write(reply);
            }
        }

        private void write(Reply reply) {
            response.setStatus(reply.status());
            reply.fields().forEach(field -> response.getHeaders().put(field.name(), field.value()));
            response.write(true, ByteBuffer.wrap(reply.bytes()), callback);
        }

        void record(int status, Check check) {
            if (world.recorder().isWanted()) {
                HttpURI uri = request.getHttpURI();
                Exchange.Request sent = new Exchange.Request(
                        request.getMethod(),
                        path,
                        uri.getScheme() + "://" + uri.getAuthority() + uri.getPath(),
                        uri.getQuery(),
                        fields(),
                        Exchange.Body.NONE,
                        false);
                Exchange.Response answered =
                        status == 0 ? null : new Exchange.Response(status, List.of(), Exchange.Body.NONE);
                world.recorder()
                        .record(
                                new Exchange(
                                        0,
                                        world.now(),
                                        sent,
                                        answered,
                                        null,
                                        List.of(check),
                                        List.of(),
                                        fault,
                                        List.of()),
                                null,
                                null);
            }
        }
    }
}
