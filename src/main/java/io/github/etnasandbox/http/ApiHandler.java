package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiCall;
import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.api.Content;
import io.github.etnasandbox.api.Headers;
import io.github.etnasandbox.fault.FaultPoint;
import io.github.etnasandbox.fault.StandingFault;
import io.github.etnasandbox.journal.HeaderField;
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
import org.jspecify.annotations.Nullable;

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
            Recorder.recordBrokenOff(world, request(sent, pathInWorld, Content.NONE), 400);
            return;
        }
        ApiRequest request = request(sent, pathInWorld, content == null ? Content.NONE : content);
        if (content == null) {
            ApiResponse tooLarge = ApiCall.contentTooLarge(ContentReader.LIMIT);
            List<HeaderField> fields = Wire.fields(tooLarge, world.settings().reasons(), context);
            Recorder.recordTooLarge(world, request, tooLarge, Recorder.recorded(tooLarge, fields));
            Wire.write(context, tooLarge, fields);
            return;
        }
        carry(context, world, request);
    }

    private static ApiRequest request(HttpServletRequest sent, String pathInWorld, Content content) {
        return new ApiRequest(
                sent.getMethod(), pathInWorld, absoluteUrl(sent), sent.getQueryString(), headers(sent), content);
    }

    /** Takes a request through its world; a fault may strike on the way there, or else on the way back. */
    private void carry(Context context, World world, ApiRequest request) {
        StandingFault before = strike(FaultPoint.BEFORE, world, request);
        if (before != null
                && !goesOn(before, context, world, null, sent -> Recorder.recordStruck(world, request, before, sent))) {
            return;
        }
        Passage.Result result = passage.answer(world, new ApiCall(request, world.settings()));
        ApiResponse response = result.response();
        List<HeaderField> fields = Wire.fields(response, world.settings().reasons(), context);
        StandingFault after = before == null ? strike(FaultPoint.AFTER, world, request) : null;
        if (after != null
                && !goesOn(
                        after,
                        context,
                        world,
                        response,
                        sent -> Recorder.record(world, request, result, after, sent))) {
            return;
        }
        StandingFault struck = before == null ? after : before;
        Recorder.record(world, request, result, struck, Recorder.recorded(response, fields));
        Wire.write(context, response, fields);
    }

    private static @Nullable StandingFault strike(FaultPoint point, World world, ApiRequest request) {
        return world.faults()
                .strike(point, request.method(), request.path(), world::now)
                .orElse(null);
    }

    private static boolean goesOn(
            StandingFault fault,
            Context context,
            World world,
            @Nullable ApiResponse response,
            WireFault.Recording recording) {
        return new WireFault(fault, context, world, response, recording).goesOn();
    }

    /** Answers a request that met a fault of the sandbox itself. */
    void fault(Exception e, Context context) {
        write(context, ApiCall.sandboxFault(e), worlds.defaultWorld());
    }

    private static void write(Context context, ApiResponse response, World world) {
        Wire.write(context, response, Wire.fields(response, world.settings().reasons(), context));
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
        List<HeaderField> fields = new ArrayList<>();
        for (HttpField field :
                ServletContextRequest.getServletContextRequest(request).getHeaders()) {
            fields.add(new HeaderField(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
        }
        return new Headers(fields);
    }
}
