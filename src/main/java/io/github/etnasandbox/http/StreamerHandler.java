package io.github.etnasandbox.http;

import io.github.etnasandbox.api.Headers;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.live.Faults.LiveFault;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.stage.FaultPoint;
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
        open(new Handshake(request, response, callback, world.get(), streamer, asked.group("path")));
        return true;
    }

    private void open(Handshake handshake) throws Exception {
        LiveWorld world = handshake.world();
        Optional<LiveFault> struck =
                world.strike(FaultPoint.BEFORE, handshake.request().getMethod(), handshake.path());
        if (struck.isPresent()) {
            Outcome outcome =
                    Strike.of(struck.get(), Outcome.NONE, world.settings().reasons(), true);
            if (outcome.isFinal()) {
                handshake.strike(Objects.requireNonNull(outcome.strike()), outcome.reply());
                return;
            }
        }
        Check refusal = refusal(handshake);
        if (refusal != null) {
            handshake.refuse(refusal);
            return;
        }
        opening().open(handshake);
    }

    private @Nullable Check refusal(Handshake handshake) {
        String upgrade = handshake.request().getHeaders().get(HttpHeader.UPGRADE);
        if (!"GET".equals(handshake.request().getMethod()) || !"websocket".equalsIgnoreCase(upgrade)) {
            return new Check(
                    "streamer-upgrade",
                    false,
                    "a streamer is a WebSocket; the request asks for no upgrade to one",
                    null,
                    "open it with a client for WebSockets");
        }
        String origin = handshake.request().getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !isOwn(origin, handshake.request()) && !cors.lets(new Headers(handshake.fields()))) {
            return new Check(
                    "streamer-origin",
                    false,
                    "pages of " + origin + " may not call the API",
                    null,
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
                handshake.refuse(new Check(
                        "streamer-room",
                        false,
                        Streams.MOST + " connections to streamers are open already",
                        null,
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
                handshake.refuse(new Check(
                        "streamer-upgrade",
                        false,
                        "the request is no handshake of RFC 6455, with Sec-WebSocket-Version: 13 and a Sec-WebSocket-Key",
                        null,
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
                            handshake.record(101, login.check(), null);
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

    /** The request to open a connection. */
    private record Handshake(
            Request request, Response response, Callback callback, LiveWorld world, Streamer streamer, String path) {
        private static final Pattern PATH = Pattern.compile(
                "(?:/worlds/(?<world>[^/]+))?(?<path>/streamers/(?<streamer>data|quote)/CreateSession\\.txt)");

        List<HeaderField> fields() {
            List<HeaderField> fields = new ArrayList<>();
            for (HttpField field : request.getHeaders()) {
                fields.add(new HeaderField(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
            }
            return fields;
        }

        void refuse(Check why) {
            int status = switch (why.name()) {
                case "streamer-origin" -> 403;
                case "streamer-room" -> 503;
                default -> 426;
            };
            record(status, why, null);
            List<HeaderField> fields = new ArrayList<>();
            if (status == 426) {
                fields.add(new HeaderField("Upgrade", "websocket")); // RFC 9110, 15.5.22
            }
            if (world.settings().reasons()) {
                fields.add(Reply.reason(why.line()));
            }
            write(new Reply(status, fields, ""));
        }

        /** A fault has it answered otherwise, or not at all. */
        void strike(Strike strike, @Nullable Reply reply) {
            record(reply == null ? 0 : reply.status(), strike.check(), strike.recorded());
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

        void record(int status, Check check, Exchange.@Nullable StruckFault fault) {
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
