package io.github.etnasandbox.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What documents say of a route besides what the route itself says: the name of the operation, and what it is for. */
enum ApiOperation {
    GET_FILTERED_ORDERS(
            "GET",
            "accounts/{accountId}/orders",
            ApiTag.ORDERS,
            "Lists a page of an account's orders",
            Answer.ORDERS,
            Answer.INVALID_QUERY,
            Answer.INVALID_FILTER),
    PLACE_ORDER(
            "POST",
            "accounts/{accountId}/orders",
            ApiTag.ORDERS,
            "Places an order",
            Answer.ORDER_PLACED,
            Answer.INVALID_QUERY),
    GET_ORDER_INFO("GET", "accounts/{accountId}/orders/{orderId}", ApiTag.ORDERS, "Gets an order", Answer.ORDER),
    REPLACE_ORDER(
            "PUT",
            "accounts/{accountId}/orders/{orderId}",
            ApiTag.ORDERS,
            "Replaces the terms of an outstanding order",
            Answer.ORDER_REPLACED,
            Answer.NOT_REPLACEABLE),
    CANCEL_ORDER(
            "DELETE",
            "accounts/{accountId}/orders/{orderId}",
            ApiTag.ORDERS,
            "Cancels an outstanding order",
            Answer.CANCELED,
            Answer.NOT_OUTSTANDING),
    LIST_CONSOLIDATED_ORDERS(
            "POST",
            "orders/consolidated",
            ApiTag.ORDERS,
            "Lists a page of the orders of several accounts",
            Answer.ORDERS,
            Answer.INVALID_QUERY,
            Answer.INVALID_FILTER),
    CANCEL_MUTUAL_FUND_ORDER(
            "DELETE",
            "accounts/{accountId}/orders/mutual-funds/{orderId}",
            ApiTag.ORDERS,
            "Cancels an outstanding order of a mutual fund",
            Answer.NOT_OUTSTANDING),
    VALIDATE_ORDER_BY_ID(
            "GET",
            "accounts/{accountId}/verified/orders/{orderId}",
            ApiTag.ORDERS,
            "Tells what an order that was placed would cost, or what is wrong with it"),
    VALIDATE_ORDER_PLACEMENT(
            "POST",
            "accounts/{accountId}/preview/orders",
            ApiTag.ORDERS,
            "Tells what an order would cost, or what is wrong with it",
            Answer.PREVIEW,
            Answer.INVALID_QUERY),
    VALIDATE_ORDER_REPLACEMENT(
            "PUT",
            "accounts/{accountId}/preview/orders/{orderId}",
            ApiTag.ORDERS,
            "Tells what a replacement would cost, or what is wrong with it",
            Answer.PREVIEW),
    GET_ORDER_DETAILS(
            "GET",
            "accounts/{accountId}/orders/{orderId}/details",
            ApiTag.ORDERS,
            "Lists the states that an order went through",
            Answer.ORDER_DETAILS,
            Answer.DETAILS_DENIED),
    GET_USER_INFO("GET", "users/{userId}/info", ApiTag.USERS, "Gets what is known of a user", Answer.USER_INFO),
    LIST_USER_ACCOUNTS(
            "GET", "users/{userId}/accounts", ApiTag.USERS, "Lists the accounts of a user", Answer.USER_ACCOUNTS),
    GET_ACCOUNT_BALANCE_INFO(
            "GET",
            "accounts/{accountId}/info",
            ApiTag.ACCOUNTS,
            "Gets the figures of an account's balance",
            Answer.ACCOUNT_INFO),
    GET_ACCOUNT("GET", "accounts/{accountId}", ApiTag.ACCOUNTS, "Gets an account", Answer.UNKNOWN_ACCOUNT),
    GET_ALL_ACCOUNTS(
            "GET",
            "accounts/all",
            ApiTag.ACCOUNTS,
            "Lists a page of all accounts that the token's user may view",
            Answer.ACCOUNTS,
            Answer.INVALID_QUERY,
            Answer.INVALID_FILTER),
    GET_ACCOUNT_USERS(
            "GET",
            "accounts/{accountId}/users",
            ApiTag.ACCOUNTS,
            "Lists who has access to an account",
            Answer.ACCOUNT_USERS),
    GET_FILTERED_EQUITIES(
            "GET",
            "equities",
            ApiTag.SECURITIES,
            "Lists a page of all equities",
            Answer.EQUITIES,
            Answer.INVALID_QUERY,
            Answer.INVALID_FILTER),
    LOOK_UP_EQUITIES(
            "GET",
            "equities/lookup",
            ApiTag.SECURITIES,
            "Finds equities by a part of their symbol, exchange or description",
            Answer.EQUITIES_FOUND,
            Answer.INVALID_QUERY,
            Answer.INVALID_FILTER),
    GET_EQUITY(
            "GET",
            "equities/{symbol}",
            ApiTag.SECURITIES,
            "Gets an equity by its symbol or its id",
            Answer.EQUITY,
            Answer.UNKNOWN_SECURITY),
    GET_TRADE_LIMITS(
            "GET",
            "accounts/{accountId}/preview/limits/{symbol}",
            ApiTag.ORDERS,
            "Tells how much of a security an account can buy and sell",
            Answer.TRADE_LIMITS,
            Answer.INVALID_QUERY),
    GET_STREAMERS_INFO("GET", "streamers", ApiTag.STREAMERS, "Tells where the streamers are", Answer.STREAMERS),
    RECOVER_STREAMER_SESSION(
            "PUT",
            "streamers/session/recover",
            ApiTag.STREAMERS,
            "Gives a fresh session for a streamer",
            Answer.SESSION_RECOVERED,
            Answer.INVALID_QUERY),
    GET_OPTION_CHAIN(
            "GET",
            "options/optionChain/{symbol}",
            ApiTag.SECURITIES,
            "Lists the options on a security by expiration",
            Answer.OPTION_CHAIN,
            Answer.UNKNOWN_SECURITY,
            Answer.INVALID_FILTER),
    GET_POSITIONS(
            "GET",
            "accounts/{accountId}/positions",
            ApiTag.POSITIONS,
            "Lists an account's positions",
            Answer.INVALID_QUERY,
            Answer.INVALID_FILTER),
    GET_POSITIONS_BY_SECURITY(
            "GET",
            "accounts/{accountId}/positions/{symbol}",
            ApiTag.POSITIONS,
            "Gets an account's position in a security",
            Answer.POSITION),
    GET_POSITION_GROUPS(
            "GET",
            "accounts/{accountId}/positions/groups",
            ApiTag.POSITIONS,
            "Tells what an account's options, other securities and cash are worth",
            Answer.POSITION_GROUPS),
    GET_TRANSACTIONS(
            "GET",
            "accounts/{accountId}/transactions",
            ApiTag.POSITIONS,
            "Lists a page of what was booked on an account",
            Answer.TRANSACTIONS,
            Answer.INVALID_QUERY,
            Answer.INVALID_FILTER),
    GET_ACCOUNT_HISTORY(
            "GET",
            "accounts/{accountId}/history",
            ApiTag.POSITIONS,
            "Lists what an account was worth day by day",
            Answer.ACCOUNT_HISTORY,
            Answer.INVALID_QUERY),
    REQUEST_TOKEN(
            "POST",
            "token",
            ApiTag.TOKENS,
            "Logs in",
            Answer.TOKEN_ISSUED,
            Answer.VERIFICATION_EXPECTED,
            Answer.INVALID_CREDENTIALS,
            Answer.CORRUPTED_TICKET,
            Answer.WRONG_VERIFICATION_CODE),
    LOGOUT("POST", "logout", ApiTag.TOKENS, "Revokes the token", Answer.LOGGED_OUT),
    GET_REFERENCE_SCHEMA(
            "GET",
            "reference/schema/v1",
            ApiTag.REFERENCE,
            "Gets the API's own description, Swagger 2.0",
            Answer.REFERENCE_SCHEMA);

    private final String method;
    private final String path;
    private final ApiTag tag;
    private final String summary;

    @SuppressWarnings("ImmutableEnumChecker") // a list of constants
    private final List<Answer> answers;

    ApiOperation(String method, String path, ApiTag tag, String summary, Answer... answers) {
        this.method = method;
        this.path = path;
        this.tag = tag;
        this.summary = summary;
        this.answers = List.of(answers);
    }

    /** The operation of a route, under either of the names that the routes of orders have. */
    static ApiOperation of(Route route) {
        String asked = String.join("/", route.segments()).replace("syncorders", "orders");
        return Arrays.stream(values())
                .filter(each -> each.method.equals(route.method()) && each.path.equals(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no operation is of route " + route));
    }

    String id(Route route) {
        String[] words = name().toLowerCase(Locale.ROOT).split("_", -1);
        StringBuilder id = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            id.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return isSync(route) ? id.toString().replace("Order", "SyncOrder") : id.toString();
    }

    ApiTag tag(Route route) {
        return isSync(route) ? ApiTag.SYNC_ORDERS : tag;
    }

    static boolean isSync(Route route) {
        return route.segments().contains("syncorders");
    }

    String summary() {
        return summary;
    }

    /** The answers of just this operation, those of success first. */
    List<Answer> answers() {
        return answers;
    }

    /** Whether the body says what order is meant. */
    boolean takesOrder() {
        return this == PLACE_ORDER || this == VALIDATE_ORDER_PLACEMENT || replaces();
    }

    /** Whether there is something to send in a body. */
    boolean takesBody() {
        return takesOrder() || this == LIST_CONSOLIDATED_ORDERS;
    }

    boolean replaces() {
        return this == REPLACE_ORDER || this == VALIDATE_ORDER_REPLACEMENT;
    }
}
