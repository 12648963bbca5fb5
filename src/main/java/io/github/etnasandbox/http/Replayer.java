package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.api.Content;
import io.github.etnasandbox.api.Headers;
import io.github.etnasandbox.control.ControlRoutes;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.live.Faults.LiveFault;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.repro.ControlRequest;
import io.github.etnasandbox.repro.ReproStep;
import io.github.etnasandbox.stage.FaultPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Plays the steps of a repro file in a world, one after the other. Nothing takes time: a request that waits for the venue is
 * answered once a later step has the venue speak, and no fault delays anything.
 */
public final class Replayer {
    private static final int MOST_SHOWN = 200;

    private final LiveWorld world;
    private final TreeMap<Integer, Played> played = new TreeMap<>();
    private final List<Begun> waiting = new ArrayList<>();
    private final RequestPipeline pipeline = new RequestPipeline(false, this::struckBefore);

    /** The step whose request is played; those at once were struck in the order of their arrival, which is not this one. */
    private @Nullable ReproStep step;

    /**
     * A step that was played.
     *
     * @param line what was done and what came of it, for a person
     * @param difference how that is not what it was; null when it is
     */
    public record Played(String line, @Nullable String difference) {}

    /** A request that is decided, and may wait for the venue. */
    private record Begun(int number, ReproStep step, ApiRequest request, Outcome outcome) {}

    private Replayer(LiveWorld world) {
        this.world = world;
    }

    /** Plays steps in a world as it is, whose clock is not the real one. */
    public static List<Played> play(List<ReproStep> steps, LiveWorld world) {
        Replayer player = new Replayer(world);
        for (int i = 0; i < steps.size(); i++) {
            player.play(i, steps.get(i));
            player.answerThoseThatWait();
        }
        player.waiting.forEach(
                left -> player.end(left, Objects.requireNonNull(left.outcome().response())));
        return List.copyOf(player.played.values());
    }

    private Optional<LiveFault> struckBefore(LiveWorld in, FaultPoint point, ApiRequest request) {
        ReproStep played = Objects.requireNonNull(step);
        return in.strikeAgain(point, request.method(), request.path(), id -> played.wasStruck(id, point));
    }

    private void play(int number, ReproStep step) {
        Duration ahead = Duration.between(world.now(), step.at());
        if (!ahead.isNegative() && !ahead.isZero()) {
            world.advance(ahead); // the clock ran by itself
        }
        if (step.request() == null) {
            perform(number, Objects.requireNonNull(step.control()));
        } else {
            send(number, step, step.request());
        }
    }

    private void perform(int number, ControlRequest request) {
        String refused = ControlRoutes.perform(world, request).orElse(null);
        String line = request.method() + " " + request.path()
                + (request.body() == null ? "" : " " + request.body().json());
        played.put(
                number,
                new Played(
                        line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "..." : line,
                        refused == null ? null : "it was done before, and is refused now: " + refused));
    }

    private void send(int number, ReproStep step, ReproStep.Request sent) {
        ApiRequest request = new ApiRequest(
                sent.method(),
                sent.path(),
                sent.url(),
                sent.query(),
                new Headers(sent.headers()),
                Content.of(sent.content()));
        this.step = step;
        Begun begun = new Begun(number, step, request, pipeline.begin(world, request));
        ApiResponse first = begun.outcome().response();
        if (first == null) {
            finish(begun, begun.outcome());
        } else if (first.pending() == null) {
            end(begun, first);
        } else {
            waiting.add(begun);
        }
    }

    private void answerThoseThatWait() {
        for (Begun each : List.copyOf(waiting)) {
            ApiResponse.Pending pending =
                    Objects.requireNonNull(each.outcome().response()).pending();
            Objects.requireNonNull(pending).answer(world.state()).ifPresent(answer -> {
                waiting.remove(each);
                end(each, answer);
            });
        }
    }

    private void end(Begun begun, ApiResponse answer) {
        step = begun.step();
        finish(begun, pipeline.end(world, begun.request(), begun.outcome(), answer));
    }

    private void finish(Begun begun, Outcome outcome) {
        outcome.count(world);
        Exchange kept = outcome.keep(world, begun.request());
        List<String> unknown = Objects.requireNonNull(begun.step().request()).unknownCredentials();
        String line = kept.line()
                + (unknown.isEmpty()
                        ? ""
                        : " [the world did not know what was sent in " + String.join(", ", unknown)
                                + ", so the file has a fingerprint there]")
                + (begun.step().lacksAnswer() ? " [it was not answered yet]" : "");
        played.put(begun.number(), new Played(line, begun.step().differenceTo(kept, outcome.answerSum())));
    }
}
