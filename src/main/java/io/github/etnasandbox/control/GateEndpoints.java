package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.Gates;
import io.github.etnasandbox.stage.PathPattern;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The routes that hold requests of a world and let them go, so that a race can be staged from outside. */
final class GateEndpoints {
    private static final Member<String> METHOD = Member.optional("method", MemberKinds.oneOf(RequestPattern.METHODS));
    private static final Member<PathPattern> PATH =
            Member.required("path", MemberKinds.parsed(PathPattern.EXPECTED, PathPattern::of));
    private static final Member<ControlBody> MATCH = Member.required("match", MemberKinds.object(METHOD, PATH));
    private static final Member<GatePoint> AT = Member.required("at", MemberKinds.oneOf(GatePoint.values()));
    private static final Member<Duration> LIMIT =
            Member.optional("limit", MemberKinds.durationUpTo(Gates.LONGEST_HOLD));

    private final Function<Context, World> world;
    private final Waits waits;

    GateEndpoints(Function<Context, World> world, Waits waits) {
        this.world = world;
        this.waits = waits;
    }

    /** {@code POST /sandbox/gates} with {@code {"match": {"path": "/api/token"}, "at": "before-checks"}}. */
    void open(Context context) {
        World of = world.apply(context);
        ControlBody body = ControlBody.read(context, MATCH, AT, LIMIT);
        ControlBody match = body.get(MATCH);
        RequestPattern pattern = new RequestPattern(match.find(METHOD).orElse(null), match.get(PATH));
        Gate gate;
        try {
            gate = of.gates().hold(pattern, body.get(AT), body.find(LIMIT).orElse(Gates.DEFAULT_HOLD));
        } catch (IllegalStateException tooMany) {
            throw Problem.conflict(String.valueOf(tooMany.getMessage()));
        }
        context.status(201);
        context.header("Location", of.controlUrl() + "/gates/" + gate.id());
        Json.write(context, json -> write(json, gate));
    }

    /** {@code GET /sandbox/gates}. */
    void list(Context context) {
        World of = world.apply(context);
        Json.write(context, json -> {
            json.writeStartArray();
            for (Gate gate : of.gates().all()) {
                write(json, gate);
            }
            json.writeEndArray();
        });
    }

    /** {@code GET /sandbox/gates/{gate}}, with {@code ?await=PT5S} as soon as it is open no more. */
    void get(Context context) {
        Gate gate = gate(context);
        QueryReader query = new QueryReader(context, List.of(Waits.PARAMETER));
        Optional<Duration> longest = Waits.of(query);
        query.requireNoProblems();
        longest.ifPresent(atMost -> waits.await(atMost, gate::stateWithin));
        Json.write(context, json -> write(json, gate));
    }

    /** {@code POST /sandbox/gates/{gate}/release}. */
    void release(Context context) {
        Gate gate = gate(context);
        gate.release();
        Json.write(context, json -> write(json, gate));
    }

    private Gate gate(Context context) {
        Gates gates = world.apply(context).gates();
        String id = context.pathParam("gate");
        return gates.find(id).orElseThrow(() -> {
            String there = gates.all().stream().map(Gate::id).collect(Collectors.joining(", "));
            return Problem.of(
                    404,
                    "Not Found",
                    "there is no gate '" + id + "' in this world; there "
                            + (there.isEmpty() ? "is none, POST /sandbox/gates makes one" : "are " + there));
        });
    }

    private static void write(JsonGenerator json, Gate gate) throws IOException {
        Gate.State state = gate.state(); // read once: it may go on while this is written
        String method = gate.match().method();
        json.writeStartObject();
        json.writeStringField("id", gate.id());
        json.writeObjectFieldStart("match");
        if (method != null) {
            json.writeStringField("method", method);
        }
        json.writeStringField("path", gate.match().path().toString());
        json.writeEndObject();
        json.writeStringField("at", MemberKinds.word(gate.point()));
        json.writeStringField("limit", gate.limit().toString());
        json.writeStringField("state", MemberKinds.word(state));
        if (state == Gate.State.RELEASED) {
            json.writeStringField(
                    "releasedBy", MemberKinds.word(gate.releasedBy().orElseThrow()));
        }
        json.writeEndObject();
    }
}
