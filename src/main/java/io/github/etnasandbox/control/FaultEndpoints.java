package io.github.etnasandbox.control;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.resource.FaultShape;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.StandingFault;
import io.github.etnasandbox.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The routes that disturb requests of a world, and tell what came of it. */
final class FaultEndpoints {
    private FaultEndpoints() {}

    /** {@code POST /sandbox/faults} with a fault as in fixtures. */
    static ControlReply add(ControlCall call) {
        World of = call.world();
        Fault fault = call.fixture(FaultShape.KIND);
        StandingFault added = Problem.attempt(() -> of.inject(fault));
        return ControlReply.created(of.controlUrl() + "/faults/" + added.id(), json(added));
    }

    /** {@code GET /sandbox/faults}. */
    static ControlReply list(ControlCall call) {
        return ControlReply.of(
                call.world().faults().stream().map(FaultEndpoints::json).collect(Collectors.joining(",", "[", "]")));
    }

    /** {@code GET /sandbox/faults/{fault}}. */
    static ControlReply get(ControlCall call) {
        return ControlReply.of(json(fault(call)));
    }

    /** {@code DELETE /sandbox/faults/{fault}}. */
    static ControlReply remove(ControlCall call) {
        fault(call).close();
        return ControlReply.DONE;
    }

    /** {@code DELETE /sandbox/faults}: all of them, the seed's included until the next reset. */
    static ControlReply clear(ControlCall call) {
        call.world().clearFaults();
        return ControlReply.DONE;
    }

    private static StandingFault fault(ControlCall call) {
        return call.named("fault", call.world().faults(), StandingFault::id);
    }

    private static String json(StandingFault fault) {
        return JsonObjectWriter.spell(json -> {
            json.text("id", fault.id());
            FaultShape.SHAPE.write(fault.fault(), json);
            json.raw("matches", Long.toString(fault.matches())).value("hits", fault.hits());
        });
    }

    /** Describes the same. */
    static Map<String, Object> schema(Schemas schemas) {
        return schemas.named("StandingFault", () -> {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("id", Kinds.TEXT.schema(schemas));
            List<String> required = new ArrayList<>(List.of("id", "matches", "hits"));
            for (Field<Fault, ?> field : FaultShape.SHAPE.fields()) {
                properties.put(field.name(), field.kind().schema(schemas));
                if (field.isRequired()) {
                    required.add(field.name());
                }
            }
            properties.put("matches", Kinds.INT64.schema(schemas));
            properties.put("hits", Kinds.ID_OR_0.schema(schemas));
            return Schemas.object(properties, required, false);
        });
    }
}
