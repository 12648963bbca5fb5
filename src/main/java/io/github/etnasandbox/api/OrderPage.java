package io.github.etnasandbox.api;

import io.github.etnasandbox.filter.OrderFilter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.state.AccountOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A page of a list of orders. */
record OrderPage(List<Order> orders, int totalCount) {

    static OrderPage of(AccountOrders all, OrderListQuery asked) {
        OrderSort sort = asked.sort();
        long from = (long) asked.pageNumber() * asked.pageSize();
        if (sort.key() == OrderKey.ID && asked.filter().equals(OrderFilter.ALL)) {
            int count = all.byId().size();
            return new OrderPage(sort.page(count, all.byId()::values, from, asked.pageSize()), count);
        }
        int[] ids = all.idsWhere(asked.filter());
        OrderSort.Places byId = (first, end) -> orders(all, ids, first, end);
        OrderSort.Places places = sort.key() == OrderKey.ID
                ? byId
                : (first, end) -> OrderRanks.places(byId.between(0, ids.length), sort.key(), first, end);
        return new OrderPage(sort.page(ids.length, places, from, asked.pageSize()), ids.length);
    }

    private static List<Order> orders(AccountOrders all, int[] ids, int first, int end) {
        List<Order> orders = new ArrayList<>(end - first);
        for (int i = first; i < end; i++) {
            orders.add(Objects.requireNonNull(all.byId().get(ids[i])));
        }
        return orders;
    }
}
