package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Found;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.order.CancelOutcome;
import java.time.Duration;

/** What the venue does with a cancel. All fields but the quantity, which is an order's, are the sandbox's own. */
public final class CancelOutcomeShape {
    public static final Shape<CancelOutcome> SHAPE = Shape.strict("CancelOutcome");
    public static final Kind<CancelOutcome> KIND = Kinds.object(SHAPE, CancelOutcomeShape::outcome);

    private static final Field<CancelOutcome, CancelOutcome.Kind> OUTCOME =
            SHAPE.required("outcome", Kinds.words(CancelOutcome.Kind.values()), CancelOutcome::kind);
    private static final Field<CancelOutcome, Duration> AFTER =
            SHAPE.optional("after", Kinds.DURATION, outcome -> outcome.after().isZero() ? null : outcome.after());
    private static final Field<CancelOutcome, Double> QUANTITY = SHAPE.optional(
            "Quantity",
            Kinds.QUANTITY.inBodies(Kinds.ABOVE_0),
            outcome -> outcome.quantity() == 0 ? null : outcome.quantity());

    private CancelOutcomeShape() {}

    private static CancelOutcome outcome(Found<CancelOutcome> found) {
        return new CancelOutcome(found.get(OUTCOME), found.get(AFTER, Duration.ZERO), found.get(QUANTITY, 0.0));
    }
}
