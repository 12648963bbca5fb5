package io.github.etnasandbox.world;

/** How a world's clock moves. */
public enum ClockMode {
    /** Stands at the fixtures' instant until told to move: the default, and the only repeatable one. */
    FROZEN,
    /** Starts at the fixtures' instant, again at every reset, and runs at the pace of real time. */
    TICKING,
    /** Is the real clock. */
    SYSTEM
}
