package io.github.etnasandbox.stage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which requests, or messages of a streamer, meet with what, when, and how often.
 *
 * <pre>{@code
 * @SandboxTest
 * class LostAnswerTest {
 *     @Test
 *     void an_answer_that_is_lost_leaves_the_order_canceled(World world) {
 *         world.inject(Fault.after("DELETE", "**" + "/orders/73552", FaultEffect.close()));
 *
 *         assertThatThrownBy(() -> Unirest.delete(world.apiUrl() + "/v1.0/accounts/6303/orders/73552")
 *                 .header("Et-App-Key", "demo-app-key")
 *                 .header("Authorization", "Bearer admin-token")
 *                 .asEmpty());
 *         assertThat(world.order(73552).status()).isEqualTo(OrderStatus.CANCELED);
 *     }
 * }
 * }</pre>
 *
 * <p>An immutable value; {@link io.github.etnasandbox.world.World#inject} puts it into force.
 *
 * @param match which requests are meant
 * @param nth the first of the matching requests that it may strike, counted from 1
 * @param share how many of the matching requests it strikes from there on, above 0 and up to 1: a schedule that depends
 *     on the random seed and a request's number only, so that it is the same each time
 * @param randomSeed what the schedule is made of
 * @param when when it strikes
 * @param effect what it does
 * @param times how many requests it strikes at most, 1 or more
 * @param from the first instant of the world's clock at which it strikes; null for any
 * @param until the first instant of the world's clock at which it strikes no more; null for never
 */
public record Fault(
        RequestPattern match,
        int nth,
        double share,
        long randomSeed,
        FaultPoint when,
        FaultEffect effect,
        int times,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** How many faults a world may have. Those that have struck as often as they may make room for others. */
    public static final int LIMIT = 100;

    /** Rejects what could never strike, or never be written down. */
    public Fault {
        if (nth < 1) {
            throw new IllegalArgumentException("nth is " + nth + "; it must be 1 or more");
        }
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("the share is " + share + "; it must be above 0 and up to 1");
        }
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + "; it must be 1 or more");
        }
        if (when == FaultPoint.BEFORE && effect.needsAnswer()) {
            throw new IllegalArgumentException("before a request is applied there is no answer to " + effect.word()
                    + "; that effect only goes with after");
        }
        boolean ofMessages = when == FaultPoint.MESSAGE;
        if (ofMessages != effect.isOfMessages() && !(effect instanceof FaultEffect.Close)) {
            throw new IllegalArgumentException(effect.word()
                    + (ofMessages
                            ? " is done to requests and answers; a message can suffer drop, twice, swap, late, silence or close"
                            : " is done to a message of a streamer; that effect only goes with message"));
        }
        if (ofMessages && match.method() != null) {
            throw new IllegalArgumentException(
                    "a message of a streamer has no method; leave " + match.method() + " out");
        }
        if (!ofMessages
                && effect instanceof FaultEffect.Close close
                && close.code().isPresent()) {
            throw new IllegalArgumentException("the close of a request's connection has no code; leave it out");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("from " + from + " is not before until " + until);
        }
    }

    /**
     * {@return a fault that strikes the first matching request before anything has happened}
     *
     * @param method the request's method, one of {@link RequestPattern#METHODS}
     * @param path its path inside the world, in the spelling of {@link PathPattern}
     * @param effect what it does
     * @throws IllegalArgumentException when one of them is not as it must be
     */
    public static Fault before(String method, String path, FaultEffect effect) {
        return of(RequestPattern.of(method, path), FaultPoint.BEFORE, effect);
    }

    /**
     * {@return a fault that strikes the first matching request after it was applied}
     *
     * @param method the request's method, one of {@link RequestPattern#METHODS}
     * @param path its path inside the world, in the spelling of {@link PathPattern}
     * @param effect what it does
     * @throws IllegalArgumentException when one of them is not as it must be
     */
    public static Fault after(String method, String path, FaultEffect effect) {
        return of(RequestPattern.of(method, path), FaultPoint.AFTER, effect);
    }

    /**
     * {@return a fault that strikes the first matching message of a streamer}
     *
     * @param path what the message is: {@code /streamers/}, the streamer, its entity type or command, and the key of an entity,
     *     as in {@code /streamers/data/Order/6303}; in the spelling of {@link PathPattern}
     * @param effect what it does
     * @throws IllegalArgumentException when one of them is not as it must be
     */
    public static Fault message(String path, FaultEffect effect) {
        return of(new RequestPattern(null, new PathPattern(path)), FaultPoint.MESSAGE, effect);
    }

    /**
     * {@return a fault that strikes the first matching request}
     *
     * @param match which requests are meant
     * @param when when it strikes
     * @param effect what it does
     * @throws IllegalArgumentException when the effect needs an answer and there is none yet
     */
    public static Fault of(RequestPattern match, FaultPoint when, FaultEffect effect) {
        return new Fault(match, 1, 1, 1, when, effect, 1, null, null);
    }

    /**
     * {@return this fault with another request as the first that it may strike}
     *
     * @param first the number of a matching request, from 1
     */
    public Fault nth(int first) {
        return new Fault(match, first, share, randomSeed, when, effect, times, from, until);
    }

    /**
     * {@return this fault striking a part of the matching requests only}
     *
     * @param part above 0 and up to 1
     * @param seed the schedule's random seed, any number
     */
    public Fault share(double part, long seed) {
        return new Fault(match, nth, part, seed, when, effect, times, from, until);
    }

    /**
     * {@return this fault striking another number of requests}
     *
     * @param most 1 or more, {@link Integer#MAX_VALUE} for no end
     */
    public Fault times(int most) {
        return new Fault(match, nth, share, randomSeed, when, effect, most, from, until);
    }

    /**
     * {@return this fault striking in a part of the world's time only; requests outside it count as matching all the same}
     *
     * @param first the first instant at which it strikes; null for any
     * @param end the first instant at which it strikes no more; null for never
     */
    public Fault within(@Nullable Instant first, @Nullable Instant end) {
        return new Fault(match, nth, share, randomSeed, when, effect, times, first, end);
    }
}
