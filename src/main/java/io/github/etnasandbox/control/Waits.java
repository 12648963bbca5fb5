package io.github.etnasandbox.control;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The control requests that wait for something, with {@code ?await=PT5S}. Safe for use by many threads. */
final class Waits {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Each takes one of the server's threads, as held requests do. */
    private static final int MOST = 40;

    private final Semaphore room = new Semaphore(MOST);

    /** How long a request would wait, in real time; empty when it would not. */
    static Optional<Duration> of(Context context) {
        String await = context.queryParam("await");
        if (await == null) {
            return Optional.empty();
        }
        Duration duration = MemberKinds.duration(await);
        if (duration == null || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            throw Problem.unprocessable("query parameter await is '" + await
                    + "'; it must be an ISO 8601 duration such as PT5S, at most PT60S");
        }
        return Optional.of(duration);
    }

    /** Waits, unless too many do already. */
    void await(Duration atMost, Consumer<Duration> waiting) {
        if (!room.tryAcquire()) {
            throw Problem.of(
                    503,
                    "Service Unavailable",
                    MOST
                            + " control requests wait already, and the sandbox keeps its other threads; ask without await");
        }
        try {
            waiting.accept(atMost);
        } finally {
            room.release();
        }
    }
}
