package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.filter.OrderFilter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code GET /v1.0/accounts/{accountId}/orders}: a page of an account's orders, filtered and sorted.
 *
 * <p>Source: guide page Get Filtered Orders; sorting and the largest page are of its later editions.
 */
final class ListOrders {
    private ListOrders() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        User caller = admission.reader();
        AccountId accountId = path.accountId(admission.dialect());
        Query query = Query.parse(admission.request().query());
        OrderListQuery asked = OrderListQuery.of(query);
        Account account = admission.account(accountId);
        admission.requireViewing(caller, account);

        List<Order> found = found(admission, account, asked.filter());
        long from = (long) asked.pageNumber() * asked.pageSize();
        List<Order> page = asked.sort().page(found, from, asked.pageSize());
        PageLinks links = new PageLinks(admission.request(), query, asked.pageSize(), found.size());
        return new Transition<>(
                admission.state(),
                Answer.ORDERS.response(
                        "orders",
                        OrderJson.array(page, admission.state(), admission.dialect()),
                        "next",
                        links.to(asked.pageNumber() + 1L),
                        "previous",
                        links.to(asked.pageNumber() - 1L),
                        "count",
                        Integer.toString(found.size())));
    }

    private static List<Order> found(Admission admission, Account account, OrderFilter filter) {
        List<Order> found = new ArrayList<>();
        Orders orders = admission.state().orders();
        orders.ofAccount(account.id()).forEachValue(order -> {
            if (filter.test(order) && !orders.isLeg(order)) {
                found.add(order);
            }
        });
        return found;
    }
}
