package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiCall;
import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.api.Content;
import io.github.etnasandbox.api.Headers;
import io.github.etnasandbox.fault.FaultPoint;
import io.github.etnasandbox.fault.StandingFault;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.Worlds;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

    private final Passage passage = new Passage();
    private final Worlds worlds;

    ApiHandler(Worlds worlds) {
        this.worlds = worlds;
    }

    void handle(Context context) {
        String path = context.req().getRequestURI();
        if (!path.startsWith(WORLDS)) {
            answer(context, worlds.defaultWorld(), path);
            return;
        }
        int slash = path.indexOf('/', WORLDS.length());
        String id = path.substring(WORLDS.length(), slash < 0 ? path.length() : slash);
        Optional<World> named = worlds.find(id);
        if (named.isPresent()) {
            answer(context, named.get(), slash < 0 ? "/" : path.substring(slash));
        } else {
            String query = context.req().getQueryString();
            String url = absoluteUrl(context.req());
            String uri = query == null ? url : url + "?" + query;
            write(context, ApiCall.noSuchWorld(uri, id), worlds.defaultWorld());
        }
    }

    private void answer(Context context, World world, String pathInWorld) {
        HttpServletRequest sent = context.req();
        Content content;
        try {
            content = ContentReader.read(sent);
        } catch (IOException brokenOff) {
            BareErrors.answer(context, 400, "its body has no end");
            return;
        }
        if (content == null) {
            write(context, ApiCall.contentTooLarge(ContentReader.LIMIT), world);
            return;
        }
        ApiRequest request = new ApiRequest(
                sent.getMethod(), pathInWorld, absoluteUrl(sent), sent.getQueryString(), headers(sent), content);
        carry(context, world, request);
    }

    /** Takes a request through its world; a fault may strike on the way there, or else on the way back. */
    private void carry(Context context, World world, ApiRequest request) {
        Optional<StandingFault> before = strike(FaultPoint.BEFORE, world, request);
        if (before.isPresent() && !WireFault.goesOn(before.get(), context, world, null)) {
            return;
        }
        ApiResponse response = passage.answer(world, new ApiCall(request, world.settings()));
        Optional<StandingFault> after =
                before.isPresent() ? Optional.empty() : strike(FaultPoint.AFTER, world, request);
        if (after.isEmpty() || WireFault.goesOn(after.get(), context, world, response)) {
            write(context, response, world);
        }
    }

    private static Optional<StandingFault> strike(FaultPoint point, World world, ApiRequest request) {
        return world.faults().strike(point, request.method(), request.path(), world::now);
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
