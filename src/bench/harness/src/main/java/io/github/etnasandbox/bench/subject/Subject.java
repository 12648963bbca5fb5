package io.github.etnasandbox.bench.subject;

import java.nio.file.Path;

/** A server to be measured, not started yet. It answers {@link CancelRequest} with 204. */
public interface Subject {

    /** Starts the server as its documentation's first example does, on loopback and any free port. */
    Started start() throws Exception;

    /**
     * Starts the server for a load of cancels.
     *
     * @param orders how many orders, {@link CancelRequest#FIRST_OF_MANY} and those after it, can be canceled once each
     */
    default Started startForLoad(int orders) throws Exception {
        return start();
    }

    /**
     * Starts the server for lists of orders.
     *
     * @param folder fixtures with a large account; a server without orders answers what {@code page.json} in it holds
     */
    default Started startForLists(Path folder) throws Exception {
        return start();
    }

    /** A running server. */
    interface Started extends AutoCloseable {
        int port();

        /** Forgets what earlier requests left behind. */
        default void reset() {}

        @Override
        void close();
    }
}
