package io.github.etnasandbox.venue;

import static io.github.etnasandbox.order.OrderStatus.CANCELED;
import static io.github.etnasandbox.order.OrderStatus.DONE_FOR_DAY;
import static io.github.etnasandbox.order.OrderStatus.EXPIRED;
import static io.github.etnasandbox.order.OrderStatus.FILLED;
import static io.github.etnasandbox.order.OrderStatus.HELD;
import static io.github.etnasandbox.order.OrderStatus.NEW;
import static io.github.etnasandbox.order.OrderStatus.PARTIALLY_FILLED;
import static io.github.etnasandbox.order.OrderStatus.PENDING_CANCEL;
import static io.github.etnasandbox.order.OrderStatus.PENDING_NEW;
import static io.github.etnasandbox.order.OrderStatus.PENDING_REPLACE;
import static io.github.etnasandbox.order.OrderStatus.REJECTED;
import static io.github.etnasandbox.order.OrderStatus.SUSPENDED;

import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.VenueAnswer.Kind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of single orders, told a second time and as simply as can be: without records, ids, dates, prices and
 * groups. Each method tells whether the thing can be done, and does it. Quantities are tenths, times are seconds.
 */
final class OrderModel {
    static final long NEVER = Long.MAX_VALUE;

    private static final Set<OrderStatus> OVER =
            EnumSet.of(FILLED, DONE_FOR_DAY, CANCELED, OrderStatus.REPLACED, REJECTED, EXPIRED, OrderStatus.ERROR);

    long now;
    long acknowledgesAfter; // NEVER is until told
    boolean fillsAtQuotes;

    @Nullable CancelOutcome nextCancel;

    /** One order. */
    static final class Line {
        OrderStatus status = PENDING_NEW;
        long quantity;
        long executed;
        int changes;
        boolean day = true;
        boolean immediate; // or cancel
        boolean allOrNothing; // fill or kill
        boolean marketable;
        long expires = NEVER;

        @Nullable CancelOutcome script;

        private OrderStatus beforeCancel = NEW;
        private long due = NEVER;
        private Kind answer = Kind.ACKNOWLEDGE;

        private void become(OrderStatus next) {
            due = status == next ? due : NEVER;
            status = next;
            changes++;
        }

        private boolean over() {
            return OVER.contains(status);
        }

        private boolean outstanding() {
            return !over() && status != PENDING_CANCEL;
        }

        private boolean fillable() {
            return !over() && status != SUSPENDED && status != HELD;
        }
    }

    void place(Line line, boolean flawed) {
        if (flawed) {
            line.become(REJECTED);
        } else {
            acknowledgeInTime(line, now);
        }
    }

    private void acknowledgeInTime(Line line, long from) {
        if (acknowledgesAfter != NEVER) {
            answer(line, Kind.ACKNOWLEDGE, from, acknowledgesAfter);
        }
    }

    boolean replace(Line line, boolean flawed, long quantity, boolean marketable) {
        if (!line.outstanding() || line.executed > 0) {
            return false;
        }
        line.changes++;
        if (!flawed) {
            line.quantity = quantity;
            line.marketable = marketable;
            meetQuote(line);
        }
        return true;
    }

    /** What an order does that is at the venue when a quote is set. */
    void meetQuote(Line line) {
        OrderStatus standing = line.status == PENDING_CANCEL ? line.beforeCancel : line.status;
        if (fillsAtQuotes && line.marketable && (standing == NEW || standing == PARTIALLY_FILLED)) {
            fill(line, line.quantity - line.executed);
        }
    }

    boolean script(Line line, CancelOutcome outcome) {
        if (!line.over()) {
            line.script = outcome;
        }
        return !line.over();
    }

    boolean cancel(Line line) {
        if (!line.outstanding()) {
            return false;
        }
        CancelOutcome outcome = line.script != null ? line.script : nextCancel;
        nextCancel = line.script != null ? nextCancel : null;
        outcome = outcome == null ? CancelOutcome.ACCEPT : outcome;
        long open = line.quantity - line.executed;
        switch (outcome.kind()) {
            case FILL_FIRST -> fill(line, open);
            case PARTIAL_FILL_FIRST -> fill(line, Math.min(open, Math.round(outcome.quantity() * 10)));
            default -> {}
        }
        if (line.over()) {
            return false;
        }
        line.beforeCancel = line.status;
        line.become(PENDING_CANCEL);
        long after = outcome.after().toSeconds();
        switch (outcome.kind()) {
            case ACCEPT, FILL_FIRST, PARTIAL_FILL_FIRST, ACCEPT_AFTER ->
                answer(line, Kind.ACKNOWLEDGE_CANCEL, now, after);
            case REJECT -> answer(line, Kind.REJECT_CANCEL, now, after);
            case FILL_AFTER_ACCEPT -> answer(line, open > 0 ? Kind.FILL : Kind.ACKNOWLEDGE_CANCEL, now, after);
            case HOLD -> {}
        }
        return true;
    }

    boolean venue(Line line, VenueEvent event, long quantity) {
        return switch (event) {
            case FILL -> fill(line, quantity);
            case ACKNOWLEDGE ->
                EnumSet.of(PENDING_NEW, SUSPENDED, HELD, PENDING_REPLACE).contains(line.status) && acknowledge(line);
            case REJECT -> line.outstanding() && line.executed == 0 && to(line, REJECTED);
            case EXPIRE -> !line.over() && to(line, line.day ? DONE_FOR_DAY : EXPIRED);
            case SUSPEND -> line.outstanding() && line.status != SUSPENDED && to(line, SUSPENDED);
            case ACKNOWLEDGE_CANCEL -> line.status == PENDING_CANCEL && to(line, CANCELED);
            case REJECT_CANCEL -> line.status == PENDING_CANCEL && rejectCancel(line, now);
        };
    }

    /** Time has passed: the venue's answer comes, if it comes before the order expires. */
    void passed(Line line) {
        while (line.due <= now && line.due <= line.expires) {
            answerAt(line, line.due);
        }
        if (line.expires <= now) {
            venue(line, VenueEvent.EXPIRE, 0);
        }
    }

    private static boolean to(Line line, OrderStatus next) {
        line.become(next);
        return true;
    }

    private boolean rejectCancel(Line line, long at) {
        line.become(line.beforeCancel);
        if (line.status == PENDING_NEW) {
            acknowledgeInTime(line, at);
        }
        return true;
    }

    private void answer(Line line, Kind kind, long from, long after) {
        line.answer = kind;
        line.due = from + after;
        if (after == 0) {
            answerAt(line, from);
        }
    }

    private void answerAt(Line line, long at) {
        line.due = NEVER;
        switch (line.answer) {
            case ACKNOWLEDGE -> acknowledge(line);
            case ACKNOWLEDGE_CANCEL -> venue(line, VenueEvent.ACKNOWLEDGE_CANCEL, 0);
            case REJECT_CANCEL -> rejectCancel(line, at);
            case FILL -> fill(line, line.quantity - line.executed);
        }
    }

    private boolean acknowledge(Line line) {
        line.become(line.executed == 0 ? NEW : line.executed < line.quantity ? PARTIALLY_FILLED : FILLED);
        if (fillsAtQuotes && line.marketable) {
            fill(line, line.quantity - line.executed);
        }
        return line.over() || !(line.immediate || line.allOrNothing) || to(line, CANCELED);
    }

    private static boolean fill(Line line, long quantity) {
        long open = line.quantity - line.executed;
        if (!line.fillable() || open == 0 || quantity > open || (line.allOrNothing && quantity < open)) {
            return false;
        }
        line.executed += quantity;
        if (quantity == open) {
            line.become(FILLED);
        } else if (line.status == PENDING_CANCEL) {
            line.changes++;
            boolean aside = line.beforeCancel == SUSPENDED || line.beforeCancel == HELD;
            line.beforeCancel = aside ? line.beforeCancel : PARTIALLY_FILLED;
        } else {
            line.become(PARTIALLY_FILLED);
            if (line.immediate) {
                line.become(CANCELED);
            }
        }
        return true;
    }
}
