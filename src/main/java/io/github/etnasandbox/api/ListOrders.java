package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.filter.OrderFilter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderKey;
import io.github.etnasandbox.state.Transition;

/**
 * {@code GET /v1.0/accounts/{accountId}/orders}: a page of an account's orders, filtered and sorted.
 *
 * <p>Source: guide page Get Filtered Orders; its later editions document sorting and the largest page.
 */
final class ListOrders {
    static final ListQuery.Kind<Order> KIND = ListQuery.Kind.of("orders", OrderFilter.LANGUAGE, OrderKey.ALL);

    private ListOrders() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        admission.reader();
        AccountId accountId = path.accountId(admission);
        ListQuery<Order> asked = ListQuery.of(KIND, admission);
        admission.viewedAccount(accountId);
        return answer(admission, asked, asked.of(admission.state().orders().ofAccount(accountId)));
    }

    static Transition<ApiResponse> answer(Admission admission, ListQuery<Order> asked, ListQuery.Page<Order> page) {
        String orders = OrderJson.array(page.records(), admission.state(), admission.dialect());
        return admission.answer(asked.answer(Answer.ORDERS, "orders", orders, page, admission));
    }
}
