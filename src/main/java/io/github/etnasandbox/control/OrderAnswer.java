package io.github.etnasandbox.control;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.resource.OrderWriter;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.venue.VenueResult;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** Answers with an order as it is after something was done to it, or with why nothing was. */
final class OrderAnswer {
    private OrderAnswer() {}

    static void write(Context context, VenueResult result, Orders orders) {
        if (result instanceof VenueResult.Refused refused) {
            throw Problem.conflict(refused.reason());
        }
        if (result instanceof VenueResult.Unknown unknown) {
            throw Problem.of(404, "Not Found", "there is no order " + unknown.id() + " in this world");
        }
        Order order = ((VenueResult.Done) result).order();
        StringBuilder text = new StringBuilder();
        JsonObjectWriter json = new JsonObjectWriter(text).begin();
        OrderWriter.ofAnswers(json, orders::legsOf, true).write(order);
        json.end();
        context.contentType("application/json")
                .result(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
}
