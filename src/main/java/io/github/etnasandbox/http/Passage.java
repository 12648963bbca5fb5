package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiCall;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.gate.Gate;
import io.github.etnasandbox.gate.GatePoint;
import io.github.etnasandbox.gate.Gates;
import io.github.etnasandbox.world.Applied;
import io.github.etnasandbox.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The way of a request through its world: past the gates where a tester may hold it, and to the venue's word. */
final class Passage {
    /** Each takes one of the server's threads, as held requests do; those that are left serve who would have the venue speak. */
    private static final int MOST_WAITING = 30;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /** What came of a request, how it was decided at first, and the ids of the gates that held it. */
    record Result(ApiResponse response, Applied<ApiResponse> applied, List<String> gates) {}

    Result answer(World world, ApiCall call) {
        Gates gates = world.gates();
        String method = call.request().method();
        String path = call.request().path();
        List<String> held = new ArrayList<>(0);
        Consumer<Gate> hold = gate -> held.add(gate.id());
        gates.pass(GatePoint.BEFORE_CHECKS, method, path).ifPresent(hold);
        gates.pass(GatePoint.BEFORE_APPLY, method, path, () -> world.wouldChange(call.uncounted()))
                .ifPresent(hold);
        Applied<ApiResponse> applied = world.perform(call);
        gates.pass(GatePoint.AFTER_APPLY, method, path).ifPresent(hold);
        ApiResponse response = applied.result();
        ApiResponse.Pending pending = response.pending();
        return new Result(pending == null ? response : awaited(response, pending, world), applied, held);
    }

    /** The answer once it is there, or the one for when it does not come in time. */
    private ApiResponse awaited(ApiResponse response, ApiResponse.Pending pending, World world) {
        if (!waiting.tryAcquire()) {
            return response;
        }
        try {
            return world.await(pending::answer, world.settings().patience()).orElse(response);
        } finally {
            waiting.release();
        }
    }
}
