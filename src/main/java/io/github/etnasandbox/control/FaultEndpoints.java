package io.github.etnasandbox.control;

import io.github.etnasandbox.fixture.FaultJson;
import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.stage.Fault;
import io.github.etnasandbox.stage.Faults;
import io.github.etnasandbox.stage.StandingFault;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The routes that disturb requests of a world, and tell what came of it. */
final class FaultEndpoints {
    private final Function<Context, World> world;

    FaultEndpoints(Function<Context, World> world) {
        this.world = world;
    }

    /** {@code POST /sandbox/faults} with a fault as in fixtures. */
    void add(Context context) {
        World of = world.apply(context);
        StandingFault added;
        try {
            added = of.inject(read(context));
        } catch (IllegalStateException tooMany) {
            throw Problem.conflict(String.valueOf(tooMany.getMessage()));
        }
        context.status(201);
        context.header("Location", of.controlUrl() + "/faults/" + added.id());
        Json.write(context, json -> json.writeRawValue(text(added)));
    }

    /** {@code GET /sandbox/faults}. */
    void list(Context context) {
        Faults faults = world.apply(context).faults();
        Json.write(context, json -> {
            json.writeStartArray();
            for (StandingFault each : faults.all()) {
                json.writeRawValue(text(each));
            }
            json.writeEndArray();
        });
    }

    /** {@code GET /sandbox/faults/{fault}}. */
    void get(Context context) {
        StandingFault fault = fault(context);
        Json.write(context, json -> json.writeRawValue(text(fault)));
    }

    /** {@code DELETE /sandbox/faults/{fault}}. */
    void remove(Context context) {
        fault(context).close();
        Json.none(context);
    }

    /** {@code DELETE /sandbox/faults}: all of them, the seed's included until the next reset. */
    void clear(Context context) {
        world.apply(context).faults().clear();
        Json.none(context);
    }

    private static Fault read(Context context) {
        try {
            return FaultJson.read("request body", RequestBody.read(context));
        } catch (FixtureException e) {
            throw Problem.ofBody(e.problems());
        }
    }

    private StandingFault fault(Context context) {
        Faults faults = world.apply(context).faults();
        String id = context.pathParam("fault");
        return faults.find(id).orElseThrow(() -> {
            String there = faults.all().stream().map(StandingFault::id).collect(Collectors.joining(", "));
            return Problem.of(
                    404,
                    "Not Found",
                    "there is no fault '" + id + "' in this world; there "
                            + (there.isEmpty() ? "is none, POST /sandbox/faults makes one" : "are " + there));
        });
    }

    private static String text(StandingFault fault) {
        StringBuilder text = new StringBuilder();
        JsonObjectWriter json = new JsonObjectWriter(text).begin().text("id", fault.id());
        FaultJson.write(fault.fault(), json);
        json.raw("matches", Long.toString(fault.matches()))
                .integer("hits", fault.hits())
                .end();
        return text.toString();
    }
}
