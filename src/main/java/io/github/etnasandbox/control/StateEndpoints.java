package io.github.etnasandbox.control;

import io.github.etnasandbox.fixture.FixtureException;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.World;
import java.time.Instant;
import java.util.List;

/** The routes that show a world as a fixture document, start it over from one, keep what it is, and put that back. */
final class StateEndpoints {
    static final List<String> PARAMETERS = List.of("orders");

    private StateEndpoints() {}

    /** {@code GET /sandbox/state}, with {@code ?orders=false} without the orders, of which there may be very many. */
    static ControlReply state(ControlCall call) {
        QueryReader query = call.query(PARAMETERS);
        boolean orders = query.flag("orders").orElse(true);
        query.requireNoProblems();
        Seed now = call.world().snapshot();
        Seed shown = orders ? now : Snapshots.with(now, Snapshots.stateOf(now).with(Orders.NONE));
        return ControlReply.streamed(shown::write);
    }

    /** {@code PUT /sandbox/state}: the world goes on from the body, as from a snapshot. */
    static ControlReply put(ControlCall call) {
        call.world().restore(ControlCall.seed(call.body()));
        return ControlReply.DONE;
    }

    /** {@code PUT /sandbox/seed}: the body becomes the seed. Where the world's fixtures are does not change by it. */
    static ControlReply replace(ControlCall call) {
        World changed = call.world();
        changed.reseed(ControlCall.seed(call.body()).withSource(changed.seed().source()));
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

    /** {@code PUT /sandbox/snapshots/{snapshot}}: the world as it is now. */
    static ControlReply keep(ControlCall call) {
        LiveWorld of = call.world();
        String name = name(call);
        Snapshots.Kept kept = Problem.attempt(() -> of.snapshots().keep(name));
        return new ControlReply(kept.isNew() ? 201 : 200, null, ShownSnapshot.of(name, kept.snapshot()));
    }

    /** {@code GET /sandbox/snapshots}. */
    static ControlReply snapshots(ControlCall call) {
        return ControlReply.of(call.world().snapshots().all().entrySet().stream()
                .map(each -> ShownSnapshot.of(each.getKey(), each.getValue()))
                .toList());
    }

    /** {@code GET /sandbox/snapshots/{snapshot}}: what it holds, as {@code GET /sandbox/state} shows a world. */
    static ControlReply snapshot(ControlCall call) {
        return ControlReply.streamed(find(call)::write);
    }

    /** {@code POST /sandbox/snapshots/{snapshot}/restore}. */
    static ControlReply restore(ControlCall call) {
        call.world().restore(find(call));
        return ControlReply.DONE;
    }

    /** {@code DELETE /sandbox/snapshots/{snapshot}}. */
    static ControlReply forget(ControlCall call) {
        if (!call.world().snapshots().forget(name(call))) {
            throw unknown(call, name(call));
        }
        return ControlReply.DONE;
    }

    private static Seed find(ControlCall call) {
        return find(call, name(call));
    }

    /** A snapshot of the world; a problem when there is none of that name. */
    static Seed find(ControlCall call, String name) {
        return call.world().snapshots().find(name).orElseThrow(() -> unknown(call, name));
    }

    private static Problem unknown(ControlCall call, String name) {
        return Problem.notFound(
                "snapshot", name, call.world().snapshots().all().keySet(), "PUT /sandbox/snapshots/{name} makes one");
    }

    private static String name(ControlCall call) {
        return call.parameter("snapshot");
    }

    record ShownSnapshot(String name, Instant clock, int orders) {
        static ShownSnapshot of(String name, Seed snapshot) {
            State state = Snapshots.stateOf(snapshot);
            return new ShownSnapshot(name, state.clock(), state.orders().size());
        }
    }
}
