package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.state.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What follows for the members of a group when one of them changes.
 *
 * <p>OCO: once a leg is executed, even in part, the other one is canceled. OTO: the second leg is held until the first is
 * filled; when the first ends in another way, the whole group is canceled. OTOCO: the first leg triggers the other two,
 * which are an OCO then. Any other order with legs is a combination: one order, whose legs follow it. Canceling, rejecting
 * or expiring the root does so to all legs.
 *
 * <p>Source: guide page Place Order; AutoShares' page on conditional orders, of cancelling groups. That a leg executed in
 * part cancels the other, and what becomes of the root, is assumed.
 */
final class Group {
    private final Desk desk;
    private final Order root;

    private Group(Desk desk, Order root) {
        this.desk = desk;
        this.root = root;
    }

    /** Whether an order only ties its legs together and is itself never executed. */
    static boolean isConditional(Order order) {
        return order.terms().type().isConditional();
    }

    /** The combination that an order is a leg of: such a leg is nothing by itself. */
    static Optional<Order> combinationOf(State state, Order order) {
        return Optional.ofNullable(state.orders().parentOf(order)).filter(parent -> !isConditional(parent));
    }

    /** Does what follows from a change of an order to its group, if it has one. */
    static void react(Desk desk, Order before, Order after) {
        if (!after.legs().isEmpty()) {
            new Group(desk, after).rootChanged(before);
        }
        Order parent = desk.state().orders().parentOf(after);
        if (parent != null && isConditional(parent)) {
            new Group(desk, parent).legChanged(before, after);
        }
    }

    /** Legs that wait come first: the leg they wait for may fill as soon as it is acknowledged. */
    private void rootChanged(Order before) {
        root.legs().stream()
                .sorted(Comparator.comparing(id -> !waitsForFirst(id)))
                .forEach(id -> legFollows(before, id));
    }

    private boolean waitsForFirst(OrderId leg) {
        return isConditional(root) && root.terms().type() != OrderType.ONE_CANCEL_OTHER && !isFirst(leg);
    }

    /** The leg as it is now: what was done to another one may have ended it. */
    private void legFollows(Order before, OrderId id) {
        Order leg = desk.order(id);
        if (leg.status().isFinal()) {
            return;
        }
        switch (root.status()) {
            case CANCELED -> desk.cancel(leg);
            case REJECTED -> rejectOrCancel(leg);
            case EXPIRED, DONE_FOR_DAY -> desk.expire(leg);
            case NEW -> {
                if (leg.status() == OrderStatus.PENDING_NEW) {
                    take(leg);
                }
            }
            default -> {}
        }
        boolean executed = root.executedQuantity() > before.executedQuantity();
        if (executed && !isConditional(root)) {
            fillPart(before, leg);
        }
    }

    /** What is executed in part can no longer be rejected, so the rest of it is canceled. */
    private void rejectOrCancel(Order leg) {
        if (leg.executedQuantity() > 0) {
            desk.cancel(leg);
        } else {
            desk.reject(leg, String.valueOf(root.progress().description()));
        }
    }

    /** The venue takes a leg with its root, or leaves it waiting for the first one. */
    private void take(Order leg) {
        if (waitsForFirst(leg.id())) {
            desk.put(desk.next(leg).held());
        } else {
            desk.acknowledge(leg);
        }
    }

    /** A combination's leg is executed in the proportion in which the combination is. */
    private void fillPart(Order before, Order leg) {
        double open = leg.openQuantity();
        double share = (root.executedQuantity() - before.executedQuantity()) / before.openQuantity();
        double quantity = root.openQuantity() <= 0 ? open : open * share;
        desk.fill(
                leg,
                quantity,
                Pricing.venuePrice(desk.state(), leg).orElse(root.execution().lastPrice()));
    }

    private void legChanged(Order before, Order leg) {
        if (root.status().isFinal()) {
            return;
        }
        boolean triggers = root.terms().type() != OrderType.ONE_CANCEL_OTHER && isFirst(leg.id());
        if (triggers && leg.status() == OrderStatus.FILLED) {
            wakeOthers();
        } else if (triggers && leg.status().isFinal()) {
            desk.cancel(root);
            return;
        } else if (!triggers && leg.executedQuantity() > before.executedQuantity()) {
            cancelOthers(leg);
        }
        endWithLegs();
    }

    private void wakeOthers() {
        for (OrderId id : root.legs()) {
            Order other = desk.order(id);
            if (other.status() == OrderStatus.HELD) {
                desk.acknowledge(other);
            }
        }
    }

    private void cancelOthers(Order executed) {
        for (OrderId id : root.legs()) {
            Order other = desk.order(id);
            if (!id.equals(executed.id()) && !other.status().isFinal()) {
                desk.cancel(other);
            }
        }
    }

    private void endWithLegs() {
        List<Order> legs = desk.state().orders().legsOf(root);
        if (legs.stream().anyMatch(leg -> !leg.status().isFinal())) {
            return;
        }
        Order now = desk.order(root.id());
        if (!now.status().isFinal()) {
            boolean executed = legs.stream()
                    .skip(root.terms().type() == OrderType.ONE_CANCEL_OTHER ? 0 : 1)
                    .anyMatch(leg -> leg.status() == OrderStatus.FILLED);
            desk.put(executed ? desk.next(now).completed() : desk.next(now).canceled());
        }
    }

    private boolean isFirst(OrderId leg) {
        return root.legs().get(0).equals(leg);
    }
}
