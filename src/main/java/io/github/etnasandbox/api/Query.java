package io.github.etnasandbox.api;

import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.json.PercentEncoding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query, as they were sent. The letter case of their names does not matter; when a name was sent
 * twice, the first one counts, as in the framework.
 */
record Query(List<String> parameters) {

    /** Reads what follows the question mark; null when there is none. */
    static Query parse(@Nullable String query) {
        String[] parameters = query == null ? new String[0] : query.split("&");
        return new Query(
                Arrays.stream(parameters).filter(each -> !each.isEmpty()).toList());
    }

    Optional<String> first(QueryParameter parameter) {
        return first(parameter.word());
    }

    /** The value of a parameter, decoded; empty when it was not sent. */
    Optional<String> first(String name) {
        int index = indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(value(parameters.get(index)));
    }

    /** This query as text with another value for one parameter; the others stay as they were sent. */
    String with(String name, int value) {
        List<String> changed = new ArrayList<>(parameters);
        int index = indexOf(name);
        if (index < 0) {
            changed.add(name + "=" + value);
        } else {
            changed.set(index, name + "=" + value);
        }
        return String.join("&", changed);
    }

    /** Writes a parameter as it is sent. */
    static String spell(QueryParameter parameter, String value) {
        return parameter.word() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Names a parameter that was sent and may be the one meant; null when none is like it. */
    @Nullable String nearMiss(String name) {
        return parameters.stream()
                .map(Query::name)
                .filter(sent -> NearMiss.of(sent, List.of(name)).isPresent())
                .findFirst()
                .map(sent -> "'" + sent + "' was sent")
                .orElse(null);
    }

    private int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (name(parameters.get(i)).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return PercentEncoding.decoded(equals < 0 ? parameter : parameter.substring(0, equals), true);
    }

    private static String value(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? "" : PercentEncoding.decoded(parameter.substring(equals + 1), true);
    }
}
