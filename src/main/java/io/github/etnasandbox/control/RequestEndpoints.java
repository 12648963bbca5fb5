package io.github.etnasandbox.control;

import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.journal.Har;
import io.github.etnasandbox.stage.PathPattern;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The routes that show what was asked of a world's API, and why it was answered so. Reading changes nothing. */
final class RequestEndpoints {
    private static final int DEFAULT_LIMIT = 100;
    private static final List<String> PARAMETERS =
            List.of("method", "path", "status", "order", "rule", "after", "limit", "newest", Waits.PARAMETER);
    private static final List<String> HAR_PARAMETERS = PARAMETERS.subList(0, 6);

    private final Function<Context, World> world;
    private final Waits waits;

    RequestEndpoints(Function<Context, World> world, Waits waits) {
        this.world = world;
        this.waits = waits;
    }

    /** {@code GET /sandbox/requests}, with {@code ?await=PT5S} as soon as there is one that matches. */
    void list(Context context) {
        World of = world.apply(context);
        QueryReader query = new QueryReader(context, PARAMETERS);
        ExchangePattern pattern = pattern(query);
        int limit = query.number("limit", 1).orElse(DEFAULT_LIMIT);
        boolean newest =
                query.find("newest", "true or false", RequestEndpoints::flag).orElse(false);
        Optional<Duration> atMost = Waits.of(query);
        query.requireNoProblems();
        atMost.ifPresent(duration -> waits.await(duration, most -> of.awaitRequests(pattern, most)));
        Exchanges found = of.requests().matching(pattern);
        int size = found.size();
        List<Exchange> page =
                newest ? found.subList(Math.max(0, size - limit), size) : found.subList(0, Math.min(limit, size));
        Json.write(context, json -> ExchangeJson.list(json, page, size, found.dropped()));
    }

    /** {@code GET /sandbox/requests/{number}}: all there is to know of one. */
    void get(Context context) {
        Exchange exchange = exchange(context);
        Json.write(context, json -> ExchangeJson.whole(json, exchange));
    }

    /** {@code GET /sandbox/requests/{number}/explanation}: why it was answered so. */
    void explanation(Context context) {
        Exchange exchange = exchange(context);
        Json.write(context, json -> ExchangeJson.explanation(json, exchange));
    }

    /** {@code GET /sandbox/requests.har}. */
    void har(Context context) throws IOException {
        World of = world.apply(context);
        QueryReader query = new QueryReader(context, HAR_PARAMETERS);
        ExchangePattern pattern = pattern(query);
        query.requireNoProblems();
        context.contentType("application/json");
        Har.write(of.requests().matching(pattern), context.outputStream());
    }

    /** {@code DELETE /sandbox/requests}. */
    void clear(Context context) {
        world.apply(context).journal().clear();
        Json.none(context);
    }

    private static ExchangePattern pattern(QueryReader query) {
        ExchangePattern pattern = ExchangePattern.ANY;
        Optional<String> method = query.find(
                "method",
                "one of " + String.join(", ", RequestPattern.METHODS),
                sent -> Optional.of(sent).filter(RequestPattern.METHODS::contains));
        Optional<PathPattern> path = query.find("path", PathPattern.EXPECTED, RequestEndpoints::pathPattern);
        Optional<String> rule = query.find(
                "rule",
                "the name of a rule, such as not-outstanding",
                sent -> Optional.of(sent).filter(name -> !name.isEmpty()));
        Optional<Integer> status = query.number("status", 0);
        Optional<Integer> order = query.number("order", 0);
        Optional<Integer> after = query.number("after", 0);
        pattern = method.map(pattern::method).orElse(pattern);
        pattern = path.map(pattern::path).orElse(pattern);
        pattern = rule.map(pattern::rule).orElse(pattern);
        pattern = status.map(pattern::status).orElse(pattern);
        pattern = order.map(pattern::order).orElse(pattern);
        return after.map(pattern::after).orElse(pattern);
    }

    private static Optional<PathPattern> pathPattern(String sent) {
        try {
            return Optional.of(PathPattern.of(sent));
        } catch (IllegalArgumentException noPattern) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> flag(String sent) {
        return switch (sent) {
            case "true", "" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Exchange exchange(Context context) {
        Exchanges all = world.apply(context).requests();
        String number = context.pathParam("number");
        return all.stream()
                .filter(exchange -> Long.toString(exchange.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "Not Found", missing(number, all)));
    }

    private static String missing(String number, Exchanges all) {
        String there = all.isEmpty()
                ? "none is kept"
                : "kept are " + all.get(0).number() + " to "
                        + all.get(all.size() - 1).number();
        return "there is no request " + number + " in this world's journal; " + there
                + (all.dropped() == 0 ? "" : ", " + all.dropped() + " older ones were dropped");
    }
}
