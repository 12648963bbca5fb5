package io.github.etnasandbox.stream;

/** What a connection is made of. No call waits for the client. */
public interface Wire {
    /**
     * Sends a text; the one before has been sent.
     *
     * @param sent is run once this one is on its way, by any thread
     */
    void send(String text, Runnable sent);

    /** Says goodbye and closes. */
    void close(int code, String reason);

    /** Closes without a goodbye. */
    void abort();

    /** Asks for the next text of the client, which comes to {@link Streams.Opened#received}. */
    void receive();
}
