package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.order.VenueAnswer;
import java.time.Instant;

/** What the venue is going to do with the request that is under way. All fields are the sandbox's own. */
final class VenueAnswerShape {
    private static final Shape<VenueAnswer> SHAPE = Shape.strict();
    private static final Field<VenueAnswer, Instant> AT = SHAPE.required("at", Kinds.DATE, VenueAnswer::at);
    private static final Field<VenueAnswer, VenueAnswer.Kind> EVENT =
            SHAPE.required("event", Kinds.words(VenueAnswer.Kind.values()), VenueAnswer::kind);

    static final Kind<VenueAnswer> KIND =
            Kinds.object(SHAPE, found -> new VenueAnswer(found.get(AT), found.get(EVENT)));

    private VenueAnswerShape() {}
}
