package io.github.etnasandbox.api;

import io.github.etnasandbox.json.PercentEncoding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The path of a request below {@code /api}, split at its slashes.
 *
 * @param version what follows the {@code v} of its first segment, such as {@code 1.0}; null when that is no version
 * @param segments the segments after the version, decoded
 */
record RequestPath(@Nullable String version, List<String> segments) {
    private static final Pattern VERSION = Pattern.compile("[vV][0-9]+(\\.[0-9]+)?");

    static RequestPath parse(String path) {
        List<String> segments = segments(path);
        boolean belowApi = !segments.isEmpty() && segments.get(0).equalsIgnoreCase("api");
        List<String> rest = belowApi ? segments.subList(1, segments.size()) : segments;
        return !rest.isEmpty() && VERSION.matcher(rest.get(0)).matches()
                ? new RequestPath(rest.get(0).substring(1), rest.subList(1, rest.size()))
                : new RequestPath(null, rest);
    }

    /** One trailing slash is ignored; an empty segment elsewhere fits no route. */
    private static List<String> segments(String path) {
        boolean endsWithSlash = path.length() > 1 && path.endsWith("/");
        String inner = path.substring(Math.min(1, path.length()), path.length() - (endsWithSlash ? 1 : 0));
        List<String> segments = new ArrayList<>();
        for (String segment : inner.split("/", -1)) {
            segments.add(PercentEncoding.decoded(segment, false));
        }
        return segments;
    }

    /** Whether its version is 1.0; 1 and 01.0 are the same. */
    boolean isOfServedVersion() {
        return version != null && (version.equals("1.0") || new BigDecimal(version).compareTo(BigDecimal.ONE) == 0);
    }
}
