package io.github.etnasandbox.delivery;

import io.github.etnasandbox.account.Position;
import io.github.etnasandbox.live.Change;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.Progress;
import io.github.etnasandbox.order.RequestStatus;
import io.github.etnasandbox.order.Target;
import io.github.etnasandbox.security.Security;
import io.github.etnasandbox.security.SecurityId;
import io.github.etnasandbox.venue.NextPosition;
import io.github.etnasandbox.webhook.WebhookEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the events in one change of a world, in the order in which they happened: one for each state that an order came to,
 * and behind an execution what it did to the position. Some states have none: an order that is acknowledged, held, suspended
 * or expired is told to nobody, since nothing documents an event for that.
 */
final class Notices {
    private final EventJson json;
    private final Change change;
    private final Map<OrderId, Order> latest = new HashMap<>();
    private final Map<List<Integer>, Position> positions = new HashMap<>();
    private final List<Notice> found = new ArrayList<>();

    private Notices(String world, Change change) {
        this.json = new EventJson(world);
        this.change = change;
    }

    /** @param world the id of the world */
    static List<Notice> of(String world, Change change) {
        Notices notices = new Notices(world, change);
        change.orders().forEach(notices::add);
        return notices.found;
    }

    private void add(Order order) {
        Order before = latest.containsKey(order.id())
                ? latest.get(order.id())
                : change.before().order(order.id()).orElse(null);
        latest.put(order.id(), order);
        if (before == null) {
            found.add(json.order(WebhookEvent.ORDER_CREATED, order, symbol(order)));
        } else if (before.progress().stateId() != order.progress().stateId()) {
            add(before, order);
        }
    }

    private void add(Order before, Order order) {
        boolean executed = order.executedQuantity() > before.executedQuantity();
        WebhookEvent event = event(before, order, executed);
        if (event == WebhookEvent.ORDER_REPLACED) {
            Order replaced = change.before().order(order.id()).orElse(before); // no record tells its terms
            found.add(json.replaced(order, replaced.terms(), symbol(order)));
        } else if (event != null) {
            found.add(json.order(event, order, symbol(order)));
        }
        if (executed && NextPosition.isMovedBy(order)) {
            addMove(order);
        }
    }

    private static @Nullable WebhookEvent event(Order before, Order order, boolean executed) {
        if (order.status() != before.status()) {
            switch (order.status()) {
                case FILLED -> {
                    return WebhookEvent.ORDER_FILLED;
                }
                case CANCELED -> {
                    return WebhookEvent.ORDER_CANCELLED;
                }
                case REJECTED -> {
                    return WebhookEvent.ORDER_REJECTED;
                }
                default -> {}
            }
        }
        if (executed) {
            return WebhookEvent.ORDER_PARTIAL_FILL;
        }
        return isReplaced(before.progress(), order.progress()) ? WebhookEvent.ORDER_REPLACED : null;
    }

    private static boolean isReplaced(Progress before, Progress after) {
        return after.requestId() != before.requestId()
                && after.target() == Target.MODIFY
                && after.requestStatus() == RequestStatus.COMPLETE
                && after.status() != OrderStatus.REJECTED;
    }

    /** What the execution did to the position, which other executions of the same change may have moved before. */
    private void addMove(Order executed) {
        int security = executed.terms().securityId();
        List<Integer> key = List.of(executed.accountId().value(), security);
        Position before = positions.computeIfAbsent(key, first -> heldBefore(executed, security));
        Position after = NextPosition.after(before, executed);
        positions.put(key, after);
        String symbol = symbol(after.symbol(), security);
        int was = before.quantity().signum();
        int is = after.quantity().signum();
        if (was != 0 && was != is) {
            found.add(json.closed(executed, after, symbol));
        }
        if (is != 0 && was != is) {
            found.add(json.opened(executed, after, symbol));
        }
    }

    /** The position before the change; one of nothing when the account had none. */
    private Position heldBefore(Order executed, int security) {
        Position held = change.before().ledger().position(executed.accountId(), security);
        if (held != null) {
            return held;
        }
        Position after = Objects.requireNonNull(change.after().ledger().position(executed.accountId(), security));
        return new Position(
                after.id(),
                after.accountId(),
                after.securityId(),
                after.symbol(),
                after.contractSize(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                Position.Closed.NOTHING,
                Position.Day.QUIET,
                after.heldBefore(),
                after.createDate(),
                after.createDate(),
                after.kept());
    }

    private String symbol(Order order) {
        return symbol(order.terms().symbol(), order.terms().securityId());
    }

    private String symbol(@Nullable String told, int security) {
        return told != null
                ? told
                : change.after()
                        .security(new SecurityId(security))
                        .map(Security::symbol)
                        .orElse("");
    }
}
