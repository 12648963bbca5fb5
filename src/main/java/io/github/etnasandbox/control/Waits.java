package io.github.etnasandbox.control;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The control requests that wait: for something to happen, with {@code ?await=PT5S}, for who reads a large answer, or for
 * every event. Safe for use by many threads.
 */
final class Waits {
    /** The query parameter that has a request wait. */
    static final String PARAMETER = "await";

    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Each takes one of the server's threads, as held requests do. */
    private static final int MOST = 40;

    /** Each takes one as well, while its client reads. */
    private static final int MOST_READERS = 20;

    private final Semaphore room = new Semaphore(MOST);
    private final Semaphore readers = new Semaphore(MOST_READERS);
    private final EventStreams eventStreams = new EventStreams();

    EventStreams eventStreams() {
        return eventStreams;
    }

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

    /** Writes an answer piece by piece, as fast as its client reads, unless too many do that already. */
    void write(ControlReply.Stream answer, OutputStream out) throws IOException {
        if (!readers.tryAcquire()) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    MOST_READERS + " clients read exports already, and the sandbox keeps its other threads; ask later");
        }
        try {
            answer.writeTo(out);
        } finally {
            readers.release();
        }
    }
}
