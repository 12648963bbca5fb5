package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the venue can do to an order, and to orders in which states.
 *
 * <p>Source: FIX order state changes; which of them the API's own venue makes is not documented.
 */
public enum VenueEvent implements Word {
    /** Takes the order, or gives it back from a review. */
    ACKNOWLEDGE(
            "acknowledged",
            EnumSet.of(OrderStatus.PENDING_NEW, OrderStatus.PENDING_REPLACE, OrderStatus.SUSPENDED, OrderStatus.HELD)),
    /** Executes it, wholly or in part. */
    FILL(
            "filled",
            EnumSet.of(
                    OrderStatus.NEW,
                    OrderStatus.PARTIALLY_FILLED,
                    OrderStatus.PENDING_NEW,
                    OrderStatus.PENDING_REPLACE,
                    OrderStatus.PENDING_CANCEL,
                    OrderStatus.STOPPED,
                    OrderStatus.CALCULATED,
                    OrderStatus.ACCEPTED_FOR_BIDDING)),
    /** Refuses it. */
    REJECT("rejected", outstandingAnd()),
    /** Ends it, its time in force being over. */
    EXPIRE("expired", outstandingAnd(OrderStatus.PENDING_CANCEL)),
    /** Puts it aside for an administrator's review. */
    SUSPEND("suspended", outstandingAnd()),
    /** Cancels it as was asked. */
    ACKNOWLEDGE_CANCEL("canceled", EnumSet.of(OrderStatus.PENDING_CANCEL)),
    /** Refuses to cancel it. */
    REJECT_CANCEL("kept from being canceled", EnumSet.of(OrderStatus.PENDING_CANCEL));

    private final String done;

    @SuppressWarnings("ImmutableEnumChecker") // nobody else has this set
    private final Set<OrderStatus> from;

    VenueEvent(String done, Set<OrderStatus> from) {
        this.done = done;
        this.from = from;
    }

    private static Set<OrderStatus> outstandingAnd(OrderStatus... others) {
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            if (status.isOutstanding()) {
                statuses.add(status);
            }
        }
        statuses.addAll(Set.of(others));
        return statuses;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Says why this cannot happen to an order; empty when it can. */
    public Optional<String> refusal(Order order) {
        OrderStatus status = order.status();
        if (!from.contains(status)) {
            return Optional.of("order " + order.id() + " is " + status.word() + "; what can be " + done
                    + " is one that is "
                    + String.join(", ", from.stream().map(OrderStatus::word).toList()));
        }
        if (this == FILL && order.openQuantity() <= 0) {
            return Optional.of("nothing of order " + order.id() + " is left to fill");
        }
        if (this == REJECT && order.executedQuantity() > 0) {
            return Optional.of("a part of order " + order.id() + " is executed; it can be canceled, not rejected");
        }
        if (this == SUSPEND && status == OrderStatus.SUSPENDED) {
            return Optional.of("order " + order.id() + " is Suspended already");
        }
        return Optional.empty();
    }
}
