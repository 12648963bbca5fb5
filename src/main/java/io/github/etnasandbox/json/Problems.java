package io.github.etnasandbox.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Collects what is wrong with one text or several, up to a number that a person still reads. Not thread-safe. */
public final class Problems {
    /** How many problems are collected; when there is one more, a last line says so and the reading ends. */
    public static final int MOST = 100;

    private final List<JsonProblem> found = new ArrayList<>();
    private final Function<List<JsonProblem>, ? extends RuntimeException> refusal;

    /** @param refusal makes the exception that refuses what was read, of at least one problem */
    public Problems(Function<List<JsonProblem>, ? extends RuntimeException> refusal) {
        this.refusal = refusal;
    }

    /** Adds a problem. Throws the refusal when there are too many to go on. */
    public void add(Place place, String message) {
        add(new JsonProblem(place, message, false));
    }

    void add(JsonProblem problem) {
        if (found.size() == MOST) {
            String more = "and more: only the first " + MOST + " problems are listed";
            found.add(new JsonProblem(Place.whole(problem.place().file()), more, false));
            throw refusal.apply(found);
        }
        found.add(problem);
    }

    /** Counts the problems so far. */
    public int count() {
        return found.size();
    }

    /** Throws the refusal when there is a problem. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw refusal.apply(found);
        }
    }
}
