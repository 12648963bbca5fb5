package io.github.etnasandbox.json;

import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped word was probably meant to be. */
public final class NearMiss {
    /** No known word is longer; what takes the square of its length to compare is not compared. */
    private static final int LONGEST = 200;

    private NearMiss() {}

    /**
     * Finds the candidate that takes the fewest edits, letter case aside.
     *
     * @return the closest candidate, empty when even that one is no slip but another word: more than two edits away, or
     *     more than one of a word with less than six letters, or any of one with less than four
     */
    public static Optional<String> of(String word, Iterable<String> candidates) {
        String closest = null;
        int fewest = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int edits = edits(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (edits < fewest && edits <= tolerated(candidate)) {
                closest = candidate;
                fewest = edits;
            }
        }
        return Optional.ofNullable(closest);
    }

    /** Asks {@code did you mean 'Price'?}, in such quotes, of the nearest candidate; empty when none is near. */
    public static Optional<String> question(String word, Iterable<String> candidates, String quote) {
        return of(word, candidates).map(meant -> "did you mean " + quote + meant + quote + "?");
    }

    /** The {@link #question} as the end of a sentence, behind a semicolon; an empty text when none is near. */
    public static String hint(String word, Iterable<String> candidates, String quote) {
        return question(word, candidates, quote).map("; "::concat).orElse("");
    }

    /** A short word is soon like any other. */
    private static int tolerated(String word) {
        return word.length() < 4 ? 0 : word.length() < 6 ? 1 : 2;
    }

    /**
     * Counts the edits that make one word of another: a character left out, put in, mistaken, or swapped with its neighbour. Words
     * whose lengths differ by more than two, or that have more than 200 characters, are not compared, but called as far apart
     * as can be.
     */
    public static int edits(String from, String to) {
        if (Math.abs(from.length() - to.length()) > 2 || from.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        int[] twoAbove = new int[to.length() + 1];
        int[] above = new int[to.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int mistaken = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(mistaken, 1 + Math.min(above[j], row[j - 1]));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
                }
            }
            twoAbove = above;
            above = row;
        }
        return above[to.length()];
    }
}
