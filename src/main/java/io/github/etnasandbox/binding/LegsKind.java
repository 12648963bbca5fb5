package io.github.etnasandbox.binding;

import com.fasterxml.jackson.core.JsonToken;
import io.github.etnasandbox.order.OrderParameters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders inside an order. */
final class LegsKind extends Kind {
    LegsKind() {
        super("an array of orders");
    }

    @Override
    @Nullable Object read(Body body) throws IOException {
        if (body.token() != JsonToken.START_ARRAY) {
            return null;
        }
        List<OrderParameters> legs = new ArrayList<>();
        while (body.next() != JsonToken.END_ARRAY) {
            if (body.token() == JsonToken.START_OBJECT) {
                legs.add(body.readOrder());
            } else {
                body.wrong("must be an object, found " + body.found());
            }
        }
        return List.copyOf(legs);
    }
}
