package io.github.etnasandbox.api;

import io.github.etnasandbox.json.Int32;
import io.github.etnasandbox.state.RateLimit;
import io.github.etnasandbox.state.RateUsage;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.world.WorldSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The rate limit of a request, and how much of it is used.
 *
 * <p>Source: AutoShares' page of rate limits, for the status and the header fields. That answers within the limit have the
 * fields too is assumed.
 *
 * @param window the minute of the request, which is not counted in it yet
 */
record RateStanding(RateUsage.Key key, RateUsage.Window window, Instant now) {

    /** Whether the number of requests is limited under these settings. */
    static boolean areLimited(WorldSettings settings) {
        return switch (settings.rateLimiting()) {
            case DIALECT -> Difference.RATES_LIMITED.in(settings.dialect());
            case ON -> true;
            case OFF -> false;
        };
    }

    static RateStanding of(RateUsage.Key key, RateUsage usage, Instant now) {
        return new RateStanding(key, usage.window(key, now), now);
    }

    /** What a request is counted by. The token, where one is needed, is checked first. */
    static RateUsage.Key key(RateLimit limit, Admission admission, PathParameters path) {
        return switch (limit) {
            case TOKEN_REQUESTS ->
                new RateUsage.Key(
                        limit,
                        admission.headers().first("Et-App-Key"),
                        admission.headers().first("Username"));
            case TRADES -> new RateUsage.Key(limit, token(admission), account(path));
            case ORDER_QUERIES -> new RateUsage.Key(limit, token(admission), "");
        };
    }

    private static String token(Admission admission) {
        return admission.access().token().value();
    }

    /** The account, however its id is spelt; an id that is no number is counted as its own text. */
    private static String account(PathParameters path) {
        String text = Objects.requireNonNull(path.values().get("accountId"), "accountId");
        return Int32.parse(text).stream()
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse(text);
    }

    /** Requires room for one more request; tells how many are left. */
    String requireRoom() {
        if (left() == 0) {
            long wait = seconds(Duration.between(now, window.ends()));
            throw describe(Answer.TOO_MANY_REQUESTS.response(), 0)
                    .with("Retry-After", Long.toString(wait))
                    .refusal(Criterion.RATE.failed(key.limit().title() + " reached: "
                            + key.limit().requests() + " requests a minute for "
                            + key.limit().scope()
                            + "; the next window begins at " + window.ends() + ", in " + wait + " s"));
        }
        return left() - 1 + " of " + key.limit().requests() + " requests are left until " + window.ends();
    }

    /** The same step with the request counted, and an answer that says so. */
    Transition<ApiResponse> count(Transition<ApiResponse> step) {
        RateUsage counted = step.state().rates().plus(key, now);
        return new Transition<>(step.state().with(counted), describe(step.result(), left() - 1));
    }

    private int left() {
        return Math.max(0, key.limit().requests() - window.used());
    }

    /** Adds the header fields. An answer that is waited for gets those of the moment when the request was counted. */
    private ApiResponse describe(ApiResponse response, int remaining) {
        ApiResponse described = response.with(
                        "X-RateLimit-Limit", Integer.toString(key.limit().requests()))
                .with("X-RateLimit-Remaining", Integer.toString(remaining))
                .with("X-RateLimit-Reset", Long.toString(seconds(Duration.between(Instant.EPOCH, window.ends()))));
        ApiResponse.Pending pending = response.pending();
        return pending == null
                ? described
                : described.pending(state -> pending.answer(state).map(answer -> describe(answer, remaining)));
    }

    /** Whole seconds, rounded up, so that waiting for them is long enough. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
