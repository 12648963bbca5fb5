package io.github.etnasandbox.state;

/**
 * A kind of requests of which only so many are taken in a minute.
 *
 * <p>Source: AutoShares' page of rate limits. That page limits by the user's token, which a token request has not got yet:
 * that those are counted by app key and user name is assumed.
 */
public enum RateLimit {
    /** Requests for a token, counted by app key and user name. */
    TOKEN_REQUESTS(10, "token limit", "one app key and user name"),
    /** Orders that are placed, replaced or canceled, counted by token and account. */
    TRADES(50, "trade limit", "one token on one account"),
    /** Orders that are listed or read, counted by token. */
    ORDER_QUERIES(120, "query limit", "one token");

    private final int requests;
    private final String title;
    private final String scope;

    RateLimit(int requests, String title, String scope) {
        this.requests = requests;
        this.title = title;
        this.scope = scope;
    }

    public int requests() {
        return requests;
    }

    public String title() {
        return title;
    }

    public String scope() {
        return scope;
    }
}
