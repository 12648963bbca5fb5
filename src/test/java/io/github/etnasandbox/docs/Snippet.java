package io.github.etnasandbox.docs;

import java.nio.file.Path;

/**
 * A block of code in a document.
 *
 * @param file the document
 * @param line the block's first line in it, from 1
 * @param section the heading it stands below, the document's own or one of the second level; empty for none
 * @param language what the document says it is written in, empty for nothing
 * @param source the file that it is taken from, as the document names it behind the language; empty for none
 * @param text its lines, each with its end
 */
record Snippet(Path file, int line, String section, String language, String source, String text) {

    /** Where the snippet is, in the form that terminals and editors make a link of. */
    String place() {
        return file + ":" + line;
    }

    /** Whether there is nothing but fences, and perhaps one empty line, between this snippet and another. */
    boolean isRightBefore(Snippet next) {
        long lineBehind = line + text.lines().count();
        return next.line - lineBehind <= 3;
    }
}
