package io.github.etnasandbox.control;

import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/**
 * What a person sees who puts the address of a world into a browser: its {@link WorldPage}, in place of the refusals that a
 * client gets there. Whoever may use the control routes may see it.
 */
public final class BrowserPages {
    private static final String ICON = "/favicon.ico";

    /** Where a person may look for a world. No route is there. */
    private static final Set<String> PLACES = Set.of("", "/", "/api", "/api/", "/sandbox", "/sandbox/");

    private final Worlds worlds;
    private final Guard guard;

    BrowserPages(Worlds worlds, Guard guard) {
        this.worlds = worlds;
        this.guard = guard;
    }

    /** Tells whether a request is a browser's, of a person and not of a client. */
    public boolean owns(Context context, String path) {
        String method = context.req().getMethod();
        return (method.equals("GET") || method.equals("HEAD"))
                && (path.equals(ICON)
                        || (PLACES.contains(ControlRoutes.pathInWorld(path))
                                && Objects.requireNonNullElse(context.header("Accept"), "")
                                        .contains("text/html")));
    }

    /** Answers a request that is {@link #owns owned}. There is no icon, which is not worth a refusal. */
    public void handle(Context context, String path) {
        if (path.equals(ICON)) {
            context.res().setContentType(null);
            context.status(204).header("Cache-Control", "max-age=86400");
            return;
        }
        guard.check(context);
        LiveWorld world = ControlCall.world(worlds, ControlRoutes.worldIn(path));
        send(context, new ControlReply.Page(WorldPage.of(world, worlds), WorldPage.POLICY));
    }

    static void send(Context context, ControlReply.Page page) {
        context.header("Content-Security-Policy", page.policy());
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Cache-Control", "no-store");
        context.contentType("text/html; charset=utf-8").result(page.html().getBytes(StandardCharsets.UTF_8));
    }
}
