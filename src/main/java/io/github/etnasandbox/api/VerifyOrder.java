package io.github.etnasandbox.api;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.venue.OrderParameters;
import io.github.etnasandbox.venue.Preview;
import io.github.etnasandbox.venue.Replacement;
import io.github.etnasandbox.world.Dialect;
import java.time.Instant;

/**
 * {@code GET /v1.0/accounts/{accountId}/verified/orders/{orderId}}: what an order that was placed would cost now, or what is
 * wrong with it: the preview of replacing it by itself. Its money is that of later editions in every dialect, since no first
 * edition has the page.
 *
 * <p>Source: later guide page Validate Order by ID, which wraps the answer; AutoShares' OpenAPI document, which does not.
 */
final class VerifyOrder {
    private VerifyOrder() {}

    static Transition<ApiResponse> answer(Admission admission, PathParameters path) {
        User caller = admission.reader();
        AccountId accountId = path.accountId(admission);
        OrderId orderId = path.orderId(admission);
        admission.viewedAccount(accountId);
        Order order = OrderChecks.find(admission, orderId, accountId);
        String verified = json(order, caller, admission.state(), admission.now(), admission.dialect());
        return admission.answer(Difference.VERIFIED.in(admission.dialect()).response("verified", verified));
    }

    static String json(Order order, User caller, State state, Instant now, Dialect dialect) {
        Preview preview = new Replacement(order.accountId(), order.id(), caller.id(), OrderParameters.NONE)
                .preview(state, order, now);
        Dialect edition = dialect == Dialect.DOCUMENTED ? Dialect.CURRENT : dialect;
        PreviewShape.Shown shown = PreviewOrder.shown(order.id().value(), preview, edition);
        return JsonObjectWriter.spell(json -> PreviewShape.VERIFIED.write(shown, json));
    }
}
