package io.github.etnasandbox.stage;

/** When a fault strikes. What a client sees may be the same; what has happened is not. */
public enum FaultPoint {
    /** It has arrived, and nothing has happened: no gate was passed, nothing was looked at or changed. */
    BEFORE,
    /** It has been decided, and its change, if it made one, is there for everyone; only the answer suffers. */
    AFTER,
    /** A message of a streamer is about to be sent. What it tells has happened; only the message suffers. */
    MESSAGE
}
