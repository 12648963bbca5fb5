package io.github.etnasandbox.control;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.resource.OrderWriter;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.venue.VenueResult;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Answers with an order as it is after something was done to it, or with why nothing was. */
record OrderAnswer(Context context, Orders orders) implements VenueResult.Cases<Context> {
    @Override
    public Context done(Order order) {
        StringBuilder text = new StringBuilder();
        JsonObjectWriter json = new JsonObjectWriter(text).begin();
        new OrderWriter(json, Set.of(), orders::legsOf, none -> {}).write(order);
        json.end();
        return context.contentType("application/json")
                .result(text.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Context refused(String reason) {
        throw Problem.conflict(reason);
    }

    @Override
    public Context unknown(OrderId id) {
        throw Problem.of(404, "Not Found", "there is no order " + id + " in this world");
    }
}
