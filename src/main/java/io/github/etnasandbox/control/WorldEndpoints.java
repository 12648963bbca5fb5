package io.github.etnasandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.json.Version;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Worlds;
import io.github.etnasandbox.world.Dialect;
import io.github.etnasandbox.world.World;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes that tell how the sandbox is, and reset, make, list and drop its worlds. */
final class WorldEndpoints {
    private static final String REQUEST = "request";
    private static final String SNAPSHOT = "snapshot";
    static final List<String> PARAMETERS = List.of(REQUEST, SNAPSHOT);
    static final Shape<Void> KEYED = Shape.strict("WorldOfAppKey");
    private static final Field<Void, String> APP_KEY = KEYED.required("appKey", Kinds.HEADER_TEXT);

    /** How a body begins that is no fixture document, also when the name is not spelt as it should be. */
    private static final Pattern NO_FIXTURES = Pattern.compile("\\s*\\{\\s*\"(?i:app[-_ ]?key)\"");

    static final Shape<Worlds> HEALTH = Shape.strict("Health");

    static {
        HEALTH.required("status", Kinds.TEXT, worlds -> "ready");
        HEALTH.required("version", Kinds.TEXT, worlds -> Version.TEXT);
        HEALTH.required("uptime", Kinds.DURATION, Worlds::uptime);
        HEALTH.required("worlds", Kinds.COUNT, Worlds::count);
        HEALTH.optional("store", Kinds.TEXT, Worlds::store);
    }

    private WorldEndpoints() {}

    /** {@code GET /sandbox/health}; 503 where the store takes no changes. Written without jackson-databind, which whoever waits for a start would wait for. */
    static ControlReply health(ControlCall call) {
        call.worlds().requireStore();
        return ControlReply.of(HEALTH, call.worlds());
    }

    /** {@code POST /sandbox/reset}: everything back to the seed. */
    static ControlReply reset(ControlCall call) {
        call.world().reset();
        return ControlReply.DONE;
    }

    /**
     * {@code POST /sandbox/worlds}: a new world, from the fixtures in the body, from what this one was, or from its seed. A body
     * may have an app key in place of fixtures, by which requests at the root belong to the new world.
     */
    static ControlReply create(ControlCall call) {
        World like = call.world();
        byte[] body = call.body();
        boolean namesKey = NO_FIXTURES
                .matcher(new String(body, 0, Math.min(body.length, 100), StandardCharsets.UTF_8))
                .lookingAt();
        LiveWorld made;
        if (namesKey) {
            String appKey = ControlCall.read(body, Kinds.object(KEYED)).get(APP_KEY);
            Seed seed = beginning(call, new byte[0]);
            made = Problem.attempt(() -> call.worlds().create(like.settings(), seed, appKey));
        } else {
            Seed seed = beginning(call, body);
            made = Problem.attempt(() -> call.worlds().create(like.settings(), seed));
        }
        return ControlReply.created(made.controlUrl(), ShownWorld.of(made.summary()));
    }

    private static Seed beginning(ControlCall call, byte[] body) {
        QueryReader query = call.query(PARAMETERS);
        Optional<String> request = query.find(REQUEST, "the number of a request", sent -> sent);
        Optional<String> snapshot = query.find(SNAPSHOT, "the name of a snapshot", sent -> sent);
        query.requireNoProblems();
        if (Stream.of(request.isPresent(), snapshot.isPresent(), body.length > 0)
                        .filter(each -> each)
                        .count()
                > 1) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "a world begins from fixtures in the body, from ?" + REQUEST + " or from ?" + SNAPSHOT
                            + "; send one of them at most");
        }
        return request.map(number -> RequestEndpoints.stateAfter(call, number))
                .or(() -> snapshot.map(name -> StateEndpoints.find(call, name)))
                .orElseGet(() -> body.length == 0 ? call.world().seed() : ControlCall.seed(body));
    }

    /** {@code GET /sandbox/worlds}. */
    static ControlReply list(ControlCall call) {
        return ControlReply.of(call.worlds().all().stream().map(ShownWorld::of).toList());
    }

    /** {@code DELETE /worlds/{id}}. */
    static ControlReply drop(ControlCall call) {
        World dropped = call.world();
        if (dropped == call.worlds().defaultWorld()) {
            throw new Problem(HttpStatus.CONFLICT, "the default world lives as long as its sandbox; reset it instead");
        }
        dropped.close();
        return ControlReply.DONE;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownWorld(
            String id,
            String apiUrl,
            String controlUrl,
            Dialect dialect,
            String fixtures,
            @Nullable String appKey) {
        static ShownWorld of(Worlds.Summary world) {
            return new ShownWorld(
                    world.id(),
                    world.url() + "/api",
                    world.url() + "/sandbox",
                    world.settings().dialect(),
                    world.fixtures(),
                    world.appKey());
        }
    }
}
