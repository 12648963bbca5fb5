package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.etnasandbox.fixture.FixtureWriter;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.world.Snapshots;
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
        World of = world.apply(context);
        String name = name(context);
        Snapshots.Kept kept;
        try {
            kept = of.snapshots().keep(name, of::snapshot);
        } catch (IllegalArgumentException noName) {
            throw Problem.unprocessable(String.valueOf(noName.getMessage()));
        } catch (IllegalStateException tooMany) {
            throw Problem.conflict(String.valueOf(tooMany.getMessage()));
        }
        context.status(kept.isNew() ? 201 : 200);
        Json.write(context, json -> write(json, name, kept.snapshot()));
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
        Seed snapshot = find(world.apply(context), name(context));
        context.contentType("application/json");
        FixtureWriter.write(snapshot, context.outputStream());
    }

    /** {@code POST /sandbox/snapshots/{snapshot}/restore}. */
    void restore(Context context) {
        World restored = world.apply(context);
        restored.restore(find(restored, name(context)));
        Json.none(context);
    }

    /** {@code DELETE /sandbox/snapshots/{snapshot}}. */
    void forget(Context context) {
        World of = world.apply(context);
        if (!of.snapshots().forget(name(context))) {
            throw unknown(of, name(context));
        }
        Json.none(context);
    }

    private static Seed find(World world, String name) {
        return world.snapshots().find(name).orElseThrow(() -> unknown(world, name));
    }

    private static Problem unknown(World world, String name) {
        String there = String.join(", ", world.snapshots().all().keySet());
        return Problem.of(
                404,
                "Not Found",
                "there is no snapshot '" + name + "' in this world; there "
                        + (there.isEmpty() ? "is none, PUT /sandbox/snapshots/{name} makes one" : "are " + there));
    }

    private static String name(Context context) {
        return context.pathParam("snapshot");
    }

    private static void write(JsonGenerator json, String name, Seed snapshot) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("clock", JsonDate.spell(snapshot.state().clock()));
        json.writeNumberField("orders", snapshot.state().orders().size());
        json.writeEndObject();
    }
}
