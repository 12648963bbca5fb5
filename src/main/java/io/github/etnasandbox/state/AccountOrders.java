package io.github.etnasandbox.state;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderCondition;
import io.github.etnasandbox.order.OrderStatus;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one account by id, ascending, without those that are legs of others: they are shown there. Immutable: a
 * change shares what it does not touch.
 *
 * <p>Beside them lies what lists are filtered by, packed: a hundred thousand orders are scattered all over the heap, and to
 * look at each takes ten times as long as to read this. Orders with neighbouring ids share a block, which costs seventeen
 * bytes for each where all sixteen are there.
 */
public final class AccountOrders {
    static final AccountOrders NONE = new AccountOrders(ById.empty(), ById.empty());

    private static final int BLOCK_BITS = 4;
    private static final int IN_BLOCK = 1 << BLOCK_BITS;
    private static final int STATUS_BITS = 6;
    private static final OrderStatus[] BY_CODE = new OrderStatus[1 << STATUS_BITS];

    static {
        for (OrderStatus status : OrderStatus.values()) {
            BY_CODE[status.code()] = status;
        }
    }

    private final ById<Order> byId;

    /**
     * By the digits of their ids before the last: where they start, then two numbers for each order. The first is the second
     * of its creation and one more than its status's code, so that 0 is no order; the other its security and the nanosecond.
     */
    private final ById<long[]> blocks;

    private AccountOrders(ById<Order> byId, ById<long[]> blocks) {
        this.byId = byId;
        this.blocks = blocks;
    }

    AccountOrders plus(Order order) {
        int id = order.id().value();
        int block = id >>> BLOCK_BITS;
        return new AccountOrders(byId.plus(id, order), blocks.plus(block, with(blocks.get(block), order)));
    }

    private static long[] with(long @Nullable [] block, Order order) {
        long[] copy = block == null ? new long[1 + 2 * IN_BLOCK] : block.clone();
        int id = order.id().value();
        int at = 1 + 2 * (id & (IN_BLOCK - 1));
        Instant created = order.terms().createDate();
        copy[0] = id & -IN_BLOCK;
        copy[at] = created.getEpochSecond() << STATUS_BITS | (order.status().code() + 1);
        copy[at + 1] = (long) order.terms().securityId() << Integer.SIZE | created.getNano();
        return copy;
    }

    /** Returns the orders. */
    public ById<Order> byId() {
        return byId;
    }

    /**
     * Finds the orders that meet a condition.
     *
     * @return their ids, ascending, in a new array
     */
    public int[] idsWhere(OrderCondition condition) {
        Found found = new Found();
        blocks.forEachValue(block -> {
            for (int i = 0; i < IN_BLOCK; i++) {
                long first = block[1 + 2 * i];
                if (first != 0) {
                    long second = block[2 + 2 * i];
                    OrderStatus status = BY_CODE[(int) (first & (BY_CODE.length - 1)) - 1];
                    if (condition.holds(first >> STATUS_BITS, (int) second, (int) (second >> Integer.SIZE), status)) {
                        found.add((int) block[0] + i);
                    }
                }
            }
        });
        return found.ids();
    }

    /** Ids while they are being found. */
    private static final class Found {
        private int[] ids = new int[64];
        private int count;

        void add(int id) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, 2 * count);
            }
            ids[count++] = id;
        }

        int[] ids() {
            return Arrays.copyOf(ids, count);
        }
    }
}
