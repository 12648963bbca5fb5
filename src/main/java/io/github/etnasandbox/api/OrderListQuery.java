package io.github.etnasandbox.api;

import io.github.etnasandbox.filter.FilterException;
import io.github.etnasandbox.filter.OrderFilter;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.json.NearMiss;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a list of orders is asked for.
 *
 * @param pageNumber the page, from 0
 * @param pageSize orders on a page, 1 to {@link #LARGEST_PAGE}
 */
record OrderListQuery(int pageNumber, int pageSize, OrderFilter filter, OrderSort sort) {
    static final int LARGEST_PAGE = 100;

    /** Where a request may leave the page out, the first ten orders are meant (AutoShares' page on pagination). */
    private static final int USUAL_PAGE = 10;

    static OrderListQuery of(Query query) {
        int pageNumber = int32(query, "pageNumber", 0, 0);
        int pageSize = int32(query, "pageSize", 1, USUAL_PAGE);
        return new OrderListQuery(pageNumber, Math.min(pageSize, LARGEST_PAGE), filter(query), sort(query));
    }

    private static int int32(Query query, String name, int least, int absent) {
        String text = query.first(name).orElse(null);
        if (text == null) {
            return absent;
        }
        int value = Int32.parse(text).orElse(Integer.MIN_VALUE);
        if (value < least) {
            throw invalid(name, text, "Int32", "an int32 of " + least + " or more");
        }
        return value;
    }

    private static OrderFilter filter(Query query) {
        try {
            return OrderFilter.parse(query.first("filter").orElse(""));
        } catch (FilterException e) {
            throw Answer.INVALID_FILTER.because(
                    Criterion.QUERY
                            .failed(e.problem())
                            .withRemedy(
                                    "filter by one condition or several joined with and, each of a field that can be filtered by"));
        }
    }

    private static OrderSort sort(Query query) {
        String field = query.first("sortField").orElse("");
        return new OrderSort(field.isEmpty() ? OrderKey.ID : key(field), isDescending(query));
    }

    private static OrderKey key(String field) {
        List<OrderKey> keys =
                Arrays.stream(OrderKey.values()).filter(OrderKey::isComparable).collect(Collectors.toList());
        return keys.stream()
                .filter(key -> key.word().equalsIgnoreCase(field))
                .findFirst()
                .orElseThrow(() ->
                        unknownField(field, keys.stream().map(OrderKey::word).collect(Collectors.toList())));
    }

    private static Refused unknownField(String field, List<String> allowed) {
        String found = "sortField '" + field + "' is no field that orders can be sorted by";
        String all = "allowed are " + String.join(", ", allowed);
        Check failed = NearMiss.of(field, allowed)
                .map(meant -> Criterion.QUERY.failed(found).withNearMiss("did you mean " + meant + "?; " + all))
                .orElseGet(() -> Criterion.QUERY.failed(found + "; " + all));
        return Answer.INVALID_FILTER.because(failed.withRemedy("leave sortField out, or sort by an allowed field"));
    }

    private static boolean isDescending(Query query) {
        String text = query.first("desc").orElse("");
        boolean descending = text.equalsIgnoreCase("true");
        if (!descending && !text.isEmpty() && !text.equalsIgnoreCase("false")) {
            throw invalid("desc", text, "Boolean", "true or false");
        }
        return descending;
    }

    private static Refused invalid(String name, String text, String type, String needed) {
        return new Refused(Answer.INVALID_QUERY
                .response("parameter", name, "value", text, "type", type)
                .because(Criterion.QUERY
                        .failed("query parameter " + name + " is '" + text + "'; " + needed + " is needed")
                        .withRemedy("send " + name + " as " + needed)));
    }
}
