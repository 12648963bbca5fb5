package io.github.etnasandbox.api;

import io.github.etnasandbox.filter.OrderFilter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.state.ById;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of a list of orders.
 *
 * @param orders the orders on it
 * @param totalCount how many there are on all pages
 */
record OrderPage(List<Order> orders, int totalCount) {

    static OrderPage of(ById<Order> all, OrderListQuery asked) {
        OrderSort sort = asked.sort();
        long from = (long) asked.pageNumber() * asked.pageSize();
        if (sort.key() == OrderKey.ID && asked.filter().equals(OrderFilter.ALL)) {
            return new OrderPage(sort.page(all.size(), all::values, from, asked.pageSize()), all.size());
        }
        List<Order> found = found(all, asked.filter());
        OrderSort.Places places = sort.key() == OrderKey.ID
                ? found::subList
                : (first, end) -> OrderRanks.places(found, sort.key(), first, end);
        return new OrderPage(sort.page(found.size(), places, from, asked.pageSize()), found.size());
    }

    private static List<Order> found(ById<Order> all, OrderFilter filter) {
        List<Order> found = new ArrayList<>();
        all.forEachValue(order -> {
            if (filter.test(order)) {
                found.add(order);
            }
        });
        return found;
    }
}
