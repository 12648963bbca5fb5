package io.github.etnasandbox.http;

import io.github.etnasandbox.api.Answer;
import io.github.etnasandbox.api.ApiRequest;
import io.github.etnasandbox.api.ApiResponse;
import io.github.etnasandbox.gate.Gate;
import io.github.etnasandbox.journal.Check;
import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.journal.Fingerprint;
import io.github.etnasandbox.journal.HeaderField;
import io.github.etnasandbox.journal.RecordedBody;
import io.github.etnasandbox.journal.RecordedRequest;
import io.github.etnasandbox.journal.RecordedResponse;
import io.github.etnasandbox.journal.Rule;
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

    /** Keeps a request that was decided. */
    static void record(World world, ApiRequest request, Passage.Result result, RecordedResponse sent) {
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
                null,
                result.gates().stream().map(Gate::id).toList()));
    }

    /** Keeps a request that was answered before anything was looked at but its size. */
    static void recordTooLarge(World world, ApiRequest request, ApiResponse response, RecordedResponse sent) {
        recordUndecided(world, recorded(request, false), sent, response.answer().rule(), response.checks());
    }

    /** Keeps a request that ended too early. */
    static void recordBrokenOff(World world, ApiRequest request, int status) {
        RecordedResponse sent = new RecordedResponse(status, List.of(), RecordedBody.NONE);
        recordUndecided(world, recorded(request, true), sent, null, List.of());
    }

    private static void recordUndecided(
            World world, RecordedRequest request, RecordedResponse sent, @Nullable Rule rule, List<Check> checks) {
        if (world.journal().isOn()) {
            world.record(new Exchange(0, world.now(), request, sent, rule, checks, List.of(), null, List.of()));
        }
    }

    private static RecordedRequest recorded(ApiRequest request, boolean brokenOff) {
        return new RecordedRequest(
                request.method(),
                request.path(),
                request.url(),
                request.query(),
                request.headers().fields().stream()
                        .map(field -> new HeaderField(field.name(), field.value()))
                        .toList(),
                RecordedBody.of(request.content().bytes()),
                brokenOff);
    }

    /** An answer as it is sent, but for the token it tells. */
    static RecordedResponse recorded(ApiResponse response, List<HeaderField> fields) {
        String body = tellsToken(response.answer()) ? withoutToken(response.body()) : response.body();
        return new RecordedResponse(response.status(), fields, RecordedBody.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean tellsToken(Answer answer) {
        return answer == Answer.TOKEN_ISSUED || answer == Answer.VERIFICATION_EXPECTED;
    }

    private static String withoutToken(String body) {
        return TOKEN.matcher(body).replaceAll(token -> Matcher.quoteReplacement(Fingerprint.of(token.group())));
    }
}
