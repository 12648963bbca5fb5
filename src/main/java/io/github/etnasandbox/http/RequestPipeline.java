package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiCall;
import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.coverage.Incident;
import io.github.etnasandbox.live.Applied;
import io.github.etnasandbox.live.Faults.LiveFault;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.stage.FaultPoint;
import io.github.etnasandbox.stage.Gate;
import io.github.etnasandbox.stage.GatePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a request goes through in its world: faults and gates that testers put there, the API's decision, the venue. */
final class RequestPipeline {
    /** Each takes one of the server's threads. Others must be left, for the requests that have the venue speak. */
    private static final int MOST_WAITING = 30;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /** A request meets one fault at most: before it is decided, or after. */
    Outcome run(LiveWorld world, ApiRequest request) {
        Outcome before = struck(FaultPoint.BEFORE, Outcome.NONE, world, request);
        if (before.isFinal()) {
            return before;
        }
        Outcome decided = decide(world, request, before.strike());
        return before.strike() == null ? struck(FaultPoint.AFTER, decided, world, request) : decided;
    }

    private static Outcome struck(FaultPoint point, Outcome outcome, LiveWorld world, ApiRequest request) {
        Optional<LiveFault> fault = world.strike(point, request.method(), request.path());
        return fault.isPresent()
                ? Strike.of(fault.get(), outcome, world.settings().reasons())
                : outcome;
    }

    private Outcome decide(LiveWorld world, ApiRequest request, @Nullable Strike before) {
        ApiCall call = new ApiCall(request, world.settings());
        String method = request.method();
        String path = request.path();
        List<String> held = new ArrayList<>(0);
        Consumer<Gate> hold = gate -> held.add(gate.id());
        world.pass(GatePoint.BEFORE_CHECKS, method, path, () -> true).ifPresent(hold);
        Optional<Gate> aboutToChange =
                world.pass(GatePoint.BEFORE_APPLY, method, path, () -> world.wouldChange(call.uncounted()));
        aboutToChange.ifPresent(hold);
        Applied<ApiResponse> applied = world.perform(call);
        ApiResponse first = world.appKey() != null && request.isAtRoot()
                ? ApiCall.ofAppKey(applied.result(), world.id())
                : applied.result();
        if (first.refusesChange() && (aboutToChange.isPresent() || applied.changedOrders())) {
            world.encounters().meet(Incident.OVERTAKEN);
        }
        world.pass(GatePoint.AFTER_APPLY, method, path, () -> true).ifPresent(hold);
        ApiResponse response = awaited(first, world).withFailed(check -> world.withoutCredentials(check, applied));
        return new Outcome(Reply.of(response, request, world.settings().reasons()), response, applied, held, before);
    }

    /** The answer that waits for the venue, or the first one when the venue does not speak in time. */
    private ApiResponse awaited(ApiResponse first, LiveWorld world) {
        ApiResponse.Pending pending = first.pending();
        if (pending == null) {
            return first;
        }
        if (!waiting.tryAcquire()) {
            return ApiCall.notAwaited(first, MOST_WAITING);
        }
        try {
            return world.await(pending::answer, world.settings().syncTimeout()).orElse(first);
        } finally {
            waiting.release();
        }
    }
}
