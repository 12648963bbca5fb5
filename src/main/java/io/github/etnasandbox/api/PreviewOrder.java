package io.github.etnasandbox.api;

import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.venue.Preview;
import io.github.etnasandbox.venue.Replacement;

/**
 * {@code POST /v1.0/accounts/{accountId}/preview/orders} and {@code PUT …/preview/orders/{orderId}}: what an order would
 * cost, or what is wrong with it. Nothing is placed or replaced.
 *
 * <p>Source: guide pages on validating an order's placement and replacement. The second is for administrators where
 * reading is.
 */
final class PreviewOrder {
    private PreviewOrder() {}

    static Transition<ApiResponse> answerPlacement(Admission admission, PathParameters path) {
        State state = admission.state();
        return answer(admission, PlaceOrder.placement(admission, path).preview(state, admission.now()));
    }

    static Transition<ApiResponse> answerReplacement(Admission admission, PathParameters path) {
        User caller = admission.reader();
        Replacement replacement = ReplaceOrder.replacement(admission, caller, path);
        Order order = admission.order(replacement.accountId(), replacement.orderId());
        return answer(admission, replacement.preview(admission.state(), order, admission.now()));
    }

    private static Transition<ApiResponse> answer(Admission admission, Preview preview) {
        return new Transition<>(
                admission.state(),
                Answer.PREVIEW.response("preview", PreviewJson.object(preview, admission.dialect())));
    }
}
