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

        OrderPage page = OrderPage.of(admission.state().orders().ofAccount(account.id()), asked);
        PageLinks links = new PageLinks(admission.request(), query, asked.pageSize(), page.totalCount());
        return new Transition<>(
                admission.state(),
                Answer.ORDERS.response(
                        "orders",
                        OrderJson.array(page.orders(), admission.state(), admission.dialect()),
                        "next",
                        links.to(asked.pageNumber() + 1L),
                        "previous",
                        links.to(asked.pageNumber() - 1L),
                        "count",
                        Integer.toString(page.totalCount())));
    }
}
