package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.world.World;
import io.github.etnasandbox.world.Worlds;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Function;

/** The routes that reset, make, list and drop worlds. */
final class WorldEndpoints {
    private final Worlds worlds;
    private final Function<Context, World> world;

    WorldEndpoints(Worlds worlds, Function<Context, World> world) {
        this.worlds = worlds;
        this.world = world;
    }

    /** {@code POST /sandbox/reset}: everything back to the seed. */
    void reset(Context context) {
        world.apply(context).reset();
        Json.none(context);
    }

    /** {@code POST /sandbox/worlds}: a new world, from the fixtures in the body or else from this world's seed. */
    void create(Context context) {
        World like = world.apply(context);
        byte[] body = RequestBody.read(context);
        Seed seed = body.length == 0 ? like.seed() : RequestBody.seed(body);
        World made;
        try {
            made = worlds.create(like.settings(), seed);
        } catch (IllegalStateException tooMany) {
            throw Problem.conflict(String.valueOf(tooMany.getMessage()));
        }
        context.status(201);
        context.header("Location", made.controlUrl());
        Json.write(context, json -> write(json, made));
    }

    /** {@code GET /sandbox/worlds}. */
    void list(Context context) {
        Json.write(context, json -> {
            json.writeStartArray();
            for (World each : worlds.all()) {
                write(json, each);
            }
            json.writeEndArray();
        });
    }

    /** {@code DELETE /worlds/{id}}. */
    void drop(Context context) {
        World dropped = world.apply(context);
        if (dropped == worlds.defaultWorld()) {
            throw Problem.conflict("the default world lives as long as its sandbox; reset it instead");
        }
        dropped.close();
        Json.none(context);
    }

    private static void write(JsonGenerator json, World world) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", world.id());
        json.writeStringField("apiUrl", world.apiUrl());
        json.writeStringField("controlUrl", world.controlUrl());
        json.writeEndObject();
    }
}
