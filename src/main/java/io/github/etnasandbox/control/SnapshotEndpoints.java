package io.github.etnasandbox.control;

import io.github.etnasandbox.fixture.FixtureWriter;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import java.time.Instant;

/** The routes that keep what a world is under a name, and put it back. */
final class SnapshotEndpoints {
    private SnapshotEndpoints() {}

    /** {@code PUT /sandbox/snapshots/{snapshot}}: the world as it is now. */
    static ControlReply keep(ControlCall call) {
        LiveWorld of = call.world();
        String name = name(call);
        Snapshots.Kept kept = Problem.attempt(() -> of.snapshots().keep(name, of::snapshot));
        return new ControlReply(kept.isNew() ? 201 : 200, null, ShownSnapshot.of(name, kept.snapshot()));
    }

    /** {@code GET /sandbox/snapshots}. */
    static ControlReply list(ControlCall call) {
        return ControlReply.of(call.world().snapshots().all().entrySet().stream()
                .map(each -> ShownSnapshot.of(each.getKey(), each.getValue()))
                .toList());
    }

    /** {@code GET /sandbox/snapshots/{snapshot}}: what it holds, as {@code GET /sandbox/state} shows a world. */
    static ControlReply get(ControlCall call) {
        Seed snapshot = find(call.world(), name(call));
        return ControlReply.streamed(out -> FixtureWriter.write(snapshot, out));
    }

    /** {@code POST /sandbox/snapshots/{snapshot}/restore}. */
    static ControlReply restore(ControlCall call) {
        LiveWorld restored = call.world();
        restored.restore(find(restored, name(call)));
        return ControlReply.DONE;
    }

    /** {@code DELETE /sandbox/snapshots/{snapshot}}. */
    static ControlReply forget(ControlCall call) {
        LiveWorld of = call.world();
        if (!of.snapshots().forget(name(call))) {
            throw unknown(of, name(call));
        }
        return ControlReply.DONE;
    }

    private static Seed find(LiveWorld world, String name) {
        return world.snapshots().find(name).orElseThrow(() -> unknown(world, name));
    }

    private static Problem unknown(LiveWorld world, String name) {
        return Problem.notFound(
                "snapshot", name, world.snapshots().all().keySet(), "PUT /sandbox/snapshots/{name} makes one");
    }

    private static String name(ControlCall call) {
        return call.parameter("snapshot");
    }

    private record ShownSnapshot(String name, Instant clock, int orders) {
        static ShownSnapshot of(String name, Seed snapshot) {
            return new ShownSnapshot(
                    name, snapshot.state().clock(), snapshot.state().orders().size());
        }
    }
}
