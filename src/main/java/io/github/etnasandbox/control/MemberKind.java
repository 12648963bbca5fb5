package io.github.etnasandbox.control;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a member may hold. {@link MemberKinds} has those there are.
 *
 * @param complaint says what is wrong with a value that was not read
 */
record MemberKind<T>(Reading<T> reading, Complaint complaint) {

    /** Reads the value that the reader stands at; null, and the reader where it was, when it is of another kind. */
    @FunctionalInterface
    interface Reading<T> {
        @Nullable T of(BodyReader reader) throws IOException;
    }

    /** Says what is wrong with the value that the reader stands at. */
    @FunctionalInterface
    interface Complaint {
        String about(BodyReader reader) throws IOException;
    }

    /** @param expected what is allowed, such as {@code a number} */
    static <T> MemberKind<T> of(String expected, Reading<T> reading) {
        return new MemberKind<>(reading, reader -> "must be " + expected + ", found " + reader.found());
    }

    /** This kind, with something to add when a text was found that was not allowed. */
    MemberKind<T> withHint(UnaryOperator<String> hint) {
        return new MemberKind<>(
                reading, reader -> complaint.about(reader) + (reader.isText() ? hint.apply(reader.text()) : ""));
    }
}
