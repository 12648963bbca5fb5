package io.github.etnasandbox.api;

import io.github.etnasandbox.filter.OrderFilter;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.state.ById;
import io.github.etnasandbox.world.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The parameters of an order list. Orders with equal keys are sorted by id.
 *
 * @param pageNumber the page, from 0
 * @param pageSize orders on a page, 1 to {@link #LARGEST_PAGE}
 */
record OrderListQuery(int pageNumber, int pageSize, Predicate<Order> filter, Field<Order, ?> key, boolean descending) {
    static final int LARGEST_PAGE = 100;

    /** The page size when a request may leave it out (AutoShares' page on pagination). */
    private static final int USUAL_PAGE = 10;

    /**
     * A page of a list.
     *
     * @param totalCount how many orders are on all pages
     */
    record Page(List<Order> orders, int totalCount) {}

    static OrderListQuery of(Query query, Dialect dialect) {
        return new OrderListQuery(
                int32(query, QueryParameter.PAGE_NUMBER, 0, 0),
                Math.min(int32(query, QueryParameter.PAGE_SIZE, 1, USUAL_PAGE), LARGEST_PAGE),
                filter(query),
                key(query),
                isDescending(query, dialect));
    }

    private static int int32(Query query, QueryParameter parameter, int least, int absent) {
        String text = query.first(parameter).orElse(null);
        if (text == null) {
            return absent;
        }
        int value = Int32.parse(text).orElse(Integer.MIN_VALUE);
        if (value < least) {
            throw invalid(parameter, text, "Int32", "an int32 of " + least + " or more");
        }
        return value;
    }

    private static Predicate<Order> filter(Query query) {
        try {
            return OrderFilter.parse(query.first(QueryParameter.FILTER).orElse(""));
        } catch (OrderFilter.FilterException e) {
            throw Answer.INVALID_FILTER.refusal(
                    Criterion.QUERY
                            .failed(e.problem())
                            .withRemedy(
                                    "filter by one condition or several joined with and, each of a field that can be filtered by"));
        }
    }

    private static Field<Order, ?> key(Query query) {
        String field = query.first(QueryParameter.SORT_FIELD).orElse("");
        if (field.isEmpty()) {
            return OrderKey.ID;
        }
        List<Field<Order, ?>> keys =
                OrderKey.ALL.stream().filter(Field::isComparable).toList();
        for (Field<Order, ?> key : keys) {
            if (key.name().equalsIgnoreCase(field)) {
                return key;
            }
        }
        throw unknownField(field, keys.stream().map(Field::name).toList());
    }

    private static Refused unknownField(String field, List<String> allowed) {
        String found = "sortField '" + field + "' is no field that orders can be sorted by";
        String all = "allowed are " + String.join(", ", allowed);
        Check failed = NearMiss.question(field, allowed, "")
                .map(question -> Criterion.QUERY.failed(found).withNearMiss(question + "; " + all))
                .orElseGet(() -> Criterion.QUERY.failed(found + "; " + all));
        return Answer.INVALID_FILTER.refusal(failed.withRemedy("leave sortField out, or sort by an allowed field"));
    }

    private static boolean isDescending(Query query, Dialect dialect) {
        String text = query.first(QueryParameter.DESC)
                .filter(given -> !given.isEmpty())
                .orElse(Difference.DESCENDING.in(dialect).toString());
        boolean descending = text.equalsIgnoreCase("true");
        if (!descending && !text.equalsIgnoreCase("false")) {
            throw invalid(QueryParameter.DESC, text, "Boolean", "true or false");
        }
        return descending;
    }

    private static Refused invalid(QueryParameter parameter, String text, String type, String needed) {
        String name = parameter.word();
        return Answer.INVALID_QUERY
                .response("parameter", name, "value", text, "type", type)
                .refusal(Criterion.QUERY
                        .failed("query parameter " + name + " is '" + text + "'; " + needed + " is needed")
                        .withRemedy("send " + name + " as " + needed));
    }

    /** Picks the page. A page of all orders by id, the usual request, costs only the orders on it. */
    Page of(ById<Order> all) {
        if (filter.equals(OrderFilter.ALL) && key == OrderKey.ID) {
            return page(all.size(), all::values);
        }
        List<Order> found = new ArrayList<>();
        all.forEachValue(order -> {
            if (filter.test(order)) {
                found.add(order);
            }
        });
        List<Order> sorted = key == OrderKey.ID ? found : key.ascending(found);
        return page(sorted.size(), sorted::subList);
    }

    /** Takes the orders between two indexes of an ascending list. */
    private Page page(int count, BiFunction<Integer, Integer, List<Order>> between) {
        int first = (int) Math.min((long) pageNumber * pageSize, count);
        int end = Math.min(first + pageSize, count);
        if (!descending) {
            return new Page(between.apply(first, end), count);
        }
        List<Order> orders = new ArrayList<>(between.apply(count - end, count - first));
        Collections.reverse(orders);
        return new Page(orders, count);
    }
}
