package io.github.etnasandbox.api;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How a list of orders is sorted; those that are alike in the key are sorted by id. */
record OrderSort(OrderKey key, boolean descending) {

    /** Orders in ascending order, of which only some places are looked at. */
    interface Places {
        /** The orders from a place, which is counted from 0, to before another. */
        List<Order> between(int first, int end);
    }

    /** Picks the orders of one page. What is descending is ascending, read from the other end. */
    List<Order> page(int count, Places ascending, long from, int size) {
        if (from >= count) {
            return List.of();
        }
        int first = (int) from;
        int end = (int) Math.min(from + size, count);
        if (!descending) {
            return ascending.between(first, end);
        }
        List<Order> page = new ArrayList<>(ascending.between(count - end, count - first));
        Collections.reverse(page);
        return page;
    }
}
