package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiCall;
import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.api.Headers;
import io.github.etnasandbox.gate.GatePoint;
import io.github.etnasandbox.gate.Gates;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.Worlds;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;

/**
 * Carries a request to the world it is meant for, and the answer back.
 */
final class ApiHandler {
    private static final String WORLDS = "/worlds/";

    private final Worlds worlds;

    ApiHandler(Worlds worlds) {
        this.worlds = worlds;
    }

    void handle(Context context) {
        HttpServletRequest servletRequest = context.req();
        String url = absoluteUrl(servletRequest);
        String query = servletRequest.getQueryString();
        String path = servletRequest.getRequestURI();
        String pathInWorld = path;
        World world = worlds.defaultWorld();
        if (path.startsWith(WORLDS)) {
            int slash = path.indexOf('/', WORLDS.length());
            int end = slash < 0 ? path.length() : slash;
            String id = path.substring(WORLDS.length(), end);
            Optional<World> named = worlds.find(id);
            if (named.isEmpty()) {
                String uri = query == null ? url : url + "?" + query;
                write(context, ApiCall.noSuchWorld(uri, id), worlds.defaultWorld());
                return;
            }
            world = named.get();
            pathInWorld = slash < 0 ? "/" : path.substring(slash);
        }
        ApiRequest request =
                new ApiRequest(servletRequest.getMethod(), pathInWorld, url, query, headers(servletRequest));
        write(context, answer(world, new ApiCall(request, world.settings())), world);
    }

    /** The way of a request through its world, past the gates where a tester may hold it. */
    private static ApiResponse answer(World world, ApiCall call) {
        Gates gates = world.gates();
        String method = call.request().method();
        String path = call.request().path();
        gates.pass(GatePoint.BEFORE_CHECKS, method, path);
        gates.pass(GatePoint.BEFORE_APPLY, method, path, () -> world.wouldChange(call));
        ApiResponse response = world.apply(call);
        gates.pass(GatePoint.AFTER_APPLY, method, path);
        return response;
    }

    /** Answers a request that met a fault of the sandbox itself. */
    void fault(Exception e, Context context) {
        write(context, ApiCall.sandboxFault(e), worlds.defaultWorld());
    }

    private static void write(Context context, ApiResponse response, World world) {
        Wire.write(context, response, world.settings().reasons());
    }

    /** The URL that the client asked for, by the host name the client used. */
    private static String absoluteUrl(HttpServletRequest request) {
        String host = request.getHeader("Host");
        String authority =
                host == null || host.isEmpty() ? request.getLocalAddr() + ":" + request.getLocalPort() : host;
        return "http://" + authority + request.getRequestURI();
    }

    /** Read below the servlet layer, which would look up each name anew, and would not tell the order across names. */
    private static Headers headers(HttpServletRequest request) {
        List<Headers.Field> fields = new ArrayList<>();
        for (HttpField field :
                ServletContextRequest.getServletContextRequest(request).getHeaders()) {
            fields.add(new Headers.Field(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
        }
        return new Headers(fields);
    }
}
