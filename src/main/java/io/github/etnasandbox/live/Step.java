package io.github.etnasandbox.live;

import io.github.etnasandbox.journal.Exchange;
import io.github.etnasandbox.state.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a world's life: a request to its API, or what a tester did.
 *
 * @param moment its place in the order in which steps were applied, see {@link Applied}
 * @param at when it was, on the world's clock
 * @param after what the world was then
 * @param faults the faults that stood then, as far as they may strike still
 * @param exchange the request and its answer, as the journal shows them; null for an action, and for a request that was applied
 *     and has no answer yet
 * @param sent what can be sent again; null for an action, and for a request that never ended
 * @param action what a tester did; null for a request
 */
public record Step(
        long moment,
        Instant at,
        State after,
        List<FaultState.Left> faults,
        @Nullable Exchange exchange,
        @Nullable Sent sent,
        @Nullable Action action) {

    /**
     * What the journal does not show of an exchange.
     *
     * @param request the request with those credentials readable that the world knows, which are invented
     * @param base64 the body, where its text in the request does not tell it; null where it does
     * @param answerSum a checksum of the answer's body, where the journal keeps its beginning only; null where it has it all
     */
    public record Sent(
            Exchange.Request request,
            @Nullable String base64,
            @Nullable String answerSum) {}

    /** That of an action, which found and left a world so. */
    static Step of(Action action, Applied<?> applied, List<FaultState.Left> faults) {
        return new Step(applied.moment(), applied.at(), applied.after(), faults, null, null, action);
    }

    /** The first moment at which what happens finds the world as this step left it. */
    long end() {
        return moment + moment % 2;
    }
}
