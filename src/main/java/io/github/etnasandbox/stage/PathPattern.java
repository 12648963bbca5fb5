package io.github.etnasandbox.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * A pattern of paths inside a world. {@code *} stands for a segment or a part of one, {@code **} for any number of
 * segments, none included. Letter case does not matter, nor does one slash at the end, as in the API's routes. A path is
 * compared as the client sent it, percent-encoded and without its query.
 *
 * @param text such as {@code /api/v1.0/accounts/6303/orders} or {@code **}{@code /orders/*}
 */
public record PathPattern(String text) {
    /** What a pattern must be, for messages. */
    public static final String EXPECTED =
            "a path pattern such as \"**/orders/73552\": it starts with / or **, * stands for a segment or a part of one,"
                    + " ** for any number of whole segments";

    /** Rejects what starts with neither {@code /} nor {@code **}, or has {@code **} as a part of a segment. */
    public PathPattern {
        boolean begun = text.startsWith("/") || text.startsWith("**");
        if (!begun || segments(text).stream().anyMatch(segment -> segment.contains("**") && !segment.equals("**"))) {
            throw new IllegalArgumentException("'" + text + "' must be " + EXPECTED);
        }
    }

    /**
     * {@return whether a path fits this pattern from its first segment to its last}
     *
     * @param path an absolute path inside a world
     */
    public boolean matches(String path) {
        return fits(segments(text), "**", segments(path), PathPattern::segmentFits);
    }

    /** Returns the pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }

    private static List<String> segments(String path) {
        int from = path.startsWith("/") ? 1 : 0;
        int to = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        return Arrays.asList(path.substring(from, to).toLowerCase(Locale.ROOT).split("/", -1));
    }

    private static boolean segmentFits(String pattern, String segment) {
        return pattern.contains("*")
                ? fits(characters(pattern), '*', characters(segment), Character::equals)
                : pattern.equals(segment);
    }

    private static List<Character> characters(String text) {
        return text.chars().mapToObj(each -> (char) each).toList();
    }

    /**
     * Compares element by element. A star takes nothing at first, and one more each time that what follows does not fit;
     * going back to the last star only is enough, so that no pattern takes longer than its length times the path's.
     */
    private static <T> boolean fits(List<T> pattern, T star, List<T> found, BiPredicate<T, T> fits) {
        int i = 0;
        int at = 0;
        int lastStar = -1;
        int takenByStar = 0;
        while (at < found.size()) {
            if (i < pattern.size() && pattern.get(i).equals(star)) {
                lastStar = i++;
                takenByStar = at;
            } else if (i < pattern.size() && fits.test(pattern.get(i), found.get(at))) {
                i++;
                at++;
            } else if (lastStar >= 0) {
                i = lastStar + 1;
                at = ++takenByStar;
            } else {
                return false;
            }
        }
        while (i < pattern.size() && pattern.get(i).equals(star)) {
            i++;
        }
        return i == pattern.size();
    }
}
