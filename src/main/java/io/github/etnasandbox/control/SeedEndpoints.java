package io.github.etnasandbox.control;

import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.fixture.FixtureWriter;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Function;

/** The routes that show a world as a fixture document, and make a world of one. */
final class SeedEndpoints {
    private final Function<Context, World> world;

    SeedEndpoints(Function<Context, World> world) {
        this.world = world;
    }

    /** {@code GET /sandbox/state}: streamed, because a world may be large. */
    void state(Context context) throws IOException {
        World shown = world.apply(context);
        context.contentType("application/json");
        FixtureWriter.write(shown.snapshot(), context.outputStream());
    }

    /** {@code PUT /sandbox/seed}: the body becomes the seed. Where the world's fixtures are does not change by it. */
    void replace(Context context) {
        World changed = world.apply(context);
        Seed seed = RequestBody.seed(RequestBody.read(context));
        changed.reseed(new Seed(seed.state(), seed.faults(), changed.seed().source()));
        Json.none(context);
    }

    /** {@code POST /sandbox/seed}: the fixtures are read again from where they came. */
    void reload(Context context) {
        World changed = world.apply(context);
        try {
            changed.reseed(changed.seed().source().load());
        } catch (FixtureException e) {
            throw Problem.ofFixtures(e.problems());
        }
        Json.none(context);
    }
}
