package io.github.etnasandbox.control;

import java.util.List;

/**
 * Which part of a list is asked for.
 *
 * @param skip how many are left out at the beginning, or at the end of those that are newest
 * @param limit how many at most
 * @param isNewest whether they are counted from the end
 */
record Slice(int skip, int limit, boolean isNewest) {
    private static final int DEFAULT_LIMIT = 100;

    static Slice of(QueryReader query) {
        return new Slice(
                query.number("skip", 0).orElse(0),
                query.number("limit", 1).orElse(DEFAULT_LIMIT),
                query.flag("newest").orElse(false));
    }

    <T> List<T> of(List<T> all) {
        int size = all.size();
        int from = isNewest ? (int) Math.max(0, (long) size - skip - limit) : Math.min(skip, size);
        int to = isNewest ? Math.max(0, size - skip) : (int) Math.min((long) from + limit, size);
        return all.subList(from, to);
    }
}
