package io.github.etnasandbox.bench.report;

import java.util.Locale;

/**
 * One thing the sandbox wants to reach.
 *
 * @param what the aim in words, its limit included
 * @param reached what was measured, in words
 * @param met whether that is enough
 */
record Aim(String what, String reached, boolean met) {
    static Aim atMost(String what, double limit, double measured, String unit) {
        return new Aim(what + " ≤ " + text(limit, unit), text(measured, unit), measured <= limit);
    }

    static Aim atLeast(String what, double limit, double measured, String unit) {
        return new Aim(what + " ≥ " + text(limit, unit), text(measured, unit), measured >= limit);
    }

    private static String text(double value, String unit) {
        String number = value == Math.rint(value) && value < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value);
        return number + unit;
    }
}
