package io.github.etnasandbox.control;

import io.github.etnasandbox.json.Printable;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/**
 * The page that a person sees who puts the address of a world into a browser, in place of the refusals that a client gets
 * there. It is the same file for every world, and uses the control routes and the API as anybody does. Whoever may use the
 * control routes may see it.
 */
public final class Console {
    private static final String ICON = "/favicon.ico";
    private static final String FILES = "/sandbox/console/";
    private static final String FOLDER = "/io/github/etnasandbox/console/";

    /** Only what this server sends is loaded or run, and no other page may frame it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Where a person may look for a world. No route is there. */
    private static final Set<String> PLACES = Set.of("", "/", "/api", "/api/", "/sandbox", "/sandbox/");

    /** What the page loads; nothing else of the jar can be asked for. */
    static final Set<String> NAMES = Set.of(
            "app.js",
            "console.css",
            "copy.js",
            "form.js",
            "live.js",
            "market.js",
            "messages.js",
            "orders.js",
            "order.js",
            "preact.js",
            "reference.js",
            "request.js",
            "requests.js",
            "schema.js",
            "server.js",
            "stage.js",
            "table.js",
            "travel.js",
            "tryit.js",
            "ui.js",
            "url.js",
            "webhooks.js",
            "world.js");

    private final Worlds worlds;
    private final Guard guard;

    Console(Worlds worlds, Guard guard) {
        this.worlds = worlds;
        this.guard = guard;
    }

    /** Tells whether a request is a browser's, of a person and not of a client. */
    public boolean owns(Context context, String path) {
        String method = context.req().getMethod();
        return (method.equals("GET") || method.equals("HEAD"))
                && (path.equals(ICON)
                        || isFile(path)
                        || (PLACES.contains(ControlRoutes.pathInWorld(path))
                                && Objects.requireNonNullElse(context.header("Accept"), "")
                                        .contains("text/html")));
    }

    private static boolean isFile(String path) {
        return path.startsWith(FILES) && NAMES.contains(path.substring(FILES.length()));
    }

    /** Answers a request that is {@link #owns owned}. There is no icon, which is not worth a refusal. */
    public void handle(Context context, String path) {
        if (path.equals(ICON)) {
            context.res().setContentType(null);
            context.status(204).header("Cache-Control", "max-age=86400");
            return;
        }
        guard.check(context);
        if (isFile(path)) {
            String name = path.substring(FILES.length());
            String type = name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
            send(context, type, file(name));
        } else {
            send(context, new ControlReply.Page(page(ControlCall.world(worlds, ControlRoutes.worldIn(path))), POLICY));
        }
    }

    static void send(Context context, ControlReply.Page page) {
        context.header("Content-Security-Policy", page.policy());
        send(context, "text/html; charset=utf-8", page.html().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Context context, String contentType, byte[] body) {
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cache-Control", "no-store"); // another version of the sandbox may stand there next
        context.contentType(contentType).result(body);
    }

    /** The page, in which only the world's URLs differ: a person whose browser runs no scripts reads them. */
    private static String page(LiveWorld world) {
        return new String(file("index.html"), StandardCharsets.UTF_8)
                .replace("{apiUrl}", Printable.html(world.apiUrl()))
                .replace("{controlUrl}", Printable.html(world.controlUrl()));
    }

    private static byte[] file(String name) {
        try (InputStream in = Objects.requireNonNull(Console.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
