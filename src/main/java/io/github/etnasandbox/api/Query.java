package io.github.etnasandbox.api;

import io.github.etnasandbox.json.NearMiss;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request: its parameters in the order they were sent. Names are taken in any letter case; of a name that
 * was sent more than once the first one counts, as in the framework.
 */
record Query(List<Parameter> parameters) {

    /**
     * One parameter.
     *
     * @param value its value, decoded; empty when there is none
     */
    record Parameter(String name, String value, String sent) {
        static Parameter parse(String sent) {
            int equals = sent.indexOf('=');
            return equals < 0
                    ? new Parameter(decoded(sent), "", sent)
                    : new Parameter(decoded(sent.substring(0, equals)), decoded(sent.substring(equals + 1)), sent);
        }

        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /** Reads what stands behind the question mark; null when there is none. */
    static Query parse(@Nullable String query) {
        List<Parameter> parameters = new ArrayList<>();
        for (String sent : query == null ? new String[0] : query.split("&")) {
            if (!sent.isEmpty()) {
                parameters.add(Parameter.parse(sent));
            }
        }
        return new Query(parameters);
    }

    /** The value of a parameter, empty when it was not sent. */
    Optional<String> first(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.isNamed(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** This query as text, with another value for one parameter; all others stay as they were sent, in their places. */
    String with(String name, int value) {
        List<String> texts = parameters.stream().map(Parameter::sent).collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < texts.size(); i++) {
            if (parameters.get(i).isNamed(name)) {
                texts.set(i, name + "=" + value);
                return String.join("&", texts);
            }
        }
        texts.add(name + "=" + value);
        return String.join("&", texts);
    }

    /** Tells a parameter that was sent and may be the one meant; null when none is like it. */
    @Nullable String nearMiss(String name) {
        return parameters.stream()
                .map(Parameter::name)
                .filter(sent -> NearMiss.of(sent, List.of(name)).isPresent())
                .findFirst()
                .map(sent -> "'" + sent + "' was sent")
                .orElse(null);
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
