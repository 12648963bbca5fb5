package io.github.etnasandbox.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.DueEvent;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.VenueAnswer;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.world.ClockMode;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routes that tell and move a world's time. Each answers with the clock as it is then, and what happened on the way. */
final class ClockEndpoints {
    static final Shape<Void> CLOCK = Shape.strict();
    private static final Field<Void, Instant> NOW = CLOCK.required("now", Kinds.DATE);
    static final Shape<Void> STEP = Shape.strict();
    private static final Field<Void, Duration> BY = STEP.required("by", Kinds.DURATION);

    private ClockEndpoints() {}

    /** {@code GET /sandbox/clock}. */
    static ControlReply get(ControlCall call) {
        return ControlReply.of(ShownClock.of(call.world(), null));
    }

    /** {@code GET /sandbox/clock/next}: what happens by itself next; 204 when nothing does. */
    static ControlReply next(ControlCall call) {
        Orders orders = call.world().state().orders();
        return Stream.concat(
                        Stream.ofNullable(orders.nextAnswered(Instant.MAX)).map(ShownEvent::ofAnswer),
                        orders.expiring(Instant.MIN, Instant.MAX).stream().map(ShownEvent::ofExpiry))
                .min(Comparator.comparing(ShownEvent::at)) // an answer comes before an expiry at the same instant
                .map(ControlReply::of)
                .orElse(ControlReply.DONE);
    }

    /** {@code PUT /sandbox/clock} with {@code {"now": "2019-01-22T15:30:00Z"}}: forward to that instant. */
    static ControlReply set(ControlCall call) {
        World moved = call.world();
        Instant instant = call.body(CLOCK).get(NOW);
        return advance(moved, Duration.between(moved.now(), instant));
    }

    /** {@code POST /sandbox/clock/advance} with {@code {"by": "PT2S"}}: forward by that duration. */
    static ControlReply advance(ControlCall call) {
        World moved = call.world();
        return advance(moved, call.body(STEP).get(BY));
    }

    private static ControlReply advance(World moved, Duration by) {
        List<DueEvent> fired = Problem.attempt(() -> moved.advance(by));
        return ControlReply.of(
                ShownClock.of(moved, fired.stream().map(ShownEvent::of).toList()));
    }

    record ShownClock(
            Instant now,
            ClockMode mode,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ShownEvent> fired) {

        static ShownClock of(World world, @Nullable List<ShownEvent> fired) {
            return new ShownClock(world.now(), world.settings().clock(), fired);
        }
    }

    record ShownEvent(Instant at, int order, String event, String status) {
        static ShownEvent ofAnswer(Order order) {
            VenueAnswer answer = Objects.requireNonNull(order.progress().answer());
            return of(new DueEvent(answer.at(), Word.of(answer.kind()), order));
        }

        static ShownEvent ofExpiry(Order order) {
            return of(new DueEvent(order.terms().expireDate(), VenueEvent.EXPIRE.word(), order));
        }

        static ShownEvent of(DueEvent one) {
            return new ShownEvent(
                    one.at(),
                    one.order().id().value(),
                    one.event(),
                    one.order().status().word());
        }
    }
}
