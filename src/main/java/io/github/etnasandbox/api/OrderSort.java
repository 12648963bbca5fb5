package io.github.etnasandbox.api;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How a list of orders is sorted; those that are alike in the key are sorted by id.
 *
 * @param key what to sort by
 * @param descending whether everything is turned round
 */
record OrderSort(OrderKey key, boolean descending) {

    /** Picks the orders of one page out of orders that are sorted by ascending id. */
    List<Order> page(List<Order> byId, long from, int size) {
        int count = byId.size();
        if (from >= count) {
            return List.of();
        }
        int first = (int) from;
        int end = (int) Math.min(from + size, count);
        if (key == OrderKey.ID) {
            return descending ? reversed(byId.subList(count - end, count - first)) : byId.subList(first, end);
        }
        return firstOnes(byId, end).subList(first, end);
    }

    /** Sorts no more than has to be: what is behind the page is dropped as soon as something before it is met. */
    private List<Order> firstOnes(List<Order> orders, int count) {
        Comparator<Order> ascending = key.ascending().thenComparing(OrderKey.ID.ascending());
        Comparator<Order> comparator = descending ? ascending.reversed() : ascending;
        PriorityQueue<Order> kept = new PriorityQueue<>(comparator.reversed());
        for (Order order : orders) {
            if (kept.size() < count) {
                kept.add(order);
            } else if (comparator.compare(order, kept.element()) < 0) {
                kept.remove();
                kept.add(order);
            }
        }
        List<Order> sorted = new ArrayList<>(kept);
        sorted.sort(comparator);
        return sorted;
    }

    private static List<Order> reversed(List<Order> orders) {
        List<Order> reversed = new ArrayList<>(orders);
        Collections.reverse(reversed);
        return reversed;
    }
}
