package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiCall;
import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.api.Content;
import io.github.etnasandbox.api.Headers;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.store.StoreException;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;

/** Reads a request to the API, has its world decide it, and records and sends what comes of it. */
final class ApiHandler {
    private static final String WORLDS = "/worlds/";

    private final RequestPipeline pipeline = new RequestPipeline();
    private final Worlds worlds;
    private final Cors cors;

    ApiHandler(Worlds worlds, Cors cors) {
        this.worlds = worlds;
        this.cors = cors;
    }

    void handle(Context context) {
        String path = context.req().getRequestURI();
        if (!path.startsWith(WORLDS)) {
            handle(context, atRoot(context.req()), path);
            return;
        }
        int slash = path.indexOf('/', WORLDS.length());
        String id = path.substring(WORLDS.length(), slash < 0 ? path.length() : slash);
        Optional<LiveWorld> named = worlds.find(id);
        if (named.isPresent()) {
            handle(context, named.get(), slash < 0 ? "/" : path.substring(slash));
        } else {
            ApiRequest request = request(context.req(), path, Content.NONE);
            refuse(context, request, ApiCall.noSuchWorld(request.uri(), id));
        }
    }

    /** The world that has the app key of a request at the root, or else the default one. */
    private LiveWorld atRoot(HttpServletRequest sent) {
        if (worlds.haveAppKeys()) {
            List<String> keys = Collections.list(sent.getHeaders("Et-App-Key"));
            if (keys.size() == 1) {
                return worlds.ofAppKey(keys.get(0)).orElse(worlds.defaultWorld());
            }
        }
        return worlds.defaultWorld();
    }

    private void handle(Context context, LiveWorld world, String pathInWorld) {
        HttpServletRequest sent = context.req();
        Content content;
        try {
            content = ContentReader.read(sent);
        } catch (IOException brokenOff) {
            List<HeaderField> reason =
                    world.settings().reasons() ? List.of(BareErrors.reason("its body has no end")) : List.of();
            ApiRequest begun = request(sent, pathInWorld, Content.NONE, world);
            Reply reply = new Reply(400, reason, "").with(cors.fields(begun.headers()));
            Outcome.recordBrokenOff(world, begun, reply);
            write(context, reply);
            return;
        }
        ApiRequest request = request(sent, pathInWorld, content == null ? Content.NONE : content, world);
        if (cors.isPreflight(request)) {
            write(context, cors.preflight(request)); // no journal has it: the request that it asks for follows
            return;
        }
        Outcome outcome = (content == null ? tooLarge(world, request) : pipeline.run(world, request))
                .with(cors.fields(request.headers()));
        outcome.count(world);
        outcome.record(world, request); // before it is sent: whoever has the answer finds it in the journal
        Reply reply = outcome.reply();
        Strike strike = outcome.strike();
        if (strike != null && strike.harm() != null) {
            new FaultyConnection(sent).send(reply, strike.harm(), strike.room());
        } else if (reply != null) {
            write(context, reply);
        }
    }

    private static Outcome tooLarge(LiveWorld world, ApiRequest request) {
        ApiResponse response = ApiCall.contentTooLarge(ContentReader.LIMIT);
        Reply reply = Reply.of(response, request, world.settings().reasons());
        return new Outcome(reply, response, null, List.of(), null);
    }

    /** Answers a request that met a fault of the sandbox itself. */
    void fault(Exception e, Context context) {
        HttpServletRequest sent = context.req();
        ApiRequest request = request(sent, sent.getRequestURI(), Content.NONE);
        if (e instanceof StoreException why) {
            unavailable(context, request, why);
        } else {
            refuse(context, request, ApiCall.sandboxFault(e));
        }
    }

    /** Answers a request of which nothing lasts, and so nothing has happened. */
    private void unavailable(Context context, ApiRequest request, StoreException why) {
        LiveWorld standIn = worlds.defaultWorld();
        Reply reply = Reply.unavailable(why, standIn.settings().reasons()).with(cors.fields(request.headers()));
        worlds.tell(new Outcome(reply, null, null, List.of(), null).exchange(standIn, request));
        write(context, reply);
    }

    /** Answers a request that no world has seen. */
    private void refuse(Context context, ApiRequest request, ApiResponse response) {
        LiveWorld standIn = worlds.defaultWorld();
        Reply reply = Reply.of(response, request, standIn.settings().reasons()).with(cors.fields(request.headers()));
        worlds.tell(new Outcome(reply, response, null, List.of(), null).exchange(standIn, request));
        write(context, reply);
    }

    private static void write(Context context, Reply reply) {
        context.status(reply.status());
        HttpFields.Mutable sent = ServletContextRequest.getServletContextRequest(context.req())
                .getServletContextResponse()
                .getWrapped()
                .getHeaders(); // the servlet layer would spell Content-Type in its own way, without the space
        for (HeaderField field : reply.fields()) {
            sent.put(field.name(), field.value());
        }
        if (!reply.body().isEmpty()) {
            context.result(reply.bytes());
        }
    }

    private static ApiRequest request(HttpServletRequest sent, String pathInWorld, Content content) {
        return new ApiRequest(
                sent.getMethod(), pathInWorld, absoluteUrl(sent), sent.getQueryString(), headers(sent), content);
    }

    private static ApiRequest request(HttpServletRequest sent, String pathInWorld, Content content, LiveWorld world) {
        ApiRequest request = request(sent, pathInWorld, content);
        return world.appKey() != null && request.isAtRoot()
                ? request.of(request.worldUrl() + WORLDS + world.id()) // its URL does not name the world of its app key
                : request;
    }

    /** The URL that the client asked for, by the host name that it used: that of its target, or else its Host. */
    private static String absoluteUrl(HttpServletRequest request) {
        HttpURI uri = ServletContextRequest.getServletContextRequest(request).getHttpURI();
        String authority = uri.getAuthority();
        if (authority == null || authority.isEmpty()) {
            authority = request.getLocalAddr() + ":" + request.getLocalPort();
        }
        return uri.getScheme() + "://" + authority + request.getRequestURI();
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
