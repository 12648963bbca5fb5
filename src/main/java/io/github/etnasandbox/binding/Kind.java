package io.github.etnasandbox.binding;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a property may hold, in the forms that Json.NET takes for its type. Immutable. */
abstract class Kind {
    private final String expected;

    /** @param expected what is allowed, such as {@code a number} */
    Kind(String expected) {
        this.expected = expected;
    }

    /**
     * Reads the value that the body stands at, and leaves the body at the value's last token.
     *
     * @return the value; null when it is not allowed, the body where it was
     */
    abstract @Nullable Object read(Body body) throws IOException;

    /** Says what is wrong with a value that is not allowed. */
    String complaint(Body body) throws IOException {
        return "must be " + expected + ", found " + body.found();
    }
}
