package io.github.etnasandbox.control;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.VenueSettings;
import io.github.etnasandbox.venue.CancelScript;
import io.github.etnasandbox.venue.VenueEvent;
import io.github.etnasandbox.venue.VenueInstruction;
import io.github.etnasandbox.venue.VenueResult;
import io.github.etnasandbox.world.World;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/** The routes that have a world's venue do something, now or with the next cancel. */
final class VenueEndpoints {
    private static final Member<Double> QUANTITY = Member.optional("Quantity", MemberKinds.ABOVE_0);
    private static final Member<Double> PRICE = Member.optional("Price", MemberKinds.FROM_0);
    private static final Member<String> REASON = Member.optional("reason", MemberKinds.TEXT);
    private static final Member<CancelOutcome.Kind> OUTCOME =
            Member.required("outcome", MemberKinds.oneOf(CancelOutcome.Kind.values()));
    private static final Member<Duration> AFTER = Member.optional("after", MemberKinds.DURATION);
    private static final Member<ControlBody> NEXT_CANCEL =
            Member.optional("nextCancel", MemberKinds.object(OUTCOME, AFTER, QUANTITY));
    private static final Member<VenueSettings> ACKNOWLEDGE = Member.optional(
            "acknowledge",
            MemberKinds.parsed(
                    "at-once, hold or an ISO 8601 duration such as \"PT2S\"", VenueSettings.DEFAULTS::acknowledging));
    private static final Member<Boolean> FILLS_AT_QUOTES = Member.optional("fillsAtQuotes", MemberKinds.FLAG);

    private final Function<Context, World> world;

    VenueEndpoints(Function<Context, World> world) {
        this.world = world;
    }

    /** {@code POST /sandbox/orders/{order}/…}: the venue does this to the order, which is answered as it is then. */
    Handler event(VenueEvent event) {
        return context -> {
            OrderId order = order(context);
            ControlBody body = ControlBody.readOptional(context, members(event));
            answer(context, instruction(order, event, body));
        };
    }

    private static Member<?>[] members(VenueEvent event) {
        return switch (event) {
            case FILL -> new Member<?>[] {QUANTITY, PRICE};
            case REJECT, REJECT_CANCEL -> new Member<?>[] {REASON};
            case ACKNOWLEDGE, EXPIRE, SUSPEND, ACKNOWLEDGE_CANCEL -> new Member<?>[0];
        };
    }

    private static VenueInstruction instruction(OrderId order, VenueEvent event, ControlBody body) {
        return new VenueInstruction(
                order,
                event,
                body.find(QUANTITY).orElse(null),
                body.find(PRICE).orElse(null),
                body.find(REASON).orElse(null));
    }

    /** {@code PUT /sandbox/orders/{order}/cancel-outcome}: what the venue does with a cancel of this order. */
    void cancelOutcome(Context context) {
        OrderId order = order(context);
        answer(context, new CancelScript(order, outcome(context)));
    }

    /** {@code PUT /sandbox/cancel-outcome}: what it does with the next cancel of an order without an outcome of its own. */
    void nextCancel(Context context) {
        CancelOutcome outcome = outcome(context);
        write(context, world.apply(context).apply(new CancelScript.Next(outcome)));
    }

    /** {@code GET /sandbox/venue}. */
    void settings(Context context) {
        write(context, world.apply(context).state().venue());
    }

    /** {@code PUT /sandbox/venue}: what is left out is as it is without settings. */
    void configure(Context context) {
        ControlBody body = ControlBody.read(context, ACKNOWLEDGE, FILLS_AT_QUOTES, NEXT_CANCEL);
        VenueSettings settings = body.find(ACKNOWLEDGE)
                .orElse(VenueSettings.DEFAULTS)
                .fillingAtQuotes(body.find(FILLS_AT_QUOTES).orElse(false))
                .withNextCancel(body.find(NEXT_CANCEL)
                        .map(next -> outcome(next, "/nextCancel: "))
                        .orElse(null));
        write(context, world.apply(context).apply(new VenueSettings.Change(settings)));
    }

    private static CancelOutcome outcome(Context context) {
        return outcome(ControlBody.read(context, OUTCOME, AFTER, QUANTITY), "");
    }

    private static CancelOutcome outcome(ControlBody body, String where) {
        try {
            return CancelOutcome.of(
                    body.get(OUTCOME),
                    body.find(AFTER).orElse(null),
                    body.find(QUANTITY).orElse(null));
        } catch (IllegalArgumentException contradiction) {
            throw Problem.unprocessable(where + contradiction.getMessage());
        }
    }

    private static OrderId order(Context context) {
        String text = context.pathParam("order");
        try {
            return new OrderId(Integer.parseInt(text));
        } catch (NumberFormatException noId) {
            throw Problem.of(404, "Not Found", "there is no order '" + text + "'; an order's id is a number");
        }
    }

    private void answer(Context context, Command<VenueResult> command) {
        World told = world.apply(context);
        VenueResult result = told.apply(command);
        OrderAnswer.write(context, result, told.state().orders());
    }

    private static void write(Context context, VenueSettings settings) {
        Json.write(context, json -> {
            CancelOutcome next = settings.nextCancel();
            json.writeStartObject();
            json.writeStringField("acknowledge", settings.acknowledgement());
            json.writeBooleanField("fillsAtQuotes", settings.fillsAtQuotes());
            if (next != null) {
                json.writeObjectFieldStart("nextCancel");
                write(json, next);
                json.writeEndObject();
            }
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, CancelOutcome outcome) throws IOException {
        json.writeStringField("outcome", outcome.kind().word());
        if (!outcome.after().isZero()) {
            json.writeStringField("after", outcome.after().toString());
        }
        if (outcome.quantity() != 0) {
            json.writeFieldName("Quantity");
            json.writeNumber(JsonNumber.spell(outcome.quantity()));
        }
    }
}
