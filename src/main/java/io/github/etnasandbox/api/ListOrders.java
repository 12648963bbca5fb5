package io.github.etnasandbox.api;

import io.github.etnasandbox.account.Account;
import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;

/**
 * {@code GET /v1.0/accounts/{accountId}/orders}: a page of an account's orders, filtered and sorted.
 *
 * <p>Source: guide page Get Filtered Orders; sorting and the largest page are of its later editions.
 */
final class ListOrders {
    private ListOrders() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        User caller = admission.reader();
        AccountId accountId = path.accountId(admission);
        Query query = Query.parse(admission.request().query());
        OrderListQuery asked = OrderListQuery.of(query);
        admission
                .checks()
                .pass(Criterion.QUERY, "page " + asked.pageNumber() + " of " + asked.pageSize() + " orders a page");
        Account account = admission.account(accountId);
        admission.requireViewing(caller, account);

        OrderListQuery.Page page = asked.of(admission.state().orders().ofAccount(account.id()));
        return new Transition<>(
                admission.state(),
                Answer.ORDERS.response(
                        "orders",
                        OrderJson.array(page.orders(), admission.state(), admission.dialect()),
                        "next",
                        link(admission.request(), query, asked, page, asked.pageNumber() + 1L),
                        "previous",
                        link(admission.request(), query, asked, page, asked.pageNumber() - 1L),
                        "count",
                        Integer.toString(page.totalCount())));
    }

    /** The address of a page, every other query parameter as it was sent; empty when the page would be. */
    private static String link(
            ApiRequest request, Query query, OrderListQuery asked, OrderListQuery.Page page, long pageNumber) {
        boolean exists = pageNumber >= 0 && pageNumber * asked.pageSize() < page.totalCount();
        return exists ? request.url() + "?" + query.with("pageNumber", (int) pageNumber) : "";
    }
}
