package io.github.etnasandbox.control;

import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.ExchangePattern;
import io.github.etnasandbox.journal.Exchanges;
import io.github.etnasandbox.journal.Har;
import io.github.etnasandbox.live.Applied;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.repro.ReproFile;
import io.github.etnasandbox.stage.PathPattern;
import io.github.etnasandbox.stage.RequestPattern;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The routes that show what was asked of a world's API, and why it was answered so. Reading changes nothing. */
final class RequestEndpoints {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    static final List<String> PARAMETERS =
            List.of("method", "path", "status", "order", "rule", "after", "skip", "limit", "newest", Waits.PARAMETER);
    static final List<String> HAR_PARAMETERS = PARAMETERS.subList(0, 6);

    private RequestEndpoints() {}

    /** {@code GET /sandbox/requests}, with {@code ?await=PT5S} as soon as there is one that matches. */
    static ControlReply list(ControlCall call) {
        LiveWorld of = call.world();
        QueryReader query = call.query(PARAMETERS);
        ExchangePattern pattern = pattern(query);
        Slice slice = Slice.of(query);
        Optional<Duration> atMost = Waits.of(query);
        query.requireNoProblems();
        atMost.ifPresent(duration -> call.waits().await(duration, most -> of.awaitRequests(pattern, most)));
        Exchanges found = of.requests().matching(pattern);
        return ControlReply.of(new RequestAnswers.Page(
                slice.of(found).stream().map(RequestAnswers.Summary::of).toList(),
                found.size(),
                found.dropped(),
                of.recorder().statesFrom().isPresent()
                        ? of.recorder().statesFrom().getAsLong()
                        : null));
    }

    /** {@code GET /sandbox/requests/{number}}: all there is to know of one. */
    static ControlReply get(ControlCall call) {
        return ControlReply.of(RequestAnswers.Whole.of(exchange(call)));
    }

    /** {@code GET /sandbox/requests/{number}/explanation}: why it was answered so. */
    static ControlReply explanation(ControlCall call) {
        return ControlReply.of(RequestAnswers.Explanation.of(exchange(call)));
    }

    /** {@code GET /sandbox/requests/{number}/state}: what the world was right after it. */
    static ControlReply state(ControlCall call) {
        return ControlReply.streamed(stateAfter(call, call.parameter("number"))::write);
    }

    /** {@code GET /sandbox/requests/{number}/changes}: what has become of the orders since. */
    static ControlReply changes(ControlCall call) {
        State then = Snapshots.stateOf(stateAfter(call, call.parameter("number")));
        State now = call.world().state();
        return ControlReply.of(new RequestAnswers.Since(
                then.clock(),
                Applied.changes(then, now).stream()
                        .map(RequestAnswers.Change::of)
                        .toList(),
                Applied.changes(now, then).stream()
                        .filter(back -> back.before() == null)
                        .map(back -> back.after().id().value())
                        .toList()));
    }

    /** What the world was right after a request; a problem when that is not kept. */
    static Seed stateAfter(ControlCall call, String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.notFound("'" + number + "' is no number of a request");
        }
        return Problem.attempt(() -> call.world().snapshotAfter(Long.parseLong(number)));
    }

    /** {@code GET /sandbox/requests.har}. */
    static ControlReply har(ControlCall call) {
        World of = call.world();
        QueryReader query = call.query(HAR_PARAMETERS);
        ExchangePattern pattern = pattern(query);
        query.requireNoProblems();
        return ControlReply.streamed(out -> Har.write(of.requests().matching(pattern), out));
    }

    /** {@code GET /sandbox/repro}: all that happened, to happen again. */
    static ControlReply repro(ControlCall call) {
        ReproFile file = Problem.attempt(() -> ReproFile.of(call.world()));
        return ControlReply.streamed(file::write);
    }

    /** {@code DELETE /sandbox/requests}. */
    static ControlReply clear(ControlCall call) {
        call.world().forgetRequests();
        return ControlReply.DONE;
    }

    private static ExchangePattern pattern(QueryReader query) {
        ExchangePattern pattern = ExchangePattern.ANY;
        pattern = query.find(
                        "method",
                        "one of " + String.join(", ", RequestPattern.METHODS),
                        sent -> RequestPattern.METHODS.contains(sent) ? sent : null)
                .map(pattern::method)
                .orElse(pattern);
        pattern = query.find("path", PathPattern.EXPECTED, PathPattern::new)
                .map(pattern::path)
                .orElse(pattern);
        pattern = query.find(
                        "rule", "the name of a rule, such as not-outstanding", name -> name.isEmpty() ? null : name)
                .map(pattern::rule)
                .orElse(pattern);
        pattern = query.number("status", 0).map(pattern::status).orElse(pattern);
        pattern = query.number("order", 0).map(pattern::order).orElse(pattern);
        return query.number("after", 0).map(pattern::after).orElse(pattern);
    }

    private static Exchange exchange(ControlCall call) {
        Exchanges all = call.world().requests();
        String number = call.parameter("number");
        return all.stream()
                .filter(exchange -> Long.toString(exchange.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(missing(number, all)));
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
