package io.github.etnasandbox.filter;

/** Says what is wrong with a filter: where, what was found, and what is allowed there. */
public final class FilterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FilterException(int column, String found, String allowed) {
        super("column " + column + " of the filter: found " + found + "; allowed is " + allowed, null, false, false);
    }

    /** What is wrong, for a person. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
