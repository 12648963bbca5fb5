package io.github.etnasandbox.api;

import io.github.etnasandbox.coverage.Recipe;
import io.github.etnasandbox.coverage.Row;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange.Rule;
import io.github.etnasandbox.json.JsonText;
import io.github.etnasandbox.json.Word;

/**
 * The catalogue of answers: each with its status, exact body, trigger and provenance. No answer is spelt anywhere else.
 * A word in braces is filled in for each request: as text inside quotes, as JSON elsewhere.
 *
 * <p>An empty template means no body and no {@code Content-Type}.
 */
public enum Answer implements Row {
    CANCELED(204, "", "an outstanding order was canceled", documented("guide page Cancel Order")),
    MUTUAL_FUND_CANCELED(
            200,
            "",
            "an outstanding order was canceled as one of a mutual fund (dialects documented, current)",
            documented("later guide page Cancel a Mutual Fund Order; AutoShares' OpenAPI document: 204")),
    NOT_OUTSTANDING(
            409,
            "",
            "the order is not outstanding",
            documented("guide page Cancel Order: rejected; reference: 409; the empty body is assumed")),
    UNKNOWN_ORDER(
            409,
            "",
            "the account has no such order",
            assumed("guide page Cancel Mutual Fund Order says so of its orders")),
    ORDER(200, "{order}", "the account has the order", documented("guide page Get Order's Info")),
    ORDER_PLACED(200, "{order}", "an order was placed, right or wrong", documented("guide page Place Order")),
    ORDER_REPLACED(
            200,
            "{order}",
            "an order was replaced, or the validators had it stay as it was",
            documented("guide page Replace Order")),
    NOT_REPLACEABLE(
            409,
            "",
            "the order is not outstanding, is executed in part, or has legs, and was to be replaced",
            documented("AutoShares' OpenAPI document: failed to replace the order; the empty body is assumed")),
    CANCEL_REJECTED(
            409,
            "",
            "the venue refused the cancel (syncorders)",
            assumed("later guide page Cancel Order: confirmed by the execution venue; reference: 409")),
    PREVIEW(
            200,
            "{preview}",
            "an order was checked without being placed or replaced",
            documented("guide pages Validate Order Placement and Validate Order Replacement")),
    ORDER_VERIFIED(
            200,
            "{\"Model\":{verified},\"Errors\":[],\"IsSucceed\":true}",
            "the account has the order, whose cost was asked for (dialects documented, current)",
            documented("later guide page Validate Order by ID")),
    ORDER_VERIFIED_BARE(
            200,
            "{verified}",
            "the account has the order, whose cost was asked for (dialect autoshares)",
            documented("AutoShares' OpenAPI document")),
    ORDER_DETAILS(
            200,
            "{records}",
            "the account has the order",
            assumed("AutoShares' OpenAPI document names the members and shows no sample")),
    ORDERS(
            200,
            "{\"Result\":{orders},\"NextPageLink\":\"{next}\",\"PreviousPageLink\":\"{previous}\","
                    + "\"TotalCount\":{count}}",
            "the account's orders, those that the filter lets through",
            documented("guide page Get Filtered Orders")),
    UNKNOWN_ORDER_NOT_FOUND(
            404, "", "the account has no such order (dialect autoshares)", assumed("AutoShares' table of errors")),
    AUTHORIZATION_DENIED(
            401,
            "{\"Message\":\"Authorization has been denied for this request.\"}",
            "no valid token, or one of a user who may not do this",
            documented("guide page Cancel Order")),
    DETAILS_DENIED(
            400,
            "{\"Message\":\"Authorization has been denied for this request.\"}",
            "the details of an order on an account that is not the caller's were asked for",
            assumed("AutoShares' OpenAPI document: 400, no permission; the body is that of 401")),
    APP_KEY_REFUSED(
            403,
            "{\"error\":\"Application key is not defined or does not exist\"}",
            "the app key is missing, unknown or deactivated",
            documented("guide page Cancel Order; reference: 403")),
    APP_KEY_REFUSED_UNAUTHORIZED(
            401,
            APP_KEY_REFUSED.template,
            "the app key is missing, unknown or deactivated (dialect autoshares)",
            documented("AutoShares' table of errors")),
    TOO_MANY_REQUESTS(
            429,
            "",
            "the minute's requests of this kind are used up (dialect autoshares)",
            documented("AutoShares' page of rate limits; the empty body is assumed")),
    SERVER_ERROR(
            500,
            "{\"message\":\"An error occurred while processing your request\",\"error\":\"Unexpected server error\"}",
            "the account id names no account",
            documented("guide pages Place Order and Get Filtered Orders, of a user id in its place")),
    SERVER_ERROR_UNNAMED(
            500,
            "{\"message\":\"An error occurred while processing your request\"}",
            "the account id names no account (dialect autoshares)",
            documented("AutoShares' copy of the same pages")),
    UNKNOWN_ORDER_UNREAD(
            500,
            SERVER_ERROR.template,
            "the account has no such order, and it was to be read",
            assumed("the pages of orders answer so to other wrong ids; reference: 500")),
    VENUE_SILENT(
            500,
            SERVER_ERROR.template,
            "the venue did not speak in time, the world was reset before it did, or too many requests wait (syncorders)",
            assumed("reference: 500")),
    MISSING_MEMBER(
            500,
            SERVER_ERROR.template,
            "a mandatory member of the body is missing",
            documented("guide page Validate Order Placement; of placing and replacing it is assumed")),
    MISSING_MEMBER_UNNAMED(
            500,
            SERVER_ERROR_UNNAMED.template,
            "a mandatory member of the body is missing (dialect autoshares)",
            documented("AutoShares' copy of the same pages")),
    INVALID_REQUEST(
            400,
            "{\"Message\":\"The request is invalid.\"}",
            "an id in the path is no int32",
            documented("guide page Get Account Balance")),
    INVALID_PARAMETER(
            422,
            "{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":{\"{parameter}\":"
                    + "[\"The value '{value}' is not valid for Int32.\"]}}",
            "an id in the path is no int32 (dialects current, autoshares)",
            documented("later guide page Get Account Balance; reference: 422")),
    INVALID_BODY(
            422,
            "{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":{errors}}",
            "the body is no JSON, or a member of it holds what it cannot",
            documented("later guide page Validate Order Placement; reference: 422")),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "{\"Message\":\"The request entity's media type '{type}' is not supported for this resource.\"}",
            "the body is said to be something else than JSON",
            framework("ASP.NET Web API")),
    INVALID_QUERY(
            422,
            "{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":{\"{parameter}\":"
                    + "[\"The value '{value}' is not valid for {type}.\"]}}",
            "a number in the query is no int32 or is out of range, a flag there is neither true nor false, or a date is none",
            assumed("reference: 422; the body is that of a path id")),
    INVALID_FILTER(
            400,
            INVALID_REQUEST.template,
            "the filter or the sort field cannot be used",
            assumed("guide page Get Filtered Orders; reference: 400; the body is that of a path id")),
    METHOD_NOT_SUPPORTED(
            405,
            "{\"Error\":{\"Code\":\"UnsupportedApiVersion\",\"Message\":\"The requested resource with API version "
                    + "'{version}' does not support HTTP method '{method}'.\"}}",
            "the route takes other methods",
            framework("the body is documented, of a 404, on the guide page of price alerts")),
    MISSING_QUERY(
            404,
            METHOD_NOT_SUPPORTED.template,
            "a query parameter that names the page or its order is missing (dialects documented, current)",
            documented("guide pages of price alerts and transactions; of orders and positions it is assumed")),
    MISSING_QUERY_UNROUTED(
            404,
            "{\"Message\":\"No HTTP resource was found that matches the request URI '{uri}'.\"}",
            "a query parameter of equities or of an account's history is missing (dialects documented, current)",
            documented("guide pages Get Filtered Equities and Get Account's History; of a lookup it is assumed")),
    METHOD_NOT_SUPPORTED_UNVERSIONED(
            405,
            "{\"Message\":\"The requested resource does not support http method '{method}'.\"}",
            "the route, one without a version, takes other methods",
            framework("ASP.NET Web API")),
    UNSUPPORTED_VERSION(
            400,
            "{\"Error\":{\"Code\":\"UnsupportedApiVersion\",\"Message\":\"The HTTP resource that matches the request URI "
                    + "'{uri}' does not support the API version '{version}'.\"}}",
            "the version is neither 1 nor 1.0",
            framework("ASP.NET API Versioning")),
    NO_RESOURCE(
            404,
            "{\"Message\":\"No HTTP resource was found that matches the request URI '{uri}'.\"}",
            "there is no such route",
            documented("guide pages of watchlists and equities")),
    CONTENT_TOO_LARGE(413, "", "the body of a POST or PUT is over 1 MiB", assumed("servers limit what they read")),
    TOKEN_ISSUED(
            200,
            "{\"State\":\"Succeeded\",\"Token\":\"{token}\"}",
            "the login is through",
            documented("guide page Requesting Tokens")),
    VERIFICATION_EXPECTED(
            202,
            "{\"Step\":\"VerificationCode\",\"Reason\":\"Expecting confirmation code\",\"State\":\"Expecting\","
                    + "\"Token\":\"{token}\"}",
            "the user's login takes a second step",
            documented("guide page Two-Factor Authentication")),
    INVALID_CREDENTIALS(
            401,
            "{\"State\":\"Failed\",\"Step\":\"BaseAuthentication\",\"Reason\":\"Invalid credentials\"}",
            "the user name or the password is missing or wrong, or the user is disabled",
            documented("guide page Requesting Tokens; reference: 401")),
    CORRUPTED_TICKET(
            401,
            "{\"State\":\"Failed\",\"Step\":\"VerificationCode\",\"Reason\":\"Corrupted ticket\"}",
            "a verification code came without the interim token of the same user",
            documented("guide page Two-Factor Authentication; reference: 401")),
    WRONG_VERIFICATION_CODE(
            401,
            "{\"State\":\"Failed\",\"Step\":\"VerificationCode\",\"Reason\":\"Invalid confirmation code\"}",
            "the verification code is wrong",
            assumed("the shape is the reference's, of a wrong PIN")),
    LOGGED_OUT(200, "", "the token is revoked", assumed("AutoShares lists the route without an answer")),
    UNKNOWN_USER(
            500,
            "{\"Model\":null,\"Errors\":[\"Value cannot be null.\\r\\nParameter name: user\"],\"StatusCode\":500,"
                    + "\"IsSucceed\":false}",
            "the user id names no user",
            documented("later guide page Get User's Info")),
    USER_INFO(200, "{user}", "somebody reads about a user", documented("guide page Get User's Info")),
    USER_ACCOUNTS(
            200,
            "{accounts}",
            "somebody lists a user's accounts",
            documented("guide page List User's Accounts; that Id is the account's is read from its later samples")),
    ACCOUNT_INFO(
            200,
            "{balance}",
            "somebody reads an account's balance",
            documented("guide page Get Account's Balance Info")),
    ACCOUNT(
            200,
            "{account}",
            "there is such an account (dialects documented, current)",
            documented("guide page Get Trading Account Info by ID")),
    ACCOUNT_IN_ARRAY(
            200,
            "{accountlist}",
            "there is such an account (dialect autoshares)",
            documented("AutoShares' OpenAPI document")),
    UNKNOWN_ACCOUNT(
            404,
            "",
            "there is no such account, and it was to be read",
            documented("AutoShares' OpenAPI document: 404; the empty body is assumed")),
    ACCOUNTS(
            200,
            "{\"Result\":{accountlist},\"NextPageLink\":\"{next}\",\"PreviousPageLink\":\"{previous}\","
                    + "\"TotalCount\":{count}}",
            "the accounts that the caller may view, those that the filter lets through",
            documented("guide page List All Accounts, later Get All Accounts")),
    ACCOUNT_USERS(
            200,
            "{accountusers}",
            "somebody lists who has access to an account",
            documented("guide page List Account Users, later Get All Users Of An Account")),
    POSITIONS(
            200,
            "{positions}",
            "the account's positions, those that the filter lets through (dialect documented)",
            documented("guide page Get User's Positions")),
    POSITION_PAGE(
            200,
            "{\"Result\":{positions},\"NextPageLink\":\"{next}\",\"PreviousPageLink\":\"{previous}\","
                    + "\"TotalCount\":{count}}",
            "the account's positions, those that the filter lets through (dialects current, autoshares)",
            documented(
                    "AutoShares' OpenAPI document; later guide page Get User's Positions names the page's parameters")),
    POSITION(
            200,
            "{positions}",
            "the account's position in a security, if there is one",
            documented(
                    "guide page Get User's Positions in Security; that the list is empty where there is none is assumed")),
    POSITION_GROUPS(
            200,
            "{groups}",
            "somebody reads what kinds of securities an account's positions are of",
            documented("later guide page Get Market Value of All Security Types")),
    TRANSACTIONS(
            200,
            "{\"Result\":{transactions},\"NextPageLink\":\"{next}\",\"PreviousPageLink\":\"{previous}\","
                    + "\"TotalCount\":{count}}",
            "the account's transactions, those that the filter lets through",
            documented("guide page Get Transactions; how a fill is booked is read from its sample")),
    ACCOUNT_HISTORY(
            200,
            "{values}",
            "somebody reads what an account was worth",
            documented("guide page Get Account's History; what a day has that no fixture tells is assumed")),
    EQUITY(200, "{security}", "there is such an equity", documented("guide page Get Equity Info by Ticker")),
    EQUITIES(
            200,
            "{\"Result\":{securities},\"NextPageLink\":\"{next}\",\"PreviousPageLink\":\"{previous}\","
                    + "\"TotalCount\":{count}}",
            "the equities, those that the filter lets through",
            documented("guide page Get Filtered Equities")),
    EQUITIES_FOUND(
            200,
            "{securities}",
            "the equities that have the mask in them",
            documented(
                    "guide page Get Equity Info by Mask; that they are sorted by description is read from its sample")),
    UNKNOWN_SECURITY(
            404,
            "",
            "there is no such equity, or no such security to have options on",
            documented("AutoShares' OpenAPI document: 404; the empty body is assumed")),
    TRADE_LIMITS(
            200,
            "{limits}",
            "somebody asks how much of a security an account can buy and sell",
            assumed("AutoShares' OpenAPI document names the members and shows no sample")),
    STREAMERS(
            200,
            "{\"QuoteAddresses\":[{\"Url\":\"{quote}\",\"Type\":\"{quotes}\",\"SessionId\":\"{session}\"}],"
                    + "\"DataAddresses\":[{\"Url\":\"{data}\",\"Type\":\"delayed\"}]}",
            "somebody asks where the streamers are",
            documented("later guide page Get Streamers Info; AutoShares' page Streaming Data")),
    SESSION_RECOVERED(
            200,
            "{\"Id\":\"{session}\"}",
            "a session of a streamer was recovered",
            documented("later guide page Recover a Streamer Session")),
    OPTION_CHAIN(
            200,
            "{chain}",
            "the options on the security, those that the filter lets through",
            documented("later guide page Get an Option Chain; how the central strike is found is assumed")),
    REFERENCE_SCHEMA(
            200,
            "{schema}",
            "anybody asks for the API's own description, Swagger 2.0",
            documented(
                    "AutoShares' page SDKs; that no app key is needed is read from its import by link, which sends none"));

    /** How it is known that the API answers so, and from where. */
    private record Origin(String provenance, String source) {}

    private final String template;

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
    private final Rule rule;

    Answer(int status, String template, String trigger, Origin origin) {
        this.template = template;
        this.rule = new Rule(Word.of(this), status, trigger, origin.provenance(), origin.source());
    }

    /** The broker's documentation says so. */
    private static Origin documented(String source) {
        return new Origin("documented", source);
    }

    /** The framework that the documented bodies reveal answers so by itself. */
    private static Origin framework(String source) {
        return new Origin("framework", source);
    }

    /** Nothing says so; it is the most likely reading of what is documented for similar cases. */
    private static Origin assumed(String source) {
        return new Origin("assumed", source);
    }

    public int status() {
        return rule.status();
    }

    @Override
    public Rule rule() {
        return rule;
    }

    @Override
    public Recipe recipe() {
        return Answers.recipe(this);
    }

    String template() {
        return template;
    }

    ApiResponse response() {
        return ApiResponse.of(this, template);
    }

    /** The answer with its braces filled: name, value, name, value … Braces inside a value stay as they are. */
    ApiResponse response(String... namesAndValues) {
        StringBuilder body = new StringBuilder(template.length() + 64);
        boolean inQuotes = false;
        int at = 0;
        while (at < template.length()) {
            int filled = fill(body, at, inQuotes, namesAndValues);
            if (filled == 0) {
                body.append(template.charAt(at));
                inQuotes ^= template.charAt(at) == '"';
            }
            at += Math.max(1, filled);
        }
        return ApiResponse.of(this, body.toString());
    }

    /**
     * Appends the value for the braces at this place of the template. Returns the length of those braces, 0 for none.
     */
    private int fill(StringBuilder body, int at, boolean inQuotes, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String braces = "{" + namesAndValues[i] + "}";
            if (template.startsWith(braces, at)) {
                String value = namesAndValues[i + 1];
                if (inQuotes) {
                    String quoted = JsonText.quote(value);
                    body.append(quoted, 1, quoted.length() - 1);
                } else {
                    body.append(value);
                }
                return braces.length();
            }
        }
        return 0;
    }

    Refused refusal(Check failed) {
        return response().refusal(failed);
    }
}
