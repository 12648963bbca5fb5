package io.github.etnasandbox.control;

import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** The routes that tell and move a world's time. Each answers with the clock as it is then. */
final class ClockEndpoints {
    private static final Member<Instant> NOW = Member.required("now", MemberKinds.INSTANT);
    private static final Member<Duration> BY = Member.required("by", MemberKinds.DURATION);

    private final Function<Context, World> world;

    ClockEndpoints(Function<Context, World> world) {
        this.world = world;
    }

    /** {@code GET /sandbox/clock}. */
    void get(Context context) {
        World shown = world.apply(context);
        write(context, shown, shown.now());
    }

    /** {@code PUT /sandbox/clock} with {@code {"now": "2019-01-22T15:30:00Z"}}: forward to that instant. */
    void set(Context context) {
        World moved = world.apply(context);
        Instant instant = ControlBody.read(context, NOW).get(NOW);
        advance(context, moved, Duration.between(moved.now(), instant));
    }

    /** {@code POST /sandbox/clock/advance} with {@code {"by": "PT2S"}}: forward by that duration. */
    void advance(Context context) {
        World moved = world.apply(context);
        advance(context, moved, ControlBody.read(context, BY).get(BY));
    }

    private static void advance(Context context, World moved, Duration by) {
        try {
            write(context, moved, moved.advance(by));
        } catch (IllegalArgumentException outOfRange) {
            throw Problem.unprocessable(String.valueOf(outOfRange.getMessage()));
        } catch (IllegalStateException realClock) {
            throw Problem.conflict(String.valueOf(realClock.getMessage()));
        }
    }

    private static void write(Context context, World shown, Instant now) {
        Json.write(context, json -> {
            json.writeStartObject();
            json.writeStringField("now", JsonDate.spell(now));
            json.writeStringField("mode", MemberKinds.word(shown.settings().clock()));
            json.writeEndObject();
        });
    }
}
