package io.github.etnasandbox.world;

import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.journal.Journal;
import java.time.Duration;

/** What a test asks of the requests that a world was sent. All of it is safe for use by many threads. */
public interface RequestLog {

    /** {@return the request journal of the world's API, for the world's whole life; a reset empties it} */
    Journal journal();

    /**
     * Waits until there are requests that match.
     *
     * @param pattern which ones
     * @param limit how much real time to wait at most
     * @return those that match by then; none when the time is up, the world is dropped or the thread is interrupted
     */
    Exchanges awaitRequests(ExchangePattern pattern, Duration limit);

    /** {@return the last requests to the world's API and what came of each, as the request journal has them now} */
    default Exchanges requests() {
        return journal().exchanges();
    }

    /**
     * Waits until a request has been answered; returns at once when one has been already.
     *
     * @param pattern which one
     * @param limit how much real time to wait at most
     * @return the first that matches
     * @throws AssertionError when there is none by then; it shows what comes nearest and how that differs
     */
    default Exchange awaitRequest(ExchangePattern pattern, Duration limit) {
        Exchanges found = awaitRequests(pattern, limit);
        if (found.isEmpty()) {
            throw new AssertionError(
                    "there was no " + pattern + " within " + limit + requests().nearest(pattern));
        }
        return found.get(0);
    }
}
