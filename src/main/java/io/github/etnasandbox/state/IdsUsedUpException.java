package io.github.etnasandbox.state;

/** Says that a sequence of a world's ids has come to its end. */
public final class IdsUsedUpException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IdsUsedUpException() {
        super("the world's ids are used up, nextId is " + Integer.MAX_VALUE
                + "; reset the world, or seed it with a lower nextId");
    }

    IdsUsedUpException(String of, int highest) {
        super("the world's ids of " + of + " are used up, the highest is " + highest
                + "; reset the world, or seed it with lower ones");
    }
}
