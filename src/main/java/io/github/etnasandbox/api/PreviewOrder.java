package io.github.etnasandbox.api;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.User;
import io.github.etnasandbox.venue.Preview;
import io.github.etnasandbox.venue.Replacement;
import io.github.etnasandbox.venue.Validator;
import io.github.etnasandbox.venue.Validator.Objection;
import io.github.etnasandbox.world.Dialect;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1.0/accounts/{accountId}/preview/orders} and {@code PUT …/preview/orders/{orderId}}: what an order would
 * cost, or what is wrong with it. Nothing is placed or replaced.
 *
 * <p>Source: guide pages Validate Order Placement and Validate Order Replacement; their later editions document the error
 * in words. Where only administrators read, only they preview a replacement.
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
        Order order = OrderChecks.find(admission, replacement.orderId(), replacement.accountId());
        return answer(admission, replacement.preview(admission.state(), order, admission.now()));
    }

    private static Transition<ApiResponse> answer(Admission admission, Preview preview) {
        return admission.answer(Answer.PREVIEW.response("preview", json(preview, admission.dialect())));
    }

    static String json(Preview preview, Dialect dialect) {
        PreviewShape.Shown shown = shown(null, preview, dialect);
        return JsonObjectWriter.spell(json -> PreviewShape.SHAPE.write(shown, json));
    }

    /** The preview of an order as it is shown, with its id when it was placed. */
    static PreviewShape.Shown shown(@Nullable Integer orderId, Preview preview, Dialect dialect) {
        Optional<Objection> objection = preview.objection().map(found -> shown(found, dialect));
        boolean priced = preview.commission().signum() > 0 && objection.equals(preview.objection());
        BigDecimal commission = priced ? preview.commission() : BigDecimal.ZERO;
        return new PreviewShape.Shown(orderId, preview, objection.orElse(null), priced, commission, dialect);
    }

    /** The guide calls a missing price an invalid quote price; its last edition names the limit price. */
    private static Objection shown(Objection objection, Dialect dialect) {
        if (objection.code().equals(Validator.STOP_PRICE_UNDEFINED.code())) {
            return Validator.QUOTE_PRICE_IS_INVALID.objection();
        }
        return objection.code().equals(Validator.LIMIT_PRICE_UNDEFINED.code())
                ? Difference.LIMIT_PRICE_MISSING.in(dialect).objection()
                : objection;
    }
}
