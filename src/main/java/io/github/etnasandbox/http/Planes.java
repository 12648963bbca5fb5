package io.github.etnasandbox.http;

import io.github.etnasandbox.control.ControlRoutes;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.servlet.JavalinServlet;
import io.javalin.router.EndpointNotFound;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Gives each request to the plane it is for: the control routes where they are, the API everywhere else. Each plane is a
 * Javalin app of its own, since Javalin compares a request with one route after the other: in one app every cancel would
 * first be compared with all control routes.
 */
final class Planes extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient ControlRoutes routes;
    private final transient JavalinServlet control;
    private final transient JavalinServlet api;

    Planes(ControlRoutes routes, ApiHandler handler) {
        this.routes = routes;
        this.control = app(routes::register, routes::unmatched, routes::fault);
        this.api = app(none -> {}, handler::handle, handler::fault);
    }

    /** An app with routes, what handles all other requests, and what answers when the sandbox itself failed. */
    private static JavalinServlet app(
            Consumer<RoutesConfig> routes, Consumer<Context> others, BiConsumer<Exception, Context> fault) {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.router.javaLangErrorHandler(BareErrors::fault);
            config.jsonMapper(NoJsonMapper.INSTANCE);
            routes.accept(config.routes);
            for (HandlerType method : HandlerType.commonHttp()) {
                config.routes.addHttpHandler(method, "*", others::accept);
            }
            // Methods that Javalin has no handler list for, CONNECT and invented ones.
            config.routes.exception(EndpointNotFound.class, (none, context) -> others.accept(context));
            config.routes.exception(Exception.class, fault::accept);
        });
        return new JavalinServlet(javalin.unsafe);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        JavalinServlet plane = routes.owns(request.getRequestURI()) ? control : api;
        plane.service(request, response);
    }
}
