package io.github.etnasandbox.state;

/** Says that a world's one sequence of ids has come to its end. */
public final class IdsUsedUpException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IdsUsedUpException() {
        super("the world's ids are used up, nextId is " + Integer.MAX_VALUE
                + "; reset the world, or seed it with a lower nextId");
    }
}
