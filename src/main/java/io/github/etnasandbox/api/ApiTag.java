package io.github.etnasandbox.api;

/** A chapter of the documents that describe the API, in the order in which they stand there. */
enum ApiTag {
    ORDERS("Orders", "Orders of an account; the venue answers later"),
    SYNC_ORDERS("Sync orders", "The same; an answer waits until the venue has answered"),
    USERS("Users", "Users, and the accounts they have access to"),
    ACCOUNTS("Accounts", "Accounts"),
    POSITIONS("Positions", "What an account holds, and what was booked on it"),
    SECURITIES("Securities", "What can be traded"),
    STREAMERS("Streamers", "Where messages come as things happen, and the sessions for it"),
    TOKENS("Tokens", "Log in and out"),
    REFERENCE("Reference", "The API about itself");

    private final String title;
    private final String description;

    ApiTag(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
