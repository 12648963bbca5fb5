package io.github.etnasandbox.bench.subject;

/**
 * A request for a hundred of an account's orders.
 *
 * @param query which ones, percent-encoded: the number of the page, a filter, how they are sorted
 */
public record ListRequest(String query) {
    /** Where the orders are. */
    public static final String PATH = "/api/v1.0/accounts/" + CancelRequest.ACCOUNT + "/orders";

    /** Whether the orders are sorted by another field than their ids. */
    public boolean isSorted() {
        return query.contains("sortField");
    }

    /** The bytes of the request. */
    public byte[] bytes() {
        return AdminRequest.bytes(
                new StringBuilder("GET ").append(PATH).append("?pageSize=100&").append(query));
    }
}
