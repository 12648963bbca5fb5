package io.github.etnasandbox.http;

import io.github.etnasandbox.control.ControlRoutes;
import io.github.etnasandbox.live.Worlds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.IO;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/**
 * One port that serves the worlds of a sandbox: the control plane and the API.
 *
 * <p>Javalin's servlet runs in a Jetty of our own making. The one that {@code Javalin.start} makes prints to the standard
 * error when no logger is there, brings sessions, statistics and WebSockets, and takes a fifth longer to start.
 */
public final class HttpServer implements AutoCloseable {
    /** Held at gates, delayed by faults, waiting for the venue, a gate or a reader: 360 at most. The others answer at once. */
    private static final int MOST_THREADS = 400;

    /** How long a close waits for the answers that are under way; by then nobody waits for a tester or the venue. */
    private static final long LONGEST_STOP_MILLIS = 250;

    /** An idle thread ends after so long, and many of them at once. */
    private static final int THREAD_IDLE_MILLIS = 5_000;

    private static final int MOST_THREADS_ENDED_AT_ONCE = 50;

    private final Server server;
    private final Connector connector;
    private final GracefulHandler answering = new GracefulHandler();
    private volatile @Nullable StreamerHandler streamers;

    private HttpServer(Server server, Connector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Takes a port without answering on it yet.
     *
     * @param port 0 for any free one
     * @param behindProxy whether {@code Forwarded} and {@code X-Forwarded-…} tell which URL the client asked for
     * @throws UncheckedIOException when the port cannot be had
     */
    public static HttpServer bind(String host, int port, boolean behindProxy) {
        ClassLoader theirs = useOurClasses();
        try {
            LibrarySettings.apply();
            return open(host, port, behindProxy);
        } finally {
            Thread.currentThread().setContextClassLoader(theirs);
        }
    }

    private static HttpServer open(String host, int port, boolean behindProxy) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
        threads.setName("etna-sandbox");
        threads.setIdleTimeout(THREAD_IDLE_MILLIS);
        threads.setMaxEvictCount(MOST_THREADS_ENDED_AT_ONCE);
        threads.setDaemon(true); // a sandbox that nobody closed does not keep its JVM alive
        Server server = new Server(threads, new ScheduledExecutorScheduler("etna-sandbox-timer", true), null);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendDateHeader(false); // it would tell the real time, and no two answers would be the same bytes
        http.setSendServerVersion(false);
        http.setHeaderCacheCaseSensitive(true); // else ADMIN-TOKEN would be read as the admin-token sent before it
        http.setUriCompliance(UriCompliance.UNSAFE); // odd paths get the API's answer, not Jetty's
        http.setHttpCompliance(HttpCompliance.RFC9110.with( // RFC 9112, 3.2.2: the target counts where Host differs
                "target-wins", HttpCompliance.Violation.MISMATCHED_AUTHORITY));
        if (behindProxy) {
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
        Connector connector = new Connector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        try {
            connector.open();
        } catch (IOException e) {
            String reason = (e.getCause() == null ? e : e.getCause()).getMessage(); // Jetty's own repeats the address
            throw new UncheckedIOException(
                    "port " + port + " of " + host + " cannot be had (" + reason
                            + "); port 0 takes any free one, on the command line --port 0",
                    e);
        }
        return new HttpServer(server, connector);
    }

    /** Returns the port that was taken; an IllegalStateException once it is given back. */
    public int port() {
        int port = connector.getLocalPort();
        if (port < 0) {
            throw new IllegalStateException("the sandbox is closed, it has no port");
        }
        return port;
    }

    /**
     * Starts to answer.
     *
     * @param bodyLimit the largest body of a control request, in bytes
     * @param cors the origin whose pages may call the API, {@code *} for any, null for none
     */
    public void start(Worlds worlds, ControlRoutes control, int bodyLimit, @Nullable String cors) {
        wholly("start", () -> {
            BareErrors errors = new BareErrors(worlds.defaultWorld().settings().reasons());
            server.setErrorHandler(errors);
            ServletContextHandler context = new ServletContextHandler();
            context.setErrorHandler(errors);
            context.getServletHandler().setDecodeAmbiguousURIs(true);
            Cors pages = new Cors(cors);
            ApiHandler api = new ApiHandler(worlds, pages);
            context.addServlet(new ServletHolder(RequestRouter.servlet(control, api, errors)), "/*");
            streamers = new StreamerHandler(new StatusLines(context), worlds, pages);
            answering.setHandler(streamers);
            server.setHandler(bodiesFirst(answering, control, bodyLimit));
            server.start();
            requestFirst();
            server.addConnector(connector);
            connector.start();
        });
    }

    /**
     * Has bodies read before a thread is taken for their request: a client that sends slowly holds none, and no close waits
     * for it. One that asks whether to send a body that is too large is told at once.
     */
    private static Handler bodiesFirst(Handler next, ControlRoutes control, int bodyLimit) {
        EagerContentHandler bodies = new EagerContentHandler(
                next, new EagerContentHandler.RetainedContentLoaderFactory(bodyLimit, 0, false));
        bodies.includeMethod("POST", "PUT");
        bodies.exclude(request -> request.getHeaders().contains(HttpHeader.EXPECT)
                && request.getLength()
                        > (control.owns(request.getHttpURI().getPath()) ? bodyLimit : ContentReader.LIMIT));
        return bodies;
    }

    /**
     * Makes the first request, before the port answers. Javalin's servlet makes a part of itself at its first request, and
     * of several first ones at once some could find it half made and fail. This one is for the icon, so that no journal and
     * no log has it.
     */
    private void requestFirst() throws Exception {
        LocalConnector inside = new LocalConnector(server);
        inside.start();
        inside.getResponse("GET /favicon.ico HTTP/1.0\r\nHost: localhost\r\n\r\n");
        inside.stop();
    }

    /** Stops answering and frees the port. Closing twice does nothing. */
    @Override
    public void close() {
        wholly("stop", () -> {
            try {
                answering
                        .shutdown()
                        .completeOnTimeout(null, LONGEST_STOP_MILLIS, TimeUnit.MILLISECONDS)
                        .join();
                StreamerHandler open = streamers;
                if (open != null) {
                    open.close(Duration.ofMillis(LONGEST_STOP_MILLIS));
                }
                server.stop();
                connector.join();
            } finally {
                connector.endAll();
                connector.close();
            }
        });
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Does something that an interrupt would leave half done. The thread is interrupted again afterwards. */
    private static void wholly(String what, Step step) {
        boolean interrupted = Thread.interrupted();
        ClassLoader theirs = useOurClasses();
        try {
            step.run();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not " + what + ": " + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(theirs);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Has the libraries find their parts among our classes, in this thread and in those they make. The context class loader
     * of an application may have others of the same names, which do not fit ours.
     *
     * @return what the thread had, to be put back
     */
    private static ClassLoader useOurClasses() {
        Thread thread = Thread.currentThread();
        ClassLoader theirs = thread.getContextClassLoader();
        thread.setContextClassLoader(HttpServer.class.getClassLoader());
        return theirs;
    }

    /** Knows the sockets it has accepted: one that is accepted while Jetty stops would have no end. */
    private static final class Connector extends ServerConnector {
        private final Set<Socket> accepted =
                Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

        Connector(Server server, HttpConnectionFactory http) {
            super(server, 1, 1, http);
        }

        @Override
        protected void configure(Socket socket) {
            accepted.add(socket);
            super.configure(socket);
        }

        /** Ends the accepting without an interrupt, at which JDK 25 loses a connection that it has just accepted. */
        @Override
        protected void interruptAcceptors() {
            close();
        }

        /** Ends the connections that are left. */
        void endAll() {
            for (Socket socket : List.copyOf(accepted)) {
                IO.close(socket);
            }
        }
    }
}
