package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Provenance.ASSUMED;
import static io.github.etnasandbox.api.Provenance.DOCUMENTED;
import static io.github.etnasandbox.api.Provenance.FRAMEWORK;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange.Rule;
import io.github.etnasandbox.json.JsonText;
import java.util.Locale;

/**
 * The catalogue: every answer the API gives, with its status, exact body, trigger and provenance. Nowhere else is an
 * answer spelt. A word in braces is filled in for each request: as text where it stands in quotes, as JSON elsewhere.
 *
 * <p>An empty body means none at all, neither bytes nor a {@code Content-Type}.
 */
public enum Answer {
    /** The cancel was accepted. */
    CANCELED(204, "", "an outstanding order was canceled", DOCUMENTED, "guide page Cancel Order"),
    /** The order is there, and too late to cancel. */
    NOT_OUTSTANDING(
            409,
            "",
            "the order is not outstanding",
            DOCUMENTED,
            "guide page Cancel Order: rejected; reference: 409; the empty body is assumed"),
    /** The account has no such order. */
    UNKNOWN_ORDER(
            409,
            "",
            "the account has no such order",
            ASSUMED,
            "guide page Cancel Mutual Fund Order says so of its orders"),
    /** The order. */
    ORDER(200, "{order}", "the account has the order", DOCUMENTED, "guide page Get Order's Info"),
    /** The order was placed. */
    ORDER_PLACED(200, "{order}", "an order was placed, be it right or wrong", DOCUMENTED, "guide page Place Order"),
    /** The order was replaced. */
    ORDER_REPLACED(
            200,
            "{order}",
            "an order was replaced, or the validators had it stay as it was",
            DOCUMENTED,
            "guide page Replace Order"),
    /** The order is there, and not to be replaced. */
    NOT_REPLACEABLE(
            409,
            "",
            "the order is not outstanding, is executed in part, or has legs, and was to be replaced",
            DOCUMENTED,
            "AutoShares' OpenAPI document: failed to replace the order; the empty body is assumed"),
    /** The venue refused to cancel. */
    CANCEL_REJECTED(
            409,
            "",
            "the venue refused the cancel (syncorders)",
            ASSUMED,
            "later guide page Cancel Order: confirmed by the execution venue; reference: 409"),
    /** What an order would cost, or what is wrong with it. */
    PREVIEW(
            200,
            "{preview}",
            "an order was checked without being placed or replaced",
            DOCUMENTED,
            "guide pages Validate Order Placement and Validate Order Replacement"),
    /** What happened to an order. */
    ORDER_DETAILS(
            200,
            "{records}",
            "the account has the order",
            ASSUMED,
            "AutoShares' OpenAPI document names some of the fields"),
    /** What happened to an order, but not to everybody. */
    DETAILS_DENIED(
            400,
            "{\"Message\":\"Authorization has been denied for this request.\"}",
            "the details of an order on an account that is not the caller's were asked for",
            ASSUMED,
            "AutoShares' OpenAPI document: 400, no permission; the body is that of 401"),
    /** A page of orders. */
    ORDERS(
            200,
            "{\"Result\":{orders},\"NextPageLink\":\"{next}\",\"PreviousPageLink\":\"{previous}\","
                    + "\"TotalCount\":{count}}",
            "the account's orders, those that the filter lets through",
            DOCUMENTED,
            "guide page Get Filtered Orders"),
    /** The account has no such order, at AutoShares. */
    UNKNOWN_ORDER_NOT_FOUND(
            404, "", "the account has no such order (dialect autoshares)", ASSUMED, "AutoShares' table of errors"),
    /** The token is missing, or does not reach so far. */
    AUTHORIZATION_DENIED(
            401,
            "{\"Message\":\"Authorization has been denied for this request.\"}",
            "no valid token, or one of a user who may not do this",
            DOCUMENTED,
            "guide page Cancel Order"),
    /** The app key is missing or wrong. */
    APP_KEY_REFUSED(
            403,
            "{\"error\":\"Application key is not defined or does not exist\"}",
            "the app key is missing, unknown or deactivated",
            DOCUMENTED,
            "guide page Cancel Order; reference: 403"),
    /** The app key is missing or wrong, at AutoShares. */
    APP_KEY_REFUSED_UNAUTHORIZED(
            401,
            APP_KEY_REFUSED.template,
            "the app key is missing, unknown or deactivated (dialect autoshares)",
            DOCUMENTED,
            "AutoShares' table of errors"),
    /** Too much in a minute. */
    TOO_MANY_REQUESTS(
            429,
            "",
            "the minute's requests of this kind are used up (dialect autoshares)",
            DOCUMENTED,
            "AutoShares' page of rate limits; the empty body is assumed"),
    /** An account that is none. */
    SERVER_ERROR(
            500,
            "{\"message\":\"An error occurred while processing your request\",\"error\":\"Unexpected server error\"}",
            "the account id names no account",
            DOCUMENTED,
            "guide pages Place Order and Get Filtered Orders, of a user id in its place"),
    /** An account that is none, at AutoShares. */
    SERVER_ERROR_UNNAMED(
            500,
            "{\"message\":\"An error occurred while processing your request\"}",
            "the account id names no account (dialect autoshares)",
            DOCUMENTED,
            "AutoShares' copy of the same pages"),
    /** The account has no such order to show. */
    UNKNOWN_ORDER_UNREAD(
            500,
            SERVER_ERROR.template,
            "the account has no such order, and it was to be read",
            ASSUMED,
            "the pages of orders answer so to other wrong ids; reference: 500"),
    /** The venue does not speak. */
    VENUE_SILENT(
            500,
            SERVER_ERROR.template,
            "the venue did not speak in time, or the world was reset before it did (syncorders)",
            ASSUMED,
            "reference: 500"),
    /** A body that lacks something. */
    MISSING_MEMBER(
            500,
            SERVER_ERROR.template,
            "a mandatory member of the body is missing",
            DOCUMENTED,
            "guide page Validate Order Placement; of placing and replacing it is assumed"),
    /** A body that lacks something, at AutoShares. */
    MISSING_MEMBER_UNNAMED(
            500,
            SERVER_ERROR_UNNAMED.template,
            "a mandatory member of the body is missing (dialect autoshares)",
            DOCUMENTED,
            "AutoShares' copy of the same pages"),
    /** A path value that is no int32. */
    INVALID_REQUEST(
            400,
            "{\"Message\":\"The request is invalid.\"}",
            "an id in the path is no int32",
            DOCUMENTED,
            "guide page Get Account Balance"),
    /** A path value that is no int32, in later editions. */
    INVALID_PARAMETER(
            422,
            "{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":{\"{parameter}\":"
                    + "[\"The value '{value}' is not valid for Int32.\"]}}",
            "an id in the path is no int32 (dialects current, autoshares)",
            DOCUMENTED,
            "later guide page Get Account Balance; reference: 422"),
    /** A body that is wrong. */
    INVALID_BODY(
            422,
            "{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":{errors}}",
            "the body is no JSON, or a member of it holds what it cannot",
            DOCUMENTED,
            "later guide page Validate Order Placement; reference: 422"),
    /** A body of another kind. */
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "{\"Message\":\"The request entity's media type '{type}' is not supported for this resource.\"}",
            "the body is said to be something else than JSON",
            FRAMEWORK,
            "ASP.NET Web API"),
    /** A query value that is wrong. */
    INVALID_QUERY(
            422,
            "{\"Message\":\"Validation error occured while processing entity\",\"ModelState\":{\"{parameter}\":"
                    + "[\"The value '{value}' is not valid for {type}.\"]}}",
            "pageNumber or pageSize is no int32 or is out of range, or desc is neither true nor false",
            ASSUMED,
            "reference: 422; the body is that of a path id"),
    /** A filter or sort field that cannot be used. */
    INVALID_FILTER(
            400,
            INVALID_REQUEST.template,
            "the filter or the sort field cannot be used",
            ASSUMED,
            "guide page Get Filtered Orders; reference: 400; the body is that of a path id"),
    /** A route that takes other methods. */
    METHOD_NOT_SUPPORTED(
            405,
            "{\"Error\":{\"Code\":\"UnsupportedApiVersion\",\"Message\":\"The requested resource with API version "
                    + "'{version}' does not support HTTP method '{method}'.\"}}",
            "the route takes other methods",
            FRAMEWORK,
            "the body is documented, of a 404, on the guide page of price alerts"),
    /** A list without a page. */
    MISSING_QUERY(
            404,
            METHOD_NOT_SUPPORTED.template,
            "pageNumber or pageSize is missing (dialects documented, current)",
            ASSUMED,
            "guide pages of price alerts and transactions say so of theirs"),
    /** A route without a version that takes other methods. */
    METHOD_NOT_SUPPORTED_UNVERSIONED(
            405,
            "{\"Message\":\"The requested resource does not support http method '{method}'.\"}",
            "the route, one without a version, takes other methods",
            FRAMEWORK,
            "ASP.NET Web API"),
    /** A version that is not served. */
    UNSUPPORTED_VERSION(
            400,
            "{\"Error\":{\"Code\":\"UnsupportedApiVersion\",\"Message\":\"The HTTP resource that matches the request URI "
                    + "'{uri}' does not support the API version '{version}'.\"}}",
            "the version is neither 1 nor 1.0",
            FRAMEWORK,
            "ASP.NET API Versioning"),
    /** No route. */
    NO_RESOURCE(
            404,
            "{\"Message\":\"No HTTP resource was found that matches the request URI '{uri}'.\"}",
            "there is no such route",
            DOCUMENTED,
            "guide pages of watchlists and equities"),
    /** A body that is not read to its end. */
    CONTENT_TOO_LARGE(413, "", "the body of a POST or PUT is over 1 MiB", ASSUMED, "servers limit what they read"),
    /** A login that is through. */
    TOKEN_ISSUED(
            200,
            "{\"State\":\"Succeeded\",\"Token\":\"{token}\"}",
            "the login is through",
            DOCUMENTED,
            "guide page Requesting Tokens"),
    /** A login whose first step is through. */
    VERIFICATION_EXPECTED(
            202,
            "{\"Step\":\"VerificationCode\",\"Reason\":\"Expecting confirmation code\",\"State\":\"Expecting\","
                    + "\"Token\":\"{token}\"}",
            "the user's login takes a second step",
            DOCUMENTED,
            "guide page Two-Factor Authentication"),
    /** A login that failed. */
    INVALID_CREDENTIALS(
            401,
            "{\"State\":\"Failed\",\"Step\":\"BaseAuthentication\",\"Reason\":\"Invalid credentials\"}",
            "the user name or the password is missing or wrong, or the user is disabled",
            DOCUMENTED,
            "guide page Requesting Tokens; reference: 401"),
    /** A second step without the first. */
    CORRUPTED_TICKET(
            401,
            "{\"State\":\"Failed\",\"Step\":\"VerificationCode\",\"Reason\":\"Corrupted ticket\"}",
            "a verification code came without the interim token of the same user",
            DOCUMENTED,
            "guide page Two-Factor Authentication; reference: 401"),
    /** A second step with the wrong code. */
    WRONG_VERIFICATION_CODE(
            401,
            "{\"State\":\"Failed\",\"Step\":\"VerificationCode\",\"Reason\":\"Invalid confirmation code\"}",
            "the verification code is wrong",
            ASSUMED,
            "the shape is the reference's, of a wrong PIN"),
    /** A token that is dead now. */
    LOGGED_OUT(200, "", "the token is revoked", ASSUMED, "AutoShares lists the route without an answer"),
    /** A user that is none. */
    UNKNOWN_USER(
            500,
            "{\"Model\":null,\"Errors\":[\"Value cannot be null.\\r\\nParameter name: user\"],\"StatusCode\":500,"
                    + "\"IsSucceed\":false}",
            "the user id names no user",
            DOCUMENTED,
            "later guide page Get User's Info"),
    /** What is known of a user. */
    USER_INFO(200, "{user}", "somebody reads about a user", DOCUMENTED, "guide page Get User's Info"),
    /** The accounts of a user. */
    USER_ACCOUNTS(
            200,
            "{accounts}",
            "somebody lists a user's accounts",
            DOCUMENTED,
            "guide page List User's Accounts; that Id is the account's is read from its later samples"),
    /** The balance of an account. */
    ACCOUNT_INFO(
            200,
            "{balance}",
            "somebody reads an account's balance",
            DOCUMENTED,
            "guide page Get Account's Balance Info");

    private final int status;
    private final String template;
    private final String trigger;
    private final Provenance provenance;
    private final String source;

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts is immutable
    private final Rule rule;

    Answer(int status, String template, String trigger, Provenance provenance, String source) {
        this.status = status;
        this.template = template;
        this.trigger = trigger;
        this.provenance = provenance;
        this.source = source;
        this.rule = new Rule(spelt(name()), status, trigger, spelt(provenance.name()), source);
    }

    private static String spelt(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the status code. */
    public int status() {
        return status;
    }

    /** Returns the rule that this answer follows. */
    public Rule rule() {
        return rule;
    }

    String template() {
        return template;
    }

    /** Returns what brings this answer about. */
    public String trigger() {
        return trigger;
    }

    /** Returns how it is known that the API answers so. */
    public Provenance provenance() {
        return provenance;
    }

    /** Returns where it says so. */
    public String source() {
        return source;
    }

    /** The answer as it stands here. */
    ApiResponse response() {
        return ApiResponse.of(this, template);
    }

    /** The answer with its braces filled: name, value, name, value … A value is never searched for braces itself. */
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

    /** Appends the value whose braces stand at a place of the template; returns how long those are, 0 for none. */
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

    /** Ends the request with this answer, at the check that failed. */
    Refused because(Check failed) {
        return new Refused(response().because(failed));
    }
}
