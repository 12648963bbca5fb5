package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.state.Transition;

/**
 * {@code GET /v1.0/accounts/{accountId}/orders}: a page of an account's orders, filtered and sorted.
 *
 * <p>Source: guide page Get Filtered Orders; its later editions document sorting and the largest page.
 */
final class ListOrders {
    private ListOrders() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        AccountId accountId = path.accountId(admission);
        OrderListQuery asked = OrderListQuery.of(admission.query(), admission.dialect());
        admission.pass(Criterion.QUERY, "page " + asked.pageNumber() + " of " + asked.pageSize() + " orders a page");
        admission.viewedAccount(accountId);
        OrderListQuery.Page page = asked.of(admission.state().orders().ofAccount(accountId));
        return admission.answer(Answer.ORDERS.response(
                "orders",
                OrderJson.array(page.orders(), admission.state(), admission.dialect()),
                "next",
                link(admission, asked, page, 1),
                "previous",
                link(admission, asked, page, -1),
                "count",
                Integer.toString(page.totalCount())));
    }

    /**
     * The address of a neighbouring page, with every other query parameter as it was sent; empty when there is no such page.
     */
    private static String link(Admission admission, OrderListQuery asked, OrderListQuery.Page page, int pagesOn) {
        long number = (long) asked.pageNumber() + pagesOn;
        boolean exists = number >= 0 && number * asked.pageSize() < page.totalCount();
        return exists ? admission.request().url() + "?" + admission.query().with("pageNumber", (int) number) : "";
    }
}
