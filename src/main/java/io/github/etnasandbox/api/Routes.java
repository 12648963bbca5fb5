package io.github.etnasandbox.api;

import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.json.NearMiss;
import io.github.etnasandbox.rate.RateLimit;
import io.github.etnasandbox.world.Dialect;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole API in one table, and how a request finds its row: first the path, then the version, the method,
 * and the query parameters it requires.
 *
 * <p>The table is served below {@code /api} and at the root, since deployments differ.
 */
final class Routes {
    static final List<Route> TABLE = Stream.of(
                    orders("orders", PlaceOrder::answer, CancelOrder::answer, "Place Order", "Cancel Order"),
                    orders(
                            "syncorders",
                            PlaceOrder::answerOnceVenueSpoke,
                            CancelOrder::answerOnceVenueSpoke,
                            "Place Order, later editions",
                            "Cancel Order, later editions"),
                    List.of(
                            Route.versioned(
                                            "GET",
                                            "accounts/{accountId}/orders/{orderId}/details",
                                            GetOrderDetails::answer,
                                            "AutoShares' OpenAPI document")
                                    .limitedBy(RateLimit.ORDER_QUERIES),
                            Route.versioned("GET", "users/{userId}/info", GetUserInfo::answer, "Get User's Info"),
                            Route.versioned(
                                    "GET", "users/{userId}/accounts", ListUserAccounts::answer, "List User's Accounts"),
                            Route.versioned(
                                    "GET",
                                    "accounts/{accountId}/info",
                                    GetAccountInfo::answer,
                                    "Get Account's Balance Info"),
                            Route.unversioned("POST", "token", RequestToken::answer, "Requesting Tokens")
                                    .limitedBy(RateLimit.TOKEN_REQUESTS),
                            Route.unversioned(
                                    "POST", "logout", Logout::answer, "AutoShares' OpenAPI document, /logout")))
            .flatMap(List::stream)
            .toList();

    /** The family of orders under one of its two names; only what has to do with the venue differs. */
    private static List<Route> orders(
            String name, Endpoint place, Endpoint cancel, String placePage, String cancelPage) {
        String all = "accounts/{accountId}/" + name;
        String one = all + "/{orderId}";
        String preview = "accounts/{accountId}/preview/" + name;
        return List.of(
                Route.versioned("GET", all, ListOrders::answer, "Get Filtered Orders")
                        .requiring("pageNumber", "pageSize")
                        .limitedBy(RateLimit.ORDER_QUERIES),
                Route.versioned("POST", all, place, placePage).limitedBy(RateLimit.TRADES),
                Route.versioned("GET", one, GetOrder::answer, "Get Order's Info")
                        .limitedBy(RateLimit.ORDER_QUERIES),
                Route.versioned("PUT", one, ReplaceOrder::answer, "Replace Order")
                        .limitedBy(RateLimit.TRADES),
                Route.versioned("DELETE", one, cancel, cancelPage).limitedBy(RateLimit.TRADES),
                Route.versioned("POST", preview, PreviewOrder::answerPlacement, "Validate Order Placement"),
                Route.versioned(
                        "PUT", preview + "/{orderId}", PreviewOrder::answerReplacement, "Validate Order Replacement"));
    }

    private Routes() {}

    /**
     * Finds the row of a request.
     *
     * @throws Refused when there is none: no such path, version or method, or a query parameter is missing
     */
    static Route.Match find(ApiRequest request, Dialect dialect, Checks checks) {
        List<String> path = segments(request.path());
        boolean belowApi = !path.isEmpty() && path.get(0).equalsIgnoreCase("api");
        List<String> rest = belowApi ? path.subList(1, path.size()) : path;
        Version version = rest.isEmpty() ? null : Version.parse(rest.get(0));
        if (version != null) {
            rest = rest.subList(1, rest.size());
        }

        List<String> methods = new ArrayList<>();
        for (Route route : TABLE) {
            PathParameters parameters = route.versioned() == (version != null) ? route.fit(rest) : null;
            if (parameters == null) {
                continue;
            }
            if (methods.isEmpty()) {
                checks.pass(Criterion.ROUTE, "the path fits " + route.path());
                requireVersion(version, request, checks);
            }
            if (route.method().equals(request.method())) {
                checks.pass(
                        Criterion.METHOD,
                        "the route takes " + route.method() + " (documented: " + route.source() + ")");
                if (version != null && dialect.pageRequired()) {
                    requireQuery(route, request, version, checks);
                }
                return new Route.Match(route, parameters);
            }
            methods.add(route.method());
        }
        if (methods.isEmpty()) {
            throw new Refused(Answer.NO_RESOURCE.response("uri", request.uri()).because(noRoute(rest, version)));
        }
        throw new Refused(wrongMethod(request.method(), version, String.join(", ", methods)));
    }

    private static void requireVersion(@Nullable Version version, ApiRequest request, Checks checks) {
        if (version == null) {
            return;
        }
        if (!version.isServed()) {
            throw new Refused(Answer.UNSUPPORTED_VERSION
                    .response("uri", request.uri(), "version", version.text())
                    .because(Criterion.VERSION.failed(
                            "version '" + version.text() + "' is not served; v1.0 is (v1 is the same)")));
        }
        checks.pass(Criterion.VERSION, "version " + version.text() + " is served");
    }

    /** A framework that picks actions by their parameters finds none for this method when one is missing. */
    private static void requireQuery(Route route, ApiRequest request, Version version, Checks checks) {
        for (String name : route.requiredQuery()) {
            Query query = Query.parse(request.query());
            if (query.first(name).isEmpty()) {
                throw new Refused(Answer.MISSING_QUERY
                        .response("version", version.text(), "method", request.method())
                        .because(Criterion.QUERY
                                .failed("query parameter " + name + " is missing")
                                .withNearMiss(query.nearMiss(name))
                                .withRemedy("send query parameter " + name)));
            }
            checks.pass(Criterion.QUERY, name + " is there");
        }
    }

    private static ApiResponse wrongMethod(String method, @Nullable Version version, String allowed) {
        ApiResponse response = version == null
                ? Answer.METHOD_NOT_SUPPORTED_UNVERSIONED.response("method", method)
                : Answer.METHOD_NOT_SUPPORTED.response("version", version.text(), "method", method);
        return response.with("Allow", allowed) // RFC 9110, 15.5.6
                .because(Criterion.METHOD.failed("method " + method + " is not for this route; it takes " + allowed));
    }

    /** Splits a path; one trailing slash is nothing, an empty segment elsewhere fits no route. */
    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        int end = path.length() > 1 && path.endsWith("/") ? path.length() - 1 : path.length();
        int from = 1;
        while (from <= end) {
            int slash = path.indexOf('/', from);
            int to = slash < 0 || slash > end ? end : slash;
            segments.add(decoded(path.substring(from, to)));
            from = to + 1;
        }
        return segments;
    }

    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }

    private static Check noRoute(List<String> rest, @Nullable Version version) {
        String asked = "/" + String.join("/", rest);
        String sent = (version == null ? "" : "/v" + version.text()) + asked;
        Check failed = Criterion.ROUTE.failed("no route " + sent);
        for (Route route : TABLE) {
            if (route.fit(rest) != null) {
                return failed.withNearMiss(
                        (route.versioned() ? "a version is missing, as in /v1.0" : "it has no version, as in ")
                                + asked);
            }
        }
        List<String> alike = TABLE.stream().map(route -> route.like(rest)).collect(Collectors.toList());
        return NearMiss.of((version == null ? "" : "/v1.0") + asked, alike)
                .map(near -> failed.withNearMiss("did you mean " + near + "?"))
                .orElseGet(() -> Criterion.ROUTE.failed(failed.facts() + "; the routes are " + all()));
    }

    private static String all() {
        return TABLE.stream().map(route -> route.method() + " " + route.path()).collect(Collectors.joining(", "));
    }
}
