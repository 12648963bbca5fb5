package io.github.etnasandbox.control;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The control requests that wait for something, with {@code ?await=PT5S}. Safe for use by many threads. */
final class Waits {
    /** The query parameter that has a request wait. */
    static final String PARAMETER = "await";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Each takes one of the server's threads, as held requests do. */
    private static final int MOST = 40;

    private final Semaphore room = new Semaphore(MOST);

    /** How long a request would wait, in real time; empty when it would not. */
    static Optional<Duration> of(QueryReader query) {
        return query.find(PARAMETER, "an ISO 8601 duration such as PT5S, at most PT60S", sent -> {
            Duration duration = Duration.parse(sent);
            return duration.isNegative() || duration.compareTo(LONGEST) > 0 ? null : duration;
        });
    }

    /** Waits, unless too many do already. */
    void await(Duration atMost, Consumer<Duration> waiting) {
        if (!room.tryAcquire()) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
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
