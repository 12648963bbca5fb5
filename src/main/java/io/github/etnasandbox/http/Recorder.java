package io.github.etnasandbox.http;

import io.github.etnasandbox.api.Answer;
import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.fault.FaultEffect;
import io.github.etnasandbox.fault.FaultPoint;
import io.github.etnasandbox.fault.StandingFault;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.Exchange.Rule;
import io.github.etnasandbox.journal.Exchange.StruckFault;
import io.github.etnasandbox.journal.Fingerprint;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.world.Applied;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps exchanges in the journal of their world. An exchange is there before its answer is sent, so that whoever has the
 * answer finds it.
 */
final class Recorder {
    private static final Pattern TOKEN = Pattern.compile("(?<=\"Token\":\")[^\"]+");

    private Recorder() {}

    /** Keeps a request that was decided; a fault may have struck it, and nothing have been sent. */
    static void record(
            World world,
            ApiRequest request,
            Passage.Result result,
            @Nullable StandingFault fault,
            Exchange.@Nullable Response sent) {
        if (!world.journal().isOn()) {
            return;
        }
        ApiResponse response = result.response();
        Applied<ApiResponse> applied = result.applied();
        world.record(new Exchange(
                0,
                applied.at(),
                recorded(request, false),
                sent,
                response.answer().rule(),
                response.checks(),
                applied.changes(),
                fault == null ? null : recorded(fault),
                result.gates()));
    }

    /** Keeps a request that a fault kept from being decided. */
    static void recordStruck(World world, ApiRequest request, StandingFault fault, Exchange.@Nullable Response sent) {
        Check check = new Check(
                "fault",
                false,
                reason(fault, what(fault.fault().effect())),
                null,
                "nothing but try again, as a client must; or remove the fault (DELETE /sandbox/faults/" + fault.id()
                        + ")");
        recordUndecided(world, recorded(request, false), sent, null, List.of(check), recorded(fault));
    }

    private static String what(FaultEffect effect) {
        return effect instanceof FaultEffect.Status status ? WireFault.what(status) : effect.word();
    }

    /** Why a request was answered by a fault. */
    static String reason(StandingFault fault, String what) {
        return "fault " + fault.id() + ": " + what + " " + when(fault) + " the request was applied";
    }

    private static StruckFault recorded(StandingFault fault) {
        return new StruckFault(fault.id(), when(fault), fault.fault().effect().word());
    }

    private static String when(StandingFault fault) {
        return fault.fault().when() == FaultPoint.BEFORE ? "before" : "after";
    }

    /** Keeps a request that was answered before anything was looked at but its size. */
    static void recordTooLarge(World world, ApiRequest request, ApiResponse response, Exchange.Response sent) {
        recordUndecided(world, recorded(request, false), sent, response.answer().rule(), response.checks(), null);
    }

    /** Keeps a request that ended too early. */
    static void recordBrokenOff(World world, ApiRequest request, int status) {
        Exchange.Response sent = new Exchange.Response(status, List.of(), Exchange.Body.NONE);
        recordUndecided(world, recorded(request, true), sent, null, List.of(), null);
    }

    private static void recordUndecided(
            World world,
            Exchange.Request request,
            Exchange.@Nullable Response sent,
            @Nullable Rule rule,
            List<Check> checks,
            @Nullable StruckFault fault) {
        if (world.journal().isOn()) {
            world.record(new Exchange(0, world.now(), request, sent, rule, checks, List.of(), fault, List.of()));
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

    /** An answer as it is sent, but for the token it tells. */
    static Exchange.Response recorded(ApiResponse response, List<HeaderField> fields) {
        String body = tellsToken(response.answer()) ? withoutToken(response.body()) : response.body();
        return new Exchange.Response(
                response.status(), fields, Exchange.Body.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean tellsToken(Answer answer) {
        return answer == Answer.TOKEN_ISSUED || answer == Answer.VERIFICATION_EXPECTED;
    }

    private static String withoutToken(String body) {
        return TOKEN.matcher(body).replaceAll(token -> Matcher.quoteReplacement(Fingerprint.of(token.group())));
    }
}
