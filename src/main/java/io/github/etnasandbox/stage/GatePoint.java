package io.github.etnasandbox.stage;

/** Where on its way a request, or a message of a streamer, is held. */
public enum GatePoint {
    /** It has arrived, and nothing has been looked at: whatever changes meanwhile decides every check. */
    BEFORE_CHECKS,
    /**
     * It has passed its checks and would change something, but has not. What would change nothing, a read or a refusal,
     * is not held here. On release it is decided anew, checks and change in one, on what the world is then.
     */
    BEFORE_APPLY,
    /** It has been decided, and its change, if it made one, is there for everyone; the answer is not sent yet. */
    AFTER_APPLY,
    /** It is a message of a streamer, about to be sent. What follows it on its connection waits behind it. */
    MESSAGE
}
