package io.github.etnasandbox.cli;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.text.NearMiss;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads the values of arguments. A bad one ends in an {@link IllegalArgumentException} that says what would be right.
 */
final class Values {
    private Values() {}

    static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no port; 1 to 65535 are, and 0 for any free one", e);
        }
    }

    static String host(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("the host is blank; 127.0.0.1 is right for this machine alone");
        }
        return text;
    }

    /** The name of a packaged set wins over a folder of that name, which can still be written with a slash. */
    static Fixtures fixtures(String text) {
        Path folder = Path.of(text);
        if (text.contains("/") || text.contains(File.separator)) {
            return Fixtures.folder(folder);
        }
        try {
            return Fixtures.named(text);
        } catch (IllegalArgumentException e) {
            if (Files.isDirectory(folder)) {
                return Fixtures.folder(folder);
            }
            throw new IllegalArgumentException("there is no folder '" + text + "' here, and " + e.getMessage(), e);
        }
    }

    static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no ISO 8601 duration; PT24H is a day, PT90S are ninety seconds", e);
        }
    }

    static int bytes(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no number of bytes; 0 to " + Integer.MAX_VALUE + " are", e);
        }
    }

    static boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    static <E extends Enum<E>> E constant(String what, Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("there is no " + what + " '" + text + "', but " + choice(type)
                + NearMiss.of(text, words(type))
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""));
    }

    /** "frozen, ticking or system". */
    static <E extends Enum<E>> String choice(Class<E> type) {
        List<String> words = words(type);
        int last = words.size() - 1;
        return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /** The name of a constant as it is typed. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Values::word).toList();
    }
}
