package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.venue.PassingTime.Fired;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The routes that tell and move a world's time. Each answers with the clock as it is then, and what happened on the way. */
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
        write(context, shown, null);
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

    private static void write(Context context, World shown, @Nullable List<Fired> fired) {
        Json.write(context, json -> {
            json.writeStartObject();
            json.writeStringField("now", JsonDate.spell(shown.now()));
            json.writeStringField("mode", MemberKinds.word(shown.settings().clock()));
            if (fired != null) {
                write(json, fired);
            }
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, List<Fired> fired) throws IOException {
        json.writeArrayFieldStart("fired");
        for (Fired one : fired) {
            json.writeStartObject();
            json.writeStringField("at", JsonDate.spell(one.at()));
            json.writeNumberField("order", one.order().id().value());
            json.writeStringField("event", one.event());
            json.writeStringField("status", one.order().status().word());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
