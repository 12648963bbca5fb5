package io.github.etnasandbox.api;

import io.github.etnasandbox.filter.FilterException;
import io.github.etnasandbox.filter.FilterLanguage;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.state.ById;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a list of records T, and the page that they ask for. Records with equal keys are sorted by id, the lowest one
 * first also where the largest key comes first: so are the guide's samples of equities and transactions.
 *
 * @param pageNumber the page, from 0
 * @param pageSize records on a page, 1 to {@link #LARGEST_PAGE}
 * @param filter which records are listed, null for all
 * @param key what they are sorted by, null for their id
 */
record ListQuery<T>(
        int pageNumber,
        int pageSize,
        @Nullable Predicate<T> filter,
        @Nullable Field<T, ?> key,
        boolean descending) {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,10})?");

    static final int LARGEST_PAGE = 100;

    /** The page size when a request may leave it out (AutoShares' page on pagination). */
    private static final int USUAL_PAGE = 10;

    /**
     * What a list is of, and how its parameters are called.
     *
     * @param things what messages call the records, such as {@code orders}
     * @param keys what they can be sorted by, as far as it is comparable; the id is the first one
     * @param sortField the parameter that names the key
     * @param desc the parameter that says in what order
     * @param isDescending whether its {@code true} means descending
     */
    record Kind<T>(
            String things,
            FilterLanguage<T> language,
            List<Field<T, ?>> keys,
            QueryParameter sortField,
            QueryParameter desc,
            boolean isDescending) {
        /** One with the usual parameters. */
        static <T> Kind<T> of(String things, FilterLanguage<T> language, List<Field<T, ?>> keys) {
            return new Kind<>(things, language, keys, QueryParameter.SORT_FIELD, QueryParameter.DESC, true);
        }
    }

    /**
     * A page of a list.
     *
     * @param totalCount how many records are on all pages
     */
    record Page<T>(List<T> records, int totalCount) {}

    /** Reads the query of a request, and notes which page is asked for. */
    static <T> ListQuery<T> of(Kind<T> kind, Admission admission) {
        return of(kind, admission.query(), admission);
    }

    /** Reads what was sent in the place of a query. */
    static <T> ListQuery<T> of(Kind<T> kind, Query query, Admission admission) {
        ListQuery<T> asked = new ListQuery<>(
                int32(query, QueryParameter.PAGE_NUMBER, 0, 0),
                Math.min(int32(query, QueryParameter.PAGE_SIZE, 1, USUAL_PAGE), LARGEST_PAGE),
                filter(query, kind.language()),
                key(query, kind),
                flag(query, kind.desc(), Difference.DESCENDING.in(admission.dialect()) == kind.isDescending())
                        == kind.isDescending());
        admission.pass(
                Criterion.QUERY,
                "page " + asked.pageNumber() + " of " + asked.pageSize() + " " + kind.things() + " a page");
        return asked;
    }

    /** Reads the query of a request for a list that has no pages: all of it is one, whatever page is asked for. */
    static <T> ListQuery<T> unpaged(Kind<T> kind, Admission admission) {
        Query query = admission.query();
        return new ListQuery<>(
                0,
                Integer.MAX_VALUE,
                filter(query, kind.language()),
                key(query, kind),
                flag(query, kind.desc(), false) == kind.isDescending());
    }

    static int int32(Query query, QueryParameter parameter, int least, int absent) {
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

    /** An amount of money, 0 when it is left out. */
    static BigDecimal amount(Query query, QueryParameter parameter) {
        String text = query.first(parameter).orElse("0");
        if (!AMOUNT.matcher(text).matches()) {
            throw invalid(parameter, text, "Decimal", "an amount such as 156.8, 0 or more,");
        }
        return new BigDecimal(text);
    }

    /** The filter of a request, null when it has none. */
    static <T> @Nullable Predicate<T> filter(Query query, FilterLanguage<T> language) {
        String text = query.first(QueryParameter.FILTER).orElse("");
        try {
            return text.isBlank() ? null : language.parse(text);
        } catch (FilterException e) {
            throw Answer.INVALID_FILTER.refusal(
                    Criterion.QUERY
                            .failed(e.problem())
                            .withRemedy(
                                    "filter by one condition or several joined with and, each of a field that can be filtered by"));
        }
    }

    private static <T> @Nullable Field<T, ?> key(Query query, Kind<T> kind) {
        String field = query.first(kind.sortField()).orElse("");
        Field<T, ?> id = kind.keys().get(0);
        if (field.isEmpty()) {
            return null;
        }
        List<Field<T, ?>> keys =
                kind.keys().stream().filter(Field::isComparable).toList();
        for (Field<T, ?> key : keys) {
            if (key.name().equalsIgnoreCase(field)) {
                return key == id ? null : key;
            }
        }
        throw unknownField(field, keys.stream().map(Field::name).toList(), kind);
    }

    private static Refused unknownField(String field, List<String> allowed, Kind<?> kind) {
        String name = kind.sortField().word();
        String found = name + " '" + field + "' is no field that " + kind.things() + " can be sorted by";
        String all = "allowed are " + String.join(", ", allowed);
        Check failed = NearMiss.question(field, allowed, "")
                .map(question -> Criterion.QUERY.failed(found).withNearMiss(question + "; " + all))
                .orElseGet(() -> Criterion.QUERY.failed(found + "; " + all));
        return Answer.INVALID_FILTER.refusal(failed.withRemedy("leave " + name + " out, or sort by an allowed field"));
    }

    private static boolean flag(Query query, QueryParameter parameter, boolean absent) {
        String text = query.first(parameter).orElse("");
        if (text.isEmpty()) {
            return absent;
        }
        boolean yes = text.equalsIgnoreCase("true");
        if (!yes && !text.equalsIgnoreCase("false")) {
            throw invalid(parameter, text, "Boolean", "true or false");
        }
        return yes;
    }

    static Refused invalid(QueryParameter parameter, String text, String type, String needed) {
        String name = parameter.word();
        return Answer.INVALID_QUERY
                .response("parameter", name, "value", text, "type", type)
                .refusal(Criterion.QUERY
                        .failed("query parameter " + name + " is '" + text + "'; " + needed + " is needed")
                        .withRemedy("send " + name + " as " + needed));
    }

    /** Picks the page. A page of all records by id, the usual request, costs only the records on it. */
    Page<T> of(ById<T> all) {
        Predicate<T> wanted = filter;
        if (wanted == null && key == null) {
            return page(all.size(), all::values, descending);
        }
        List<T> found = new ArrayList<>();
        all.forEachValue(record -> {
            if (wanted == null || wanted.test(record)) {
                found.add(record);
            }
        });
        return sorted(found);
    }

    /** Picks the page of records that are in the order of their ids. */
    Page<T> of(List<T> all) {
        Predicate<T> wanted = filter;
        return sorted(wanted == null ? all : all.stream().filter(wanted).toList());
    }

    private Page<T> sorted(List<T> found) {
        Field<T, ?> by = key;
        if (by == null) {
            return page(found.size(), found::subList, descending);
        }
        List<T> sorted = descending ? by.descending(found) : by.ascending(found);
        return page(sorted.size(), sorted::subList, false);
    }

    /** Takes the records of the page between two of its indexes, from the list's end when it is to be turned around. */
    private Page<T> page(int count, BiFunction<Integer, Integer, List<T>> between, boolean turned) {
        int first = (int) Math.min((long) pageNumber * pageSize, count);
        int end = (int) Math.min((long) first + pageSize, count);
        if (!turned) {
            return new Page<>(between.apply(first, end), count);
        }
        List<T> records = new ArrayList<>(between.apply(count - end, count - first));
        Collections.reverse(records);
        return new Page<>(records, count);
    }

    /**
     * The answer that has a page.
     *
     * @param braces what its template calls the records
     * @param records the page's records as a JSON array
     */
    ApiResponse answer(Answer answer, String braces, String records, Page<T> page, Admission admission) {
        return answer.response(
                braces,
                records,
                "next",
                link(admission, page, 1),
                "previous",
                link(admission, page, -1),
                "count",
                Integer.toString(page.totalCount()));
    }

    /**
     * The address of a neighbouring page, with every other query parameter as it was sent; empty when there is no such page.
     */
    private String link(Admission admission, Page<T> page, int pagesOn) {
        long number = (long) pageNumber + pagesOn;
        boolean exists = number >= 0 && number * pageSize < page.totalCount();
        return exists ? admission.request().url() + "?" + admission.query().with("pageNumber", (int) number) : "";
    }
}
