package io.github.etnasandbox.http;

import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.live.Applied;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Step;
import io.github.etnasandbox.repro.Checksum;
import io.github.etnasandbox.world.WorldSettings;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a request: what is sent, what the journal keeps, and what struck it.
 *
 * @param reply what is sent; null for nothing
 * @param response what the API decided; null when a fault kept the request from it
 * @param applied what the request did to its world; null when it did not get that far
 * @param gates the ids of the gates that held it
 * @param strike the fault that struck it; null for none
 */
record Outcome(
        @Nullable Reply reply,
        @Nullable ApiResponse response,
        @Nullable Applied<ApiResponse> applied,
        List<String> gates,
        @Nullable Strike strike) {

    /** Of UTF-8, in bytes for each char. */
    private static final int LONGEST_CHARACTER = 3;

    /** That of a request to which nothing has happened yet. */
    static final Outcome NONE = new Outcome(null, null, null, List.of(), null);

    /** Whether there is something to send, or to lose. */
    boolean isFinal() {
        return reply != null || (strike != null && strike.harm() != null);
    }

    /** The same, with further fields in what is sent. */
    Outcome with(List<HeaderField> fields) {
        return reply == null || fields.isEmpty()
                ? this
                : new Outcome(reply.with(fields), response, applied, gates, strike);
    }

    /** The same, when the API answers so. */
    Outcome answered(ApiResponse by, ApiRequest request, WorldSettings settings) {
        return new Outcome(Reply.of(by, request, settings.reasons()), by, applied, gates, strike);
    }

    Outcome struck(Strike by, @Nullable Reply sent) {
        return new Outcome(sent, response, applied, gates, by);
    }

    /** Counts what the client meets: the API's answer, or what a fault has made of it. */
    void count(LiveWorld world) {
        if (strike != null) {
            world.encounters().meet(strike.incident(applied != null && applied.changedBesidesCounts()));
        }
        if (response != null && (strike == null || strike.leavesReply())) {
            world.encounters().meet(response.answer());
            if (response.spent() != null) {
                world.meetSpent(response.spent());
            }
        }
    }

    /** Keeps the exchange in the journal of its world. */
    void record(LiveWorld world, ApiRequest request) {
        if (world.recorder().isWanted()) {
            keep(world, request);
        }
    }

    /** The same, whether anybody would learn of it or not; returns the exchange as it is kept. */
    Exchange keep(LiveWorld world, ApiRequest request) {
        Exchange exchange = exchange(world, request);
        return world.recorder()
                .record(
                        exchange,
                        applied == null && strike == null ? null : original(exchange.request(), request, answerSum()),
                        applied);
    }

    /** What the journal does not keep of a request that can be sent again. */
    private static Step.Sent original(Exchange.Request sent, ApiRequest request, @Nullable String answerSum) {
        Exchange.Body body = sent.body();
        boolean told = body.isWhole() && body.text().indexOf('\ufffd') < 0; // which stands for bytes that are no UTF-8
        return new Step.Sent(
                sent,
                told
                        ? null
                        : Base64.getEncoder().encodeToString(request.content().bytes()),
                answerSum);
    }

    /** A request that was applied and has no answer yet. */
    static Step.Sent original(ApiRequest request) {
        return original(recorded(request, false), request, null);
    }

    /** A checksum of a body that is too long for the journal; null for another. */
    @Nullable String answerSum() {
        if (reply == null || reply.body().length() <= Exchange.Body.LIMIT / LONGEST_CHARACTER) {
            return null;
        }
        byte[] sent = reply.bytes();
        return sent.length > Exchange.Body.LIMIT ? Checksum.of(sent) : null;
    }

    /** The exchange, as no journal has it yet. */
    Exchange exchange(LiveWorld world, ApiRequest request) {
        return new Exchange(
                0,
                applied == null ? world.now() : applied.at(),
                recorded(request, false),
                reply == null ? null : reply.recorded(),
                response == null ? null : response.answer().rule(),
                response != null ? response.checks() : strike == null ? List.of() : List.of(strike.check()),
                applied == null ? List.of() : applied.changes(),
                strike == null ? null : strike.recorded(),
                gates);
    }

    /** Keeps a request that ended too early. Nothing comes of it but a 400. */
    static void recordBrokenOff(LiveWorld world, ApiRequest request, Reply reply) {
        if (world.recorder().isWanted()) {
            Exchange.Request sent = recorded(request, true);
            world.recorder()
                    .record(
                            new Exchange(
                                    0,
                                    world.now(),
                                    sent,
                                    reply.recorded(),
                                    null,
                                    List.of(),
                                    List.of(),
                                    null,
                                    List.of()),
                            null,
                            null);
        }
    }

    private static Exchange.Request recorded(ApiRequest request, boolean brokenOff) {
        return new Exchange.Request(
                request.method(),
                request.path(),
                request.url(),
                request.query(),
                request.headers().fields(),
                Exchange.Body.of(request.content().bytes()),
                brokenOff);
    }
}
