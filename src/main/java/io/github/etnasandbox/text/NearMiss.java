package io.github.etnasandbox.text;

import java.util.Optional;

/**
 * Finds what a mistyped word was probably meant to be.
 */
public final class NearMiss {
    private NearMiss() {}

    /**
     * Finds the candidate that takes the fewest single-character edits (insert, delete, replace), letter case aside.
     *
     * @param word what was found
     * @param candidates what is allowed
     * @return the closest candidate, empty when even that one is more than a third of the word away
     */
    public static Optional<String> of(String word, Iterable<String> candidates) {
        String closest = null;
        int fewest = 1 + Math.max(1, Math.min(word.length(), 12) / 3);
        for (String candidate : candidates) {
            int edits = candidate.equalsIgnoreCase(word) ? 0 : edits(word, candidate);
            if (edits < fewest) {
                closest = candidate;
                fewest = edits;
            }
        }
        return Optional.ofNullable(closest);
    }

    /**
     * Counts the single-character edits between two words (their Levenshtein distance).
     *
     * @param from one word
     * @param to the other
     * @return 0 when they are equal; more than 64 characters of either are not looked at
     */
    public static int edits(String from, String to) {
        int width = Math.min(to.length(), 64);
        int[] row = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= Math.min(from.length(), 64); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= width; j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[width] + Math.max(0, from.length() - 64) + Math.max(0, to.length() - 64);
    }
}
