package io.github.etnasandbox.gate;

/**
 * What released a gate.
 */
public enum GateRelease {
    /** Somebody who called {@link Gate#release()}, or the control route that does. */
    CALL,
    /** Its limit: nobody had released it for that long. */
    LIMIT,
    /** Its world: it was reset, reseeded or dropped, or its sandbox was closed. */
    RESET
}
