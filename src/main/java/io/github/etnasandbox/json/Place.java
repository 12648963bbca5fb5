package io.github.etnasandbox.json;

/**
 * Where something is in a text, or the whole text.
 *
 * @param file the text's name, as the person who wrote it knows it: a path, or {@code request body}
 * @param line line from 1; 0 when the whole text is meant
 * @param column column in that line, in characters, from 1; 0 when the whole text is meant
 * @param pointer JSON pointer (RFC 6901) inside the text; empty for its root
 */
public record Place(String file, int line, int column, String pointer) {
    /** Means a text as a whole. */
    public static Place whole(String file) {
        return new Place(file, 0, 0, "");
    }
}
