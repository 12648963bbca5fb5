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
        add(place, message, false);
    }

    void add(Place place, String message, boolean contradiction) {
        if (found.size() == MOST) {
            String more = "and more: only the first " + MOST + " problems are listed";
            found.add(new JsonProblem(Place.whole(place.file()), more, false));
            throw refusal.apply(found);
        }
        found.add(new JsonProblem(place, message, contradiction));
    }

    public int count() {
        return found.size();
    }

    /** Throws the refusal when there is a problem. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw refusal.apply(found);
        }
    }

    /**
     * One thing that is wrong with a JSON text, and where.
     *
     * @param message what was found, what is allowed, and the near miss if there is one
     * @param contradiction whether each value is right by itself, but not together with the others of its object
     */
    public record JsonProblem(Place place, String message, boolean contradiction) {
        /** Renders the problem as compilers do, {@code file:line:column: pointer: message}. */
        @Override
        public String toString() {
            String where = place.line() == 0 ? place.file() : place.file() + ":" + place.line() + ":" + place.column();
            return where + ": " + (place.pointer().isEmpty() ? "" : place.pointer() + ": ") + message;
        }
    }
}
