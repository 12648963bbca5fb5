package io.github.etnasandbox.gate;

/**
 * What a gate is doing. It goes forward only, from open to holding to released, or from open to released.
 */
public enum GateState {
    /** It waits for a request that matches. */
    OPEN,
    /** A request waits at it; others pass. */
    HOLDING,
    /** It holds nothing any more: every request passes. */
    RELEASED
}
