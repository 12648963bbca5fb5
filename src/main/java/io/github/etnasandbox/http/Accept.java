package io.github.etnasandbox.http;

import java.util.Locale;

/** Reads an {@code Accept} header as far as the API has a choice (RFC 9110, 12.5.1). */
final class Accept {
    private Accept() {}

    /** Tells whether {@code text/json} has a higher weight than {@code application/json}, or the same and stands first. */
    static boolean prefersTextJson(String header) {
        double application = -1;
        double text = -1;
        boolean textFirst = false;
        for (String item : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = item.split(";", -1);
            String range = parts[0].trim();
            double weight = weight(parts);
            if (range.equals("text/json") || range.equals("text/*")) {
                textFirst |= application < 0;
                text = Math.max(text, weight);
            } else if (range.equals("application/json") || range.equals("application/*") || range.equals("*/*")) {
                application = Math.max(application, weight);
            }
        }
        return text > 0 && (text > application || (text == application && textFirst));
    }

    private static double weight(String... parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim();
            if (parameter.startsWith("q=")) {
                try {
                    return Double.parseDouble(parameter.substring(2));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 1;
    }
}
