package io.github.etnasandbox.control;

import io.github.etnasandbox.fixture.FixtureProblem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the body of a control request, up to a number that a person still reads. */
final class BodyProblems {
    private static final int MOST = 100;

    private final List<FixtureProblem> found = new ArrayList<>();

    /**
     * Adds a problem.
     *
     * @param line the line from 1, 0 when the whole body is meant
     * @param column the column from 1, 0 when the whole body is meant
     * @throws Problem when there are too many to go on
     */
    BodyProblems add(int line, int column, String pointer, String message) {
        found.add(new FixtureProblem("request body", line, column, pointer, message));
        if (found.size() == MOST) {
            throw problem();
        }
        return this;
    }

    boolean areAny() {
        return !found.isEmpty();
    }

    /** All of them, to be thrown. */
    Problem problem() {
        return Problem.ofBody(found);
    }
}
