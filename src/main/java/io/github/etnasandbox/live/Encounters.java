package io.github.etnasandbox.live;

import io.github.etnasandbox.coverage.Incident;
import io.github.etnasandbox.coverage.Row;
import io.github.etnasandbox.coverage.Tally;
import io.github.etnasandbox.fixture.Seed;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.token.Token;
import io.github.etnasandbox.world.Dialect;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What those who use a world have met in it: counts that no reset takes back, and that no journal is needed for. Safe for use
 * by many threads.
 */
public final class Encounters {
    private final Map<Dialect, Tally> all;
    private final Tally tally;

    /**
     * @param all those of all worlds of the sandbox, by the world's dialect
     * @param dialect the dialect of this one
     */
    Encounters(ConcurrentMap<Dialect, Tally> all, Dialect dialect) {
        this.all = all;
        this.tally = new Tally(all.computeIfAbsent(dialect, first -> new Tally(null)));
    }

    /** What was met in all worlds of the sandbox that there ever were, by their dialect. */
    public Map<Dialect, Tally> ofAllWorlds() {
        return all;
    }

    public Tally tally() {
        return tally;
    }

    public void meet(Row row) {
        tally.add(row);
    }

    /** Counts that a token was refused which is good no more, unless it never was good in the world that began so. */
    void meet(Token spent, Seed seed) {
        State beginning = Snapshots.stateOf(seed);
        boolean neverGood = beginning
                .token(spent.value())
                .filter(then -> then.revoked() || then.isExpired(beginning.clock()))
                .isPresent();
        if (!neverGood) {
            meet(spent.revoked() ? Incident.TOKEN_REVOKED : Incident.TOKEN_EXPIRED);
        }
    }

    /** Counts what has happened to orders. */
    @SuppressWarnings("ReferenceEquality") // whatever is kept as it was is the same
    void meet(State before, State after) {
        Orders orders = before.orders();
        if (orders != after.orders()) {
            after.orders()
                    .forEachChangedSince(
                            orders, order -> meet(orders.get(order.id().value()), order));
        }
    }

    @SuppressWarnings("ReferenceEquality") // two states of an order may be alike
    private void meet(@Nullable Order before, Order after) {
        StateRecord later = null;
        for (StateRecord record : after.records()) { // the latest first
            if (later != null) {
                meet(record, later);
            }
            if (before != null && record.progress() == before.progress()) {
                break;
            }
            later = record;
        }
        if (after.status() == OrderStatus.PENDING_CANCEL
                && (before == null || before.status() != OrderStatus.PENDING_CANCEL)) {
            meet(Incident.SLOW_CANCEL);
        }
    }

    private void meet(StateRecord before, StateRecord after) {
        OrderStatus status = after.progress().status();
        boolean executed =
                after.execution().executedQuantity() > before.execution().executedQuantity();
        if (before.progress().status() == OrderStatus.PENDING_CANCEL) {
            if (executed) {
                meet(Incident.LATE_FILL);
            } else if (status.isOutstanding()) {
                meet(Incident.LATE_REFUSAL);
            }
        }
        if (executed && status == OrderStatus.PARTIALLY_FILLED) {
            meet(Incident.PARTIAL_FILL);
        }
        if (status == OrderStatus.REJECTED) {
            meet(Incident.ORDER_REJECTED);
        }
    }
}
