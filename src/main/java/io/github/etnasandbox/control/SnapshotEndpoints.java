package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.etnasandbox.fixture.FixtureWriter;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;

/** The routes that keep what a world is under a name, and put it back. */
final class SnapshotEndpoints {
    private final Function<Context, World> world;

    SnapshotEndpoints(Function<Context, World> world) {
        this.world = world;
    }

    /** {@code PUT /sandbox/snapshots/{snapshot}}: the world as it is now. */
    void keep(Context context) {
        World kept = world.apply(context);
        String name = name(context);
        Seed snapshot = kept.snapshot();
        try {
            context.status(kept.snapshots().keep(name, snapshot) ? 201 : 200);
        } catch (IllegalArgumentException noName) {
            throw Problem.unprocessable(String.valueOf(noName.getMessage()));
        } catch (IllegalStateException tooMany) {
            throw Problem.conflict(String.valueOf(tooMany.getMessage()));
        }
        Json.write(context, json -> write(json, name, snapshot));
    }

    /** {@code GET /sandbox/snapshots}. */
    void list(Context context) {
        Map<String, Seed> all = world.apply(context).snapshots().all();
        Json.write(context, json -> {
            json.writeStartArray();
            for (Map.Entry<String, Seed> each : all.entrySet()) {
                write(json, each.getKey(), each.getValue());
            }
            json.writeEndArray();
        });
    }

    /** {@code GET /sandbox/snapshots/{snapshot}}: what it holds, as {@code GET /sandbox/state} shows a world. */
    void get(Context context) throws IOException {
        Seed snapshot = find(context);
        context.contentType("application/json");
        FixtureWriter.write(snapshot.state(), context.outputStream());
    }

    /** {@code POST /sandbox/snapshots/{snapshot}/restore}. */
    void restore(Context context) {
        world.apply(context).restore(find(context));
        noContent(context);
    }

    /** {@code DELETE /sandbox/snapshots/{snapshot}}. */
    void forget(Context context) {
        if (!world.apply(context).snapshots().forget(name(context))) {
            throw unknown(context);
        }
        noContent(context);
    }

    private Seed find(Context context) {
        return world.apply(context).snapshots().find(name(context)).orElseThrow(() -> unknown(context));
    }

    private Problem unknown(Context context) {
        String there = String.join(", ", world.apply(context).snapshots().all().keySet());
        return Problem.of(
                404,
                "Not Found",
                "there is no snapshot '" + name(context) + "' in this world; there "
                        + (there.isEmpty() ? "is none, PUT /sandbox/snapshots/{name} makes one" : "are " + there));
    }

    private static String name(Context context) {
        return context.pathParam("snapshot");
    }

    private static void write(JsonGenerator json, String name, Seed snapshot) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("clock", snapshot.state().clock().toString());
        json.writeNumberField("orders", snapshot.state().orders().size());
        json.writeEndObject();
    }

    private static void noContent(Context context) {
        context.status(204);
        context.res().setContentType(null);
    }
}
