package io.github.etnasandbox.filter;

/**
 * Says what is wrong with a filter: where, what was found, and what is allowed there.
 */
public final class FilterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient String problem;

    FilterException(int column, String found, String allowed) {
        this("column " + column + " of the filter: found " + found + "; allowed is " + allowed);
    }

    private FilterException(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /** Returns what is wrong, for a person. */
    public String problem() {
        return problem;
    }
}
