package io.github.etnasandbox.json;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The encoding of characters in URLs (RFC 3986, 2.1). */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** Encodes a text as one segment of a path. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Decodes a percent-encoded text; a wrongly encoded one stays as it is.
     *
     * @param plusIsSpace as in a query, and not in a path
     */
    public static String decoded(String text, boolean plusIsSpace) {
        if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
            return text;
        }
        try {
            return URLDecoder.decode(plusIsSpace ? text : text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
