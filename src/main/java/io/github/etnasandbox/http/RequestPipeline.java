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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a request goes through in its world: faults and gates that testers put there, the API's decision, the venue. */
final class RequestPipeline {
    /** Each takes one of the server's threads. Others must be left, for the requests that have the venue speak. */
    private static final int MOST_WAITING = 30;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final boolean delays;
    private final Striking striking;

    /** Tells which fault strikes a request. */
    @FunctionalInterface
    interface Striking {
        Optional<LiveFault> strike(LiveWorld world, FaultPoint point, ApiRequest request);
    }

    RequestPipeline() {
        this(true, (world, point, request) -> world.strike(point, request.method(), request.path()));
    }

    /** @param delays whether a fault that delays requests does so */
    RequestPipeline(boolean delays, Striking striking) {
        this.delays = delays;
        this.striking = striking;
    }

    /** A request meets one fault at most: before it is decided, or after. */
    Outcome run(LiveWorld world, ApiRequest request) {
        Outcome begun = begin(world, request);
        return begun.response() == null ? begun : end(world, request, begun, awaited(begun.response(), world));
    }

    /** Has a request decided, or struck by a fault before. What was decided is not a reply yet. */
    Outcome begin(LiveWorld world, ApiRequest request) {
        Outcome before = struck(FaultPoint.BEFORE, Outcome.NONE, world, request);
        return before.isFinal() ? before : decide(world, request, before.strike());
    }

    /** Has what was decided answered, unless a fault strikes the answer. */
    Outcome end(LiveWorld world, ApiRequest request, Outcome begun, ApiResponse answer) {
        Applied<ApiResponse> applied = Objects.requireNonNull(begun.applied());
        ApiResponse shown = answer.withFailed(check -> world.recorder().withoutCredentials(check, applied));
        Outcome decided = begun.answered(shown, request, world.settings());
        return begun.strike() == null ? struck(FaultPoint.AFTER, decided, world, request) : decided;
    }

    private Outcome struck(FaultPoint point, Outcome outcome, LiveWorld world, ApiRequest request) {
        Optional<LiveFault> fault = striking.strike(world, point, request);
        return fault.isPresent()
                ? Strike.of(fault.get(), outcome, world.settings().reasons(), delays)
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
        world.recorder().begin(applied, () -> Outcome.original(request));
        ApiResponse first = world.appKey() != null && request.isAtRoot()
                ? ApiCall.ofAppKey(applied.result(), world.id())
                : applied.result();
        if (first.refusesChange() && (aboutToChange.isPresent() || applied.changedOrders())) {
            world.encounters().meet(Incident.OVERTAKEN);
        }
        world.pass(GatePoint.AFTER_APPLY, method, path, () -> true).ifPresent(hold);
        return new Outcome(null, first, applied, held, before);
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
