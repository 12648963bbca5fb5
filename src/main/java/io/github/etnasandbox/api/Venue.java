package io.github.etnasandbox.api;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.state.State;
import java.util.Optional;
import java.util.function.Function;

/**
 * Requests to {@code syncorders}, which are answered when the venue has answered.
 *
 * <p>Source: later guide page Cancel Order.
 */
final class Venue {
    private Venue() {}

    /** The answer to a request that was just made: at once when the venue has answered already. */
    static ApiResponse spoken(State state, Order order, OrderStatus underWay, Function<Spoken, ApiResponse> answer) {
        int requestId = order.progress().requestId();
        ApiResponse.Pending pending = then -> ofRequest(then, order.id(), requestId)
                .map(spoken -> spoken.isSilent(underWay)
                        ? Optional.<ApiResponse>empty()
                        : Optional.of(told(answer.apply(spoken), spoken)))
                .orElseGet(() -> Optional.of(silent("the world was reset before the venue spoke")));
        return pending.answer(state)
                .orElseGet(() -> silent("the venue has not spoken about order " + order.id()
                                + " in time; tell it to (POST /sandbox/orders/" + order.id()
                                + "/…), or move the clock (POST /sandbox/clock/advance)")
                        .pending(pending));
    }

    /** What became of a request: the world, the order, and the last state of it from that request. */
    record Spoken(State state, Order order, StateRecord record) {
        /** Whether the request is under way, and no later one has ended the order in the meantime. */
        boolean isSilent(OrderStatus underWay) {
            return record.progress().status() == underWay && order.status() == underWay;
        }
    }

    private static Optional<Spoken> ofRequest(State state, OrderId id, int requestId) {
        return state.order(id)
                .flatMap(order -> order.records().stream()
                        .filter(record -> record.progress().requestId() == requestId)
                        .findFirst()
                        .map(record -> new Spoken(state, order, record)));
    }

    /** The answer with the check that the venue has answered, unless it failed another check. */
    private static ApiResponse told(ApiResponse answer, Spoken spoken) {
        Order order = spoken.order();
        return answer.reason() != null
                ? answer
                : answer.because(Criterion.VENUE.passed("the venue has spoken, order " + order.id() + " is "
                        + order.status().word()));
    }

    /** The answer when no more requests may wait. What was asked for is under way all the same. */
    static ApiResponse notAwaited(int mostWaiting) {
        return unanswered(
                mostWaiting
                        + " requests wait for the venue already, and no more can; the order is under way all the same",
                "have the venue answer those that wait, or read the order until it has changed");
    }

    private static ApiResponse silent(String reason) {
        return unanswered(
                reason,
                "have the venue speak while the request waits, by POST /sandbox/orders/{orderId}/… or"
                        + " POST /sandbox/clock/advance, and reset the world only when it does not");
    }

    private static ApiResponse unanswered(String reason, String remedy) {
        return Answer.VENUE_SILENT
                .response()
                .because(Criterion.VENUE.failed(reason).withRemedy(remedy));
    }
}
