package io.github.etnasandbox.control;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Found;
import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.resource.CancelOutcomeShape;
import io.github.etnasandbox.resource.OrderWriter;
import io.github.etnasandbox.resource.VenueShape;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.VenueSettingsChange;
import io.github.etnasandbox.venue.CancelScript;
import io.github.etnasandbox.venue.OrderResult;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.venue.VenueInstruction;
import io.javalin.http.HttpStatus;

/** The routes that have a world's venue do something, now or with the next cancel. */
final class VenueEndpoints {
    private static final Shape<Void> INSTRUCTION = Shape.strict();
    private static final Field<Void, Double> QUANTITY = INSTRUCTION.optional("Quantity", Kinds.ABOVE_0);
    private static final Field<Void, Double> PRICE = INSTRUCTION.optional("Price", Kinds.QUANTITY);
    private static final Field<Void, String> REASON = INSTRUCTION.optional("reason", Kinds.TEXT);

    private VenueEndpoints() {}

    /** {@code POST /sandbox/orders/{order}/…}: the venue does this to the order, which is answered as it is then. */
    static ControlReply event(ControlCall call, VenueEvent event) {
        OrderId order = OrderEndpoints.id(call);
        Found<Void> found = call.optionalBody(shape(event));
        VenueInstruction instruction = Problem.attempt(
                () -> new VenueInstruction(order, event, found.find(QUANTITY), found.find(PRICE), found.find(REASON)));
        return answer(call, instruction);
    }

    static Shape<Void> shape(VenueEvent event) {
        return switch (event) {
            case FILL -> INSTRUCTION.only(QUANTITY, PRICE);
            case REJECT, REJECT_CANCEL -> INSTRUCTION.only(REASON);
            case ACKNOWLEDGE, EXPIRE, SUSPEND, ACKNOWLEDGE_CANCEL -> INSTRUCTION.only();
        };
    }

    /** {@code PUT /sandbox/orders/{order}/cancel-outcome}: what the venue does with a cancel of this order. */
    static ControlReply cancelOutcome(ControlCall call) {
        OrderId order = OrderEndpoints.id(call);
        return answer(call, new CancelScript(order, call.body(CancelOutcomeShape.KIND)));
    }

    /** {@code PUT /sandbox/cancel-outcome}: what it does with the next cancel of an order without an outcome of its own. */
    static ControlReply nextCancel(ControlCall call) {
        CancelOutcome outcome = call.body(CancelOutcomeShape.KIND);
        return ControlReply.of(VenueShape.SHAPE, call.world().apply(new CancelScript.Next(outcome)));
    }

    /** {@code GET /sandbox/venue}. */
    static ControlReply settings(ControlCall call) {
        return ControlReply.of(VenueShape.SHAPE, call.world().state().venue());
    }

    /** {@code PUT /sandbox/venue}: what is left out is as it is without settings. */
    static ControlReply configure(ControlCall call) {
        VenueSettings settings = call.body(VenueShape.KIND);
        return ControlReply.of(VenueShape.SHAPE, call.world().apply(new VenueSettingsChange(settings)));
    }

    /** Answers with the order as it is after something was done to it, or with why nothing was. */
    private static ControlReply answer(ControlCall call, Command<OrderResult> command) {
        LiveWorld told = call.world();
        OrderResult result = told.apply(command);
        if (result instanceof OrderResult.Refused refused) {
            throw new Problem(HttpStatus.CONFLICT, refused.reason());
        }
        if (result instanceof OrderResult.Unknown unknown) {
            throw Problem.notFound("there is no order " + unknown.id() + " in this world");
        }
        Order order = ((OrderResult.Done) result).order();
        Orders orders = told.state().orders();
        return ControlReply.of(JsonObjectWriter.spell(
                json -> OrderWriter.ofAnswers(json, orders::legsOf, true).write(order)));
    }
}
