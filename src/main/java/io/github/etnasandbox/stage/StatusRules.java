package io.github.etnasandbox.stage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an answer of a fault's own may be, so that it can be sent, and written down. */
final class StatusRules {
    private static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_HEAD = 4_000;
    private static final List<Integer> WITHOUT_BODY = List.of(204, 205, 304);
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+"); // RFC 9110, 5.6.2
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final List<String> OF_THE_SERVER = List.of("content-length", "transfer-encoding");

    private StatusRules() {}

    /** Rejects what cannot be sent; returns the headers, copied in their order. */
    static Map<String, String> checked(int status, Map<String, String> headers, String body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("the status is " + status + "; it must be from 200 to 599");
        }
        if (WITHOUT_BODY.contains(status) && !body.isEmpty()) {
            throw new IllegalArgumentException("an answer " + status + " has no body");
        }
        if (body.length() > LONGEST_BODY) {
            throw new IllegalArgumentException(
                    "the body has " + body.length() + " characters; it may have " + LONGEST_BODY);
        }
        int length = 0;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            requireHeader(header.getKey(), header.getValue());
            length += header.getKey().length() + header.getValue().length();
        }
        if (length > LONGEST_HEAD) {
            throw new IllegalArgumentException(
                    "the headers have " + length + " characters; they may have " + LONGEST_HEAD);
        }
        return Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    private static void requireHeader(String name, String value) {
        if (!TOKEN.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a header");
        }
        if (OF_THE_SERVER.stream().anyMatch(name::equalsIgnoreCase)) {
            throw new IllegalArgumentException("the header " + name + " is the server's own");
        }
        if (!PRINTABLE.matcher(value).matches()) {
            throw new IllegalArgumentException("the header " + name + " may hold printable ASCII characters only");
        }
    }
}
