package io.github.etnasandbox.api;

import static io.github.etnasandbox.api.Route.unversioned;
import static io.github.etnasandbox.api.Route.versioned;
import static io.github.etnasandbox.state.RateLimit.ORDER_QUERIES;
import static io.github.etnasandbox.state.RateLimit.TOKEN_REQUESTS;
import static io.github.etnasandbox.state.RateLimit.TRADES;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.json.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of all routes, and how a request finds its row: by path, then version, method and required query parameters.
 *
 * <p>The table is served below {@code /api} and at the root, since deployments differ.
 */
final class Routes {
    private static final String AUTOSHARES = "AutoShares' OpenAPI document";

    static final List<Route> TABLE = Stream.of(
                    orders("orders", "", PlaceOrder::answer, CancelOrder::answer),
                    orders(
                            "syncorders",
                            ", later editions",
                            PlaceOrder::answerOnceVenueSpoke,
                            CancelOrder::answerOnceVenueSpoke),
                    accounts(),
                    securities(),
                    books(),
                    others())
            .flatMap(List::stream)
            .toList();

    private static List<Route> others() {
        String details = "accounts/{accountId}/orders/{orderId}/details";
        return List.of(
                versioned("GET", details, GetOrderDetails::answer, AUTOSHARES).within(ORDER_QUERIES),
                versioned(
                                "POST",
                                "orders/consolidated",
                                ConsolidatedOrders::answer,
                                AUTOSHARES + ", /orders/consolidated")
                        .within(ORDER_QUERIES),
                versioned(
                                "DELETE",
                                "accounts/{accountId}/orders/mutual-funds/{orderId}",
                                CancelOrder::answerMutualFund,
                                "Cancel a Mutual Fund Order, later editions")
                        .within(TRADES),
                versioned(
                                "GET",
                                "accounts/{accountId}/verified/orders/{orderId}",
                                VerifyOrder::answer,
                                "Validate Order by ID, later editions")
                        .within(ORDER_QUERIES),
                versioned(
                                "GET",
                                "accounts/{accountId}/preview/limits/{symbol}",
                                GetTradeLimits::answer,
                                AUTOSHARES + ", /accounts/{accountId}/preview/limits/{symbol}")
                        .within(ORDER_QUERIES),
                versioned("GET", "streamers", Streamers::answer, "Get Streamers Info, later editions"),
                versioned(
                                "PUT",
                                "streamers/session/recover",
                                Streamers::answerRecovery,
                                "Recover a Streamer Session, later editions")
                        .requiring("sessionType"),
                versioned("GET", "users/{userId}/info", GetUserInfo::answer, "Get User's Info"),
                versioned("GET", "users/{userId}/accounts", ListUserAccounts::answer, "List User's Accounts"),
                versioned("GET", "accounts/{accountId}/info", GetAccountInfo::answer, "Get Account's Balance Info"),
                unversioned("POST", "token", RequestToken::answer, "Requesting Tokens")
                        .within(TOKEN_REQUESTS),
                unversioned("POST", "logout", Logout::answer, AUTOSHARES + ", /logout"),
                unversioned("GET", "reference/schema/v1", GetReferenceSchema::answer, "AutoShares' page SDKs")
                        .toAnybody());
    }

    private static List<Route> accounts() {
        return List.of(
                versioned("GET", "accounts/all", GetAccount::answerAll, "List All Accounts")
                        .requiring("pageNumber", "pageSize"),
                versioned("GET", "accounts/{accountId}", GetAccount::answer, "Get Trading Account Info by ID"),
                versioned("GET", "accounts/{accountId}/users", GetAccount::answerUsers, "List Account Users"));
    }

    /** What an account holds, and what was booked on it. */
    private static List<Route> books() {
        String account = "accounts/{accountId}/";
        return List.of(
                versioned("GET", account + "positions", ListPositions::answer, "Get User's Positions")
                        .requiringLater("pageNumber", "pageSize", "sortField", "desc"),
                versioned(
                        "GET",
                        account + "positions/groups",
                        ListPositionGroups::answer,
                        "Get Market Value of All Security Types, later editions"),
                versioned(
                        "GET",
                        account + "positions/{symbol}",
                        ListPositions::answerOfSymbol,
                        "Get User's Positions in Security"),
                versioned("GET", account + "transactions", ListTransactions::answer, "Get Transactions")
                        .requiring("pageNumber", "pageSize", "sortBy", "isDesc"),
                versioned("GET", account + "history", GetAccountHistory::answer, "Get Account's History")
                        .existingOnlyWith("startDate", "endDate", "step"));
    }

    /** Words come before parameters: the first row that fits a path answers it. */
    private static List<Route> securities() {
        return List.of(
                versioned("GET", "equities", ListEquities::answer, "Get Filtered Equities")
                        .existingOnlyWith("pageNumber", "pageSize", "sortField", "desc"),
                versioned("GET", "equities/lookup", ListEquities::answerLookup, "Get Equity Info by Mask")
                        .existingOnlyWith("mask", "count"),
                versioned("GET", "equities/{symbol}", GetEquity::answer, "Get Equity Info by Ticker"),
                versioned(
                        "GET",
                        "options/optionChain/{symbol}",
                        GetOptionChain::answer,
                        "Get an Option Chain, later editions"));
    }

    /** The routes of orders under one of their two names. They differ only in what the venue answers. */
    private static List<Route> orders(String name, String edition, Route.Endpoint place, Route.Endpoint cancel) {
        String all = "accounts/{accountId}/" + name;
        String one = all + "/{orderId}";
        String preview = "accounts/{accountId}/preview/" + name;
        String previewOne = preview + "/{orderId}";
        return List.of(
                versioned("GET", all, ListOrders::answer, "Get Filtered Orders")
                        .within(ORDER_QUERIES)
                        .requiring("pageNumber", "pageSize"),
                versioned("POST", all, place, "Place Order" + edition).within(TRADES),
                versioned("GET", one, GetOrder::answer, "Get Order's Info").within(ORDER_QUERIES),
                versioned("PUT", one, ReplaceOrder::answer, "Replace Order").within(TRADES),
                versioned("DELETE", one, cancel, "Cancel Order" + edition).within(TRADES),
                versioned("POST", preview, PreviewOrder::answerPlacement, "Validate Order Placement"),
                versioned("PUT", previewOne, PreviewOrder::answerReplacement, "Validate Order Replacement"));
    }

    private static final Pattern API_TWICE = Pattern.compile("(?i)^/api/api(?=/)");
    private static final Pattern VERSION_TWICE =
            Pattern.compile("(?i)^(/api)?/(?<version>v[0-9.]+)(/api)?/\\k<version>(?=/)");

    private Routes() {}

    /** Whether a request needs no app key. */
    static boolean isOpen(ApiRequest request) {
        RequestPath path = RequestPath.parse(request.path());
        return TABLE.stream()
                .anyMatch(
                        route -> route.isOpen() && route.method().equals(request.method()) && route.fit(path) != null);
    }

    /** Finds the row of a request; refuses when there is no such path, version or method, or a query parameter is missing. */
    static Route.Match find(Admission admission) {
        ApiRequest request = admission.request();
        RequestPath path = RequestPath.parse(request.path());
        List<String> methods = new ArrayList<>();
        for (Route route : TABLE) {
            PathParameters parameters = route.fit(path);
            if (parameters == null) {
                continue;
            }
            if (methods.isEmpty()) {
                admission.pass(Criterion.ROUTE, "the path fits " + route.path());
                requireVersion(path, admission);
            }
            if (route.method().equals(request.method())) {
                admission.pass(
                        Criterion.METHOD,
                        "the route takes " + route.method() + " (documented: " + route.source() + ")");
                if (path.version() != null) {
                    requireQuery(route, path.version(), admission);
                }
                return new Route.Match(route, parameters);
            }
            methods.add(route.method());
        }
        if (methods.isEmpty()) {
            throw Answer.NO_RESOURCE.response("uri", request.uri()).refusal(noRoute(request.path(), path));
        }
        throw wrongMethod(request.method(), path.version(), String.join(", ", methods));
    }

    private static void requireVersion(RequestPath path, Admission admission) {
        String version = path.version();
        if (version == null) {
            return;
        }
        if (!path.isOfServedVersion()) {
            throw Answer.UNSUPPORTED_VERSION
                    .response("uri", admission.request().uri(), "version", version)
                    .refusal(Criterion.VERSION.failed(
                            "version '" + version + "' is not served; v1.0 is (v1 is the same)"));
        }
        admission.pass(Criterion.VERSION, "version " + version + " is served");
    }

    /** The framework picks an action by its parameters: when one is missing, it finds no action for this method. */
    private static void requireQuery(Route route, String version, Admission admission) {
        Query query = admission.query();
        for (String name : route.requiredQuery().in(admission.dialect())) {
            if (query.first(name).isEmpty()) {
                throw route.missingQuery()
                        .response(
                                "version",
                                version,
                                "method",
                                route.method(),
                                "uri",
                                admission.request().uri())
                        .refusal(Criterion.QUERY
                                .failed("query parameter " + name + " is missing")
                                .withNearMiss(query.nearMiss(name))
                                .withRemedy("send query parameter " + name));
            }
            admission.pass(Criterion.QUERY, name + " is there");
        }
    }

    private static Refused wrongMethod(String method, @Nullable String version, String allowed) {
        ApiResponse response = version == null
                ? Answer.METHOD_NOT_SUPPORTED_UNVERSIONED.response("method", method)
                : Answer.METHOD_NOT_SUPPORTED.response("version", version, "method", method);
        return response.with("Allow", allowed) // RFC 9110, 15.5.6
                .refusal(Criterion.METHOD.failed("method " + method + " is not for this route; it takes " + allowed));
    }

    private static Check noRoute(String sent, RequestPath path) {
        List<String> segments = path.segments();
        String asked = "/" + String.join("/", segments);
        Check failed =
                Criterion.ROUTE.failed("no route " + (path.version() == null ? "" : "/v" + path.version()) + asked);
        String twice = repetition(sent);
        if (twice != null) {
            return failed.withNearMiss(twice);
        }
        for (Route route : TABLE) {
            if (route.fit(segments) != null) {
                return failed.withNearMiss(
                        (route.versioned() ? "a version is missing, as in /v1.0" : "it has no version, as in ")
                                + asked);
            }
        }
        List<String> alike = TABLE.stream().map(route -> route.like(segments)).toList();
        return NearMiss.question((path.version() == null ? "" : "/v1.0") + asked, alike, "")
                .map(failed::withNearMiss)
                .orElseGet(() -> Criterion.ROUTE.failed(failed.facts() + "; the routes are " + all()));
    }

    /** What a path has once too often, as when a base URL and a path both have it; null unless it would fit a route without. */
    private static @Nullable String repetition(String path) {
        List<String> found = new ArrayList<>();
        String once = path.replaceAll("/{2,}", "/");
        if (!once.equals(path)) {
            found.add("a double slash");
        }
        Matcher api = API_TWICE.matcher(once);
        if (api.find()) {
            found.add("api twice");
            once = api.replaceFirst("/api");
        }
        Matcher version = VERSION_TWICE.matcher(once);
        if (version.find()) {
            found.add(version.group("version") + " twice");
            once = version.replaceFirst("/api/${version}");
        }
        RequestPath meant = RequestPath.parse(once);
        return !found.isEmpty() && TABLE.stream().anyMatch(route -> route.fit(meant) != null)
                ? "it has " + String.join(" and ", found)
                : null;
    }

    private static String all() {
        return TABLE.stream().map(route -> route.method() + " " + route.path()).collect(Collectors.joining(", "));
    }
}
