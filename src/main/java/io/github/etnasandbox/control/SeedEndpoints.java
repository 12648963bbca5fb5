package io.github.etnasandbox.control;

import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.fixture.FixtureWriter;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.world.World;

/** The routes that show a world as a fixture document, and make a world of one. */
final class SeedEndpoints {
    private SeedEndpoints() {}

    /** {@code GET /sandbox/state}. */
    static ControlReply state(ControlCall call) {
        World shown = call.world();
        return ControlReply.streamed(out -> FixtureWriter.write(shown.snapshot(), out));
    }

    /** {@code PUT /sandbox/seed}: the body becomes the seed. Where the world's fixtures are does not change by it. */
    static ControlReply replace(ControlCall call) {
        World changed = call.world();
        Seed seed = ControlCall.seed(call.body());
        changed.reseed(new Seed(seed.state(), seed.faults(), changed.seed().source()));
        return ControlReply.DONE;
    }

    /** {@code POST /sandbox/seed}: the fixtures are read again from where they came. */
    static ControlReply reload(ControlCall call) {
        World changed = call.world();
        try {
            changed.reseed(changed.seed().source().load());
        } catch (FixtureException e) {
            throw Problem.ofFixtures(e);
        }
        return ControlReply.DONE;
    }
}
