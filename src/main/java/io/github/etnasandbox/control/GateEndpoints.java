package io.github.etnasandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Found;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import io.github.etnasandbox.stage.PathPattern;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routes that hold requests of a world and let them go, so that a race can be staged from outside. */
final class GateEndpoints {
    private static final Shape<RequestPattern> PATTERN = Shape.strict("RequestPattern");
    private static final Field<RequestPattern, String> METHOD =
            PATTERN.optional("method", Kinds.words(RequestPattern.METHODS.toArray(new String[0])));
    private static final Field<RequestPattern, PathPattern> PATH =
            PATTERN.required("path", Kinds.parsed(PathPattern.EXPECTED, PathPattern::new));
    static final Shape<Void> GATE = Shape.strict("GateRequest");
    private static final Field<Void, RequestPattern> MATCH = GATE.required(
            "match", Kinds.object(PATTERN, found -> new RequestPattern(found.find(METHOD), found.get(PATH))));
    private static final Field<Void, GatePoint> AT = GATE.required("at", Kinds.words(GatePoint.values()));
    private static final Field<Void, Duration> LIMIT = GATE.optional("limit", Kinds.durationUpTo(Gate.LONGEST_HOLD));

    static final List<String> PARAMETERS = List.of(Waits.PARAMETER);

    private GateEndpoints() {}

    /** {@code POST /sandbox/gates} with {@code {"match": {"path": "/api/token"}, "at": "before-checks"}}. */
    static ControlReply open(ControlCall call) {
        World of = call.world();
        Found<Void> found = call.body(GATE);
        Gate gate =
                Problem.attempt(() -> of.hold(found.get(MATCH), found.get(AT), found.get(LIMIT, Gate.DEFAULT_HOLD)));
        return ControlReply.created(of.controlUrl() + "/gates/" + gate.id(), ShownGate.of(gate));
    }

    /** {@code GET /sandbox/gates}. */
    static ControlReply list(ControlCall call) {
        return ControlReply.of(call.world().gates().stream().map(ShownGate::of).toList());
    }

    /** {@code GET /sandbox/gates/{gate}}, with {@code ?await=PT5S} as soon as it is open no more. */
    static ControlReply get(ControlCall call) {
        Gate gate = gate(call);
        QueryReader query = call.query(PARAMETERS);
        Optional<Duration> longest = Waits.of(query);
        query.requireNoProblems();
        longest.ifPresent(atMost -> call.waits().await(atMost, gate::stateWithin));
        return ControlReply.of(ShownGate.of(gate));
    }

    /** {@code POST /sandbox/gates/{gate}/release}. */
    static ControlReply release(ControlCall call) {
        Gate gate = gate(call);
        gate.release();
        return ControlReply.of(ShownGate.of(gate));
    }

    private static Gate gate(ControlCall call) {
        return call.named("gate", call.world().gates(), Gate::id);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShownGate(
            String id, Match match, GatePoint at, Duration limit, Gate.State state, Gate.@Nullable Release releasedBy) {

        static ShownGate of(Gate gate) {
            Gate.State state = gate.state(); // read once: it may go on while this is written
            return new ShownGate(
                    gate.id(),
                    new Match(gate.match().method(), gate.match().path().toString()),
                    gate.point(),
                    gate.limit(),
                    state,
                    state == Gate.State.RELEASED ? gate.releasedBy().orElseThrow() : null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Match(@Nullable String method, String path) {}
}
