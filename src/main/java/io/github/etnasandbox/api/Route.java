package io.github.etnasandbox.api;

import io.github.etnasandbox.state.RateLimit;
import io.github.etnasandbox.state.Transition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the route table.
 *
 * @param segments the path below {@code /api} and the version, a parameter in braces
 * @param requiredQuery the query parameters that a request of a dialect must have
 * @param missingQuery the answer to a request without one of the required query parameters
 * @param limit the rate limit that its requests are counted for, null for none
 * @param isOpen whether requests need no app key
 */
record Route(
        String method,
        List<String> segments,
        boolean versioned,
        Difference<List<String>> requiredQuery,
        Answer missingQuery,
        @Nullable RateLimit limit,
        boolean isOpen,
        Endpoint endpoint,
        String source) {

    /** Answers one route. The app key is checked and the route is found by then. */
    @FunctionalInterface
    interface Endpoint {
        /** Computes the answer; refuses when a check fails. */
        Transition<ApiResponse> answer(Admission admission, PathParameters path);
    }

    /** A route that fits a request, and the values of its parameters. */
    record Match(Route route, PathParameters parameters) {}

    static Route versioned(String method, String path, Endpoint endpoint, String source) {
        return of(method, path, true, endpoint, source);
    }

    static Route unversioned(String method, String path, Endpoint endpoint, String source) {
        return of(method, path, false, endpoint, source);
    }

    private static Route of(String method, String path, boolean versioned, Endpoint endpoint, String source) {
        List<String> segments = List.of(path.split("/"));
        return new Route(
                method, segments, versioned, Difference.NO_QUERY, Answer.MISSING_QUERY, null, false, endpoint, source);
    }

    /** This route with a rate limit. */
    Route within(RateLimit newLimit) {
        return new Route(method, segments, versioned, requiredQuery, missingQuery, newLimit, isOpen, endpoint, source);
    }

    /** This route for requests with certain query parameters only. */
    Route requiring(String... queryParameters) {
        return requiring(missingQuery, Difference.ofPages(List.of(queryParameters)));
    }

    /** The same; a request without one of them is answered as if there were no such route. */
    Route existingOnlyWith(String... queryParameters) {
        return requiring(Answer.MISSING_QUERY_UNROUTED, Difference.ofPages(List.of(queryParameters)));
    }

    /** The same of later editions only. */
    Route requiringLater(String... queryParameters) {
        return requiring(missingQuery, new Difference<>(List.of(), List.of(queryParameters), List.of()));
    }

    private Route requiring(Answer missing, Difference<List<String>> required) {
        return new Route(method, segments, versioned, required, missing, limit, isOpen, endpoint, source);
    }

    /** This route for whoever asks, without an app key. */
    Route toAnybody() {
        return new Route(method, segments, versioned, requiredQuery, missingQuery, limit, true, endpoint, source);
    }

    /** The route as documentation writes it. */
    String path() {
        return (versioned ? "/v{version}/" : "/") + String.join("/", segments);
    }

    /** This route with the parameters of another path. */
    String like(List<String> other) {
        StringBuilder path = new StringBuilder(versioned ? "/v1.0" : "");
        for (int i = 0; i < segments.size(); i++) {
            boolean taken = isParameter(i) && i < other.size();
            path.append('/').append(taken ? other.get(i) : segments.get(i));
        }
        return path.toString();
    }

    /** The parameters of a request's path; null when it does not fit. */
    @Nullable PathParameters fit(RequestPath path) {
        return versioned == (path.version() != null) ? fit(path.segments()) : null;
    }

    /** The parameters of a path, whose words may have any letter case; null when it does not fit. */
    @Nullable PathParameters fit(List<String> path) {
        if (path.size() != segments.size()) {
            return null;
        }
        for (int i = 0; i < path.size(); i++) {
            String sent = path.get(i);
            if (isParameter(i) ? sent.isEmpty() : !segments.get(i).equalsIgnoreCase(sent)) {
                return null;
            }
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            if (isParameter(i)) {
                String segment = segments.get(i);
                parameters.put(segment.substring(1, segment.length() - 1), path.get(i));
            }
        }
        return new PathParameters(parameters);
    }

    private boolean isParameter(int index) {
        return segments.get(index).startsWith("{");
    }
}
