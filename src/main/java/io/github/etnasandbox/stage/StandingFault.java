package io.github.etnasandbox.stage;

/** A fault in force in a world, and what has come of it so far. Safe for use by many threads. */
public interface StandingFault extends AutoCloseable {

    /** {@return the name of this fault among its world's, a number from 1} */
    String id();

    /** {@return what it does} */
    Fault fault();

    /** {@return how many requests matched, struck or not; 0 or more} */
    long matches();

    /** {@return how many requests it struck, 0 to the fault's {@code times}} */
    int hits();

    /** Removes this fault, and lets go what waits because of it. */
    @Override
    void close();
}
