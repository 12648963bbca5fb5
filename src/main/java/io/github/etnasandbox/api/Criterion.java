package io.github.etnasandbox.api;

import io.github.etnasandbox.journal.Check;

/**
 * What is checked of a request, about in the order it is checked, each with what a client would change to pass. A remedy
 * says where a credential is found, and never tells one.
 */
enum Criterion {
    WORLD("world", "name a world that GET /sandbox/worlds lists, or make one with POST /sandbox/worlds"),
    SIZE("size", "send a smaller body; no order needs as much"),
    APP_KEY(
            "app key",
            "send, once, an enabled app key of this world in the header Et-App-Key (GET /sandbox/state lists them)"),
    ROUTE("route", "call a documented route, with a version where it has one"),
    VERSION("version", "write the version v1.0 in the path"),
    METHOD("method", "use a method that the header Allow of the answer lists"),
    QUERY("query", "send the query parameters of the route, each with a value of its type and range"),
    LOGIN(
            "login",
            "send the login and the password of an enabled user, once each, in the headers Username and Password"
                    + " (GET /sandbox/state lists users)"),
    TOKEN("token", "log in with POST /token and send Authorization: Bearer and the token"),
    RATE("rate", "wait as many seconds as the header Retry-After says, then try again"),
    CODE("code", "send the user's verificationCode of the fixtures, once, in the header VerificationCode"),
    ROLE(
            "role",
            "use the token of an administrator, or a dialect in which account holders may do this (current, autoshares)"),
    IDS("ids", "write each id in the path as a whole number from -2147483648 to 2147483647"),
    BODY("body", "send, as application/json, every mandatory member, each with a value of its type and range"),
    USER("user", "use the id of a user of this world (GET /sandbox/state lists them)"),
    ACCOUNT("account", "use the id of an account of this world (GET /sandbox/state lists them)"),
    ACCESS("access", "use an account that GET /v1.0/users/@me/accounts lists, or the token of an administrator"),
    ORDER("order", "use an id that GET /v1.0/accounts/{accountId}/orders lists for this account"),
    SECURITY("security", "use the symbol or the id of a security of this world (GET /sandbox/state lists them)"),
    STATUS("status", "cancel only what is outstanding"),
    VENUE("venue", "give the order or the world another cancelOutcome, such as accept"),
    SANDBOX("sandbox", "nothing; report it, with the request");

    private final String word;
    private final String remedy;

    Criterion(String word, String remedy) {
        this.word = word;
        this.remedy = remedy;
    }

    String word() {
        return word;
    }

    String remedy() {
        return remedy;
    }

    Check passed(String facts) {
        return new Check(word, true, facts, null, null);
    }

    Check failed(String facts) {
        return new Check(word, false, facts, null, remedy);
    }
}
