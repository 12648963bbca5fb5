package io.github.etnasandbox.filter;

/**
 * A piece of a filter.
 *
 * @param text it as written; of a date what stands between the hashes
 * @param column where it starts, from 1
 */
record Token(Kind kind, String text, int column) {

    /** What a piece can be. */
    enum Kind {
        WORD,
        NUMBER,
        DATE,
        SIGN,
        END
    }

    boolean is(String keyword) {
        return kind != Kind.DATE && text.equalsIgnoreCase(keyword);
    }

    FilterException insteadOf(String allowed) {
        String found = switch (kind) {
            case END -> "the end";
            case DATE -> "'#" + text + "#'";
            case WORD, NUMBER, SIGN -> "'" + text + "'";
        };
        return new FilterException(column, found, allowed);
    }
}
