package io.github.etnasandbox.control;

import io.github.etnasandbox.journal.Version;
import io.github.etnasandbox.world.RealTime;
import io.github.etnasandbox.world.Worlds;
import io.javalin.http.Context;
import java.time.Duration;

/** {@code GET /sandbox/health}: ready, since when in real time, with how many worlds. */
final class HealthEndpoint {
    private final Worlds worlds;
    private final long startedAtNanos = RealTime.nanos();

    HealthEndpoint(Worlds worlds) {
        this.worlds = worlds;
    }

    void get(Context context) {
        Json.write(context, json -> {
            json.writeStartObject();
            json.writeStringField("status", "ready");
            json.writeStringField("version", Version.TEXT);
            json.writeStringField(
                    "uptime",
                    Duration.ofMillis((RealTime.nanos() - startedAtNanos) / 1_000_000)
                            .toString());
            json.writeNumberField("worlds", worlds.count());
            json.writeEndObject();
        });
    }
}
