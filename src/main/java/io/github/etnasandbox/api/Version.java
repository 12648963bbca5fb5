package io.github.etnasandbox.api;

import org.jspecify.annotations.Nullable;

/**
 * The version segment of a path, {@code v1.0}.
 *
 * @param minor its second number; 0 when there is none
 */
record Version(String text, String major, String minor) {

    /** Reads a segment; null when it is no version at all. */
    static @Nullable Version parse(String segment) {
        if (segment.length() < 2 || (segment.charAt(0) != 'v' && segment.charAt(0) != 'V')) {
            return null;
        }
        String text = segment.substring(1);
        int dot = text.indexOf('.');
        String major = dot < 0 ? text : text.substring(0, dot);
        String minor = dot < 0 ? "0" : text.substring(dot + 1);
        return isNumber(major) && isNumber(minor) ? new Version(text, shortest(major), shortest(minor)) : null;
    }

    boolean isServed() {
        return major.equals("1") && minor.equals("0");
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String shortest(String number) {
        int from = 0;
        while (from < number.length() - 1 && number.charAt(from) == '0') {
            from++;
        }
        return number.substring(from);
    }
}
