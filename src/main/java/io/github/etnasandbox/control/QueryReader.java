package io.github.etnasandbox.control;

import io.github.etnasandbox.json.NearMiss;
import io.javalin.http.HttpStatus;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the query of a control request whose parameters are listed, and collects everything that is wrong with it. */
final class QueryReader {
    private final Map<String, List<String>> query;
    private final List<String> problems = new ArrayList<>();

    QueryReader(Map<String, List<String>> query, List<String> allowed) {
        this.query = query;
        query.forEach((name, values) -> {
            if (!allowed.contains(name)) {
                problems.add("unknown query parameter '" + name + "'; allowed are " + String.join(", ", allowed)
                        + NearMiss.hint(name, allowed, "'"));
            } else if (values.size() > 1) {
                problems.add("query parameter " + name + " stands there " + values.size() + " times; once is right");
            }
        });
    }

    /** What a parameter of any control route means. */
    static String description(String name) {
        return switch (name) {
            case "method" -> "The method, in capitals";
            case "path" -> "A pattern of paths, as of a fault";
            case "status" -> "The status: of requests that of the answer, 0 for none; of orders the order's";
            case "event" -> "A webhook's event, such as order.filled";
            case "state" -> "How far a delivery is: pending, delivered or failed";
            case "account" -> "The id of an account";
            case "orders" -> "Whether orders are shown as well: true or false";
            case "skip" -> "How many of those that match are left out at the beginning";
            case "connection" -> "The number of a connection to a streamer";
            case "type" -> "What a message is about, or its command, such as Order or Subscribe.txt";
            case "key" -> "The id of the account, user or security that a message tells about";
            case "order" -> "The id of an order";
            case "rule" -> "The rule of the answer, such as not-outstanding";
            case "after" -> "The number of a request or a message, or the id of an order; only later ones are meant";
            case "limit" -> "How many at most";
            case "newest" -> "Whether the newest are meant, not the oldest: true or false";
            case "request" -> "The number of a request; the new world begins with what this one was after it";
            case "snapshot" -> "The name of a snapshot that the new world begins with";
            case Waits.PARAMETER -> "How long to wait at most: an ISO 8601 duration up to PT60S";
            default -> throw new IllegalArgumentException("nothing tells what " + name + " means");
        };
    }

    /**
     * The value of a parameter; empty when it is not there or, which is told at the end, wrong.
     *
     * @param parser gives null, or throws, for what is wrong
     */
    <T> Optional<T> find(String name, String expected, Function<String, @Nullable T> parser) {
        if (!query.containsKey(name)) {
            return Optional.empty();
        }
        String sent = query.get(name).get(0);
        T value = null;
        try {
            value = parser.apply(sent);
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            // told below
        }
        if (value == null) {
            problems.add("query parameter " + name + " is '" + sent + "'; it must be " + expected);
        }
        return Optional.ofNullable(value);
    }

    /** A whole number from a least one on. */
    Optional<Integer> number(String name, int least) {
        return number(name, "a whole number from " + least, least, Integer.MAX_VALUE);
    }

    /** A whole number from a least one to a largest. */
    Optional<Integer> number(String name, int least, int largest) {
        return number(name, "a whole number from " + least + " to " + largest, least, largest);
    }

    private Optional<Integer> number(String name, String expected, int least, int largest) {
        return find(name, expected, sent -> {
            Integer number = Integer.valueOf(sent);
            return number >= least && number <= largest ? number : null;
        });
    }

    /** A flag; one that stands there without a value is set. */
    Optional<Boolean> flag(String name) {
        return find(name, "true or false", QueryReader::parseFlag);
    }

    private static @Nullable Boolean parseFlag(String sent) {
        return switch (sent) {
            case "true", "" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    /** Ends the request when anything was wrong. */
    void requireNoProblems() {
        if (!problems.isEmpty()) {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, String.join("; ", problems));
        }
    }
}
