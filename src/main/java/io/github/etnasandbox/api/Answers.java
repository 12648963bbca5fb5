package io.github.etnasandbox.api;

import io.github.etnasandbox.coverage.Recipe;
import io.github.etnasandbox.coverage.Row;
import io.github.etnasandbox.world.Dialect;
import java.util.Arrays;
import java.util.List;

/** What is said of each {@link Answer} for those who count them: which dialects give it, and how to have it given. */
public final class Answers {
    private static final String ORDERS = " /v1.0/accounts/6303/orders";
    private static final String POSITIONS = " /v1.0/accounts/6303/positions";
    private static final String CANCEL = "DELETE" + ORDERS + "/73552";
    private static final String PREVIEW = "POST /v1.0/accounts/6303/preview/orders ";
    private static final String MARKET = "{\"Symbol\":\"AAPL\",\"Type\":\"Market\",\"Side\":\"Buy\",\"Quantity\":100}";
    private static final String TWO_FACTOR =
            "POST /token with Username: two-factor-admin and Password: two-factor-admin-password";

    private Answers() {}

    /** Returns the answers of a dialect, in the order in which they are documented. */
    public static List<Row> of(Dialect dialect) {
        return Arrays.stream(Answer.values())
                .filter(answer -> isGivenIn(dialect, answer))
                .map(Row.class::cast)
                .toList();
    }

    private static boolean isGivenIn(Dialect dialect, Answer answer) {
        return switch (answer) {
            case TOO_MANY_REQUESTS -> Difference.RATES_LIMITED.in(dialect);
            case MISSING_QUERY, MISSING_QUERY_UNROUTED -> Difference.PAGE_REQUIRED.in(dialect);
            case MUTUAL_FUND_CANCELED -> Difference.MUTUAL_FUND_CANCELED.in(dialect) == answer;
            case DETAILS_DENIED -> Difference.USERS_READ_THEIR_OWN.in(dialect); // elsewhere the role is refused first
            default ->
                Difference.OF_ANSWERS.stream().noneMatch(difference -> difference.has(answer))
                        || Difference.OF_ANSWERS.stream().anyMatch(difference -> difference.in(dialect) == answer);
        };
    }

    static Recipe recipe(Answer answer) {
        return switch (answer) {
            case CANCEL_REJECTED -> cancelOutcome("REJECT", "reject");
            case VENUE_SILENT -> cancelOutcome("HOLD", "hold");
            default -> Recipe.of(request(answer));
        };
    }

    private static Recipe cancelOutcome(String java, String json) {
        return Recipe.after(
                "world.cancelOutcome(73552, CancelOutcome." + java + ")",
                "PUT /sandbox/orders/73552/cancel-outcome {\"outcome\":\"" + json + "\"}",
                "DELETE /v1.0/accounts/6303/syncorders/73552");
    }

    private static String request(Answer answer) {
        return switch (answer) {
            case CANCELED, CANCEL_REJECTED, VENUE_SILENT -> CANCEL;
            case MUTUAL_FUND_CANCELED -> "DELETE" + ORDERS + "/mutual-funds/73552";
            case NOT_OUTSTANDING -> "DELETE" + ORDERS + "/75225";
            case UNKNOWN_ORDER, UNKNOWN_ORDER_NOT_FOUND -> "DELETE" + ORDERS + "/1";
            case ORDER -> "GET" + ORDERS + "/73552";
            case ORDER_PLACED -> "POST" + ORDERS + " " + MARKET;
            case ORDER_REPLACED -> replacement(73552);
            case NOT_REPLACEABLE -> replacement(75301);
            case PREVIEW -> PREVIEW + MARKET;
            case ORDER_VERIFIED, ORDER_VERIFIED_BARE -> "GET /v1.0/accounts/6303/verified/orders/73552";
            case ORDER_DETAILS -> "GET" + ORDERS + "/73552/details";
            case DETAILS_DENIED -> "GET" + ORDERS + "/73552/details with Authorization: Bearer other-trader-token";
            case ORDERS -> "GET" + ORDERS + "?pageNumber=0&pageSize=10";
            case AUTHORIZATION_DENIED -> CANCEL + " without Authorization";
            case APP_KEY_REFUSED, APP_KEY_REFUSED_UNAUTHORIZED -> CANCEL + " without Et-App-Key";
            case TOO_MANY_REQUESTS -> "11 times POST /token with Username: admin and Password: wrong";
            case SERVER_ERROR, SERVER_ERROR_UNNAMED -> "DELETE /v1.0/accounts/7125/orders/73552";
            case UNKNOWN_ORDER_UNREAD -> "GET" + ORDERS + "/1";
            case MISSING_MEMBER, MISSING_MEMBER_UNNAMED -> "POST" + ORDERS + " {\"Symbol\":\"AAPL\"}";
            case INVALID_REQUEST, INVALID_PARAMETER -> "DELETE /v1.0/accounts/@me/orders/73552";
            case INVALID_BODY -> PREVIEW + MARKET.replace("Market", "Markt");
            case UNSUPPORTED_MEDIA_TYPE -> "POST" + ORDERS + " " + MARKET + " with Content-Type: text/plain";
            case INVALID_QUERY -> "GET" + ORDERS + "?pageNumber=0&pageSize=ten";
            case INVALID_FILTER -> "GET" + ORDERS + "?pageNumber=0&pageSize=10&filter=Price%3E1";
            case METHOD_NOT_SUPPORTED -> "PATCH" + ORDERS + "/73552";
            case MISSING_QUERY -> "GET" + ORDERS;
            case MISSING_QUERY_UNROUTED -> "GET /v1.0/equities?pageNumber=0&pageSize=2";
            case METHOD_NOT_SUPPORTED_UNVERSIONED -> "GET /token";
            case UNSUPPORTED_VERSION -> "DELETE /v2.0/accounts/6303/orders/73552";
            case NO_RESOURCE -> "GET /v1.0/nothing/here";
            case CONTENT_TOO_LARGE -> "POST /token with Content-Length: 1048577 and Expect: 100-continue";
            case TOKEN_ISSUED -> "POST /token with Username: admin and Password: admin-password";
            case VERIFICATION_EXPECTED -> TWO_FACTOR;
            case INVALID_CREDENTIALS -> "POST /token with Username: admin and Password: wrong";
            case CORRUPTED_TICKET -> TWO_FACTOR + " and VerificationCode: 424242";
            case WRONG_VERIFICATION_CODE ->
                TWO_FACTOR + " and VerificationCode: 0 and Authorization: Bearer two-factor-interim-token";
            case LOGGED_OUT -> "POST /logout";
            case UNKNOWN_USER -> "GET /v1.0/users/1/info";
            case USER_INFO -> "GET /v1.0/users/644/info";
            case USER_ACCOUNTS -> "GET /v1.0/users/644/accounts";
            case ACCOUNT_INFO -> "GET /v1.0/accounts/6303/info";
            case ACCOUNT, ACCOUNT_IN_ARRAY -> "GET /v1.0/accounts/6303";
            case UNKNOWN_ACCOUNT -> "GET /v1.0/accounts/1";
            case ACCOUNTS -> "GET /v1.0/accounts/all?pageNumber=0&pageSize=10";
            case ACCOUNT_USERS -> "GET /v1.0/accounts/6303/users";
            case POSITIONS -> "GET" + POSITIONS;
            case POSITION_PAGE -> "GET" + POSITIONS + "?pageNumber=0&pageSize=10&sortField=Id&desc=true";
            case POSITION -> "GET" + POSITIONS + "/AAPL";
            case POSITION_GROUPS -> "GET" + POSITIONS + "/groups";
            case TRANSACTIONS ->
                "GET /v1.0/accounts/6303/transactions?pageNumber=0&pageSize=10&sortBy=Quantity&isDesc=true";
            case ACCOUNT_HISTORY -> "GET /v1.0/accounts/6303/history?startDate=2019-01-01&endDate=2019-02-01&step=1";
            case EQUITY -> "GET /v1.0/equities/AAPL";
            case EQUITIES -> "GET /v1.0/equities?pageNumber=0&pageSize=2&sortField=Type&desc=true";
            case EQUITIES_FOUND -> "GET /v1.0/equities/lookup?mask=Apple&count=5";
            case UNKNOWN_SECURITY -> "GET /v1.0/equities/APPL";
            case TRADE_LIMITS -> "GET /v1.0/accounts/6303/preview/limits/AAPL";
            case STREAMERS -> "GET /v1.0/streamers";
            case SESSION_RECOVERED -> "PUT /v1.0/streamers/session/recover?sessionType=0";
            case OPTION_CHAIN -> "GET /v1.0/options/optionChain/AAPL";
            case REFERENCE_SCHEMA -> "GET /reference/schema/v1";
        };
    }

    private static String replacement(int order) {
        return "PUT" + ORDERS + "/" + order + " {\"Id\":" + order
                + ",\"Quantity\":5,\"Price\":49,\"ExecutionInstructions\":{}}";
    }
}
