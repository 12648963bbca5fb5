package io.github.etnasandbox.api;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the orders at some places of a sorted list without sorting it: the numbers that the orders rank by tell which
 * orders these are, and only they are sorted.
 */
final class OrderRanks {
    /** Halving a list takes far fewer steps; a list that is made to take more is sorted instead. */
    private static final int MOST_STEPS = 64;

    private OrderRanks() {}

    /**
     * The orders that would stand from a place to before another if all were sorted by the key, and by id where that is
     * alike.
     *
     * @param byId the orders, by ascending id
     * @param first the first place, 0 to {@code end - 1}
     */
    static List<Order> places(List<Order> byId, OrderKey key, int first, int end) {
        long[] ranks = ranks(byId, key);
        long[] partly = ranks.clone();
        long lowest = select(partly, 0, first);
        long highest = select(partly, first, end - 1);
        int before = 0;
        List<Order> low = new ArrayList<>();
        List<Order> between = new ArrayList<>();
        List<Order> high = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            if (ranks[i] < lowest) {
                before++;
            } else if (ranks[i] <= highest) {
                (ranks[i] == lowest ? low : ranks[i] < highest ? between : high).add(byId.get(i));
            }
        }
        if (!key.isToldByRank()) {
            low.sort(key.ascending());
            high.sort(key.ascending());
        }
        between.sort(key.ascending());
        low.addAll(between);
        low.addAll(high);
        return low.subList(first - before, end - before);
    }

    private static long[] ranks(List<Order> orders, OrderKey key) {
        long[] ranks = new long[orders.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = key.rank(orders.get(i));
        }
        return ranks;
    }

    /**
     * Finds the number at one place of sorted numbers by Hoare's algorithm, which leaves no larger ones before it and no
     * smaller ones behind it.
     */
    static long select(long[] numbers, int from, int place) {
        int low = from;
        int high = numbers.length - 1;
        for (int step = 0; low < high; step++) {
            if (step == MOST_STEPS) {
                Arrays.sort(numbers, low, high + 1);
                break;
            }
            int middle = partition(numbers, low, high);
            if (place <= middle) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return numbers[place];
    }

    /** Puts the small numbers of a part before the large ones; returns the place of the last small one. */
    private static int partition(long[] numbers, int low, int high) {
        long pivot = median(numbers[low], numbers[(low + high) >>> 1], numbers[high]);
        int left = low;
        int right = high;
        while (true) {
            while (numbers[left] < pivot) {
                left++;
            }
            while (numbers[right] > pivot) {
                right--;
            }
            if (left >= right) {
                return right;
            }
            long swapped = numbers[left];
            numbers[left++] = numbers[right];
            numbers[right--] = swapped;
        }
    }

    private static long median(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
