package io.github.etnasandbox.json;

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
