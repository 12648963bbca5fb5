package io.github.etnasandbox.control;

import static io.github.etnasandbox.control.ControlOperation.named;

import io.github.etnasandbox.json.JsonObjectWriter;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Schemas;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.resource.WebhookShape;
import io.github.etnasandbox.webhook.Delivery;
import io.github.etnasandbox.webhook.Delivery.Attempt;
import io.github.etnasandbox.webhook.Webhook;
import io.github.etnasandbox.webhook.WebhookEvent;
import io.github.etnasandbox.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The routes that set a world's webhooks, show what went out, and send it again. No secret is shown. */
final class WebhookEndpoints {
    static final List<String> PARAMETERS = List.of("event", "state", "skip", "limit", "newest", Waits.PARAMETER);

    /** What the body of a request to set them is. */
    static final Kind<List<Webhook>> BODY = Kinds.list(WebhookShape.KIND, Webhook.LIMIT);

    private static final Shape<Attempt> ATTEMPT = Shape.strict("DeliveryAttempt");

    static {
        ATTEMPT.required("at", Kinds.DATE, Attempt::at);
        ATTEMPT.optional("status", Kinds.INT32, Attempt::status);
        ATTEMPT.optional("error", Kinds.TEXT, Attempt::error);
    }

    static final Shape<Delivery> DELIVERY = Shape.strict("Delivery");

    static {
        DELIVERY.required("id", Kinds.TEXT, Delivery::id);
        DELIVERY.required("event", Kinds.words(WebhookEvent.values()), Delivery::event);
        DELIVERY.required("eventId", Kinds.TEXT, Delivery::eventId);
        DELIVERY.required("url", Kinds.parsed("a URL", URI::create), Delivery::url);
        DELIVERY.required("state", Kinds.words(Delivery.State.values()), Delivery::state);
        DELIVERY.required("attempts", Kinds.list(Kinds.written(ATTEMPT)), Delivery::attempts);
        DELIVERY.optional("nextAttempt", Kinds.DATE, Delivery::nextAttempt);
        DELIVERY.required("signature", Kinds.TEXT, Delivery::signature);
        DELIVERY.required("body", Kinds.TEXT, Delivery::body);
    }

    private WebhookEndpoints() {}

    /** {@code PUT /sandbox/webhooks} with all webhooks, in place of those before. */
    static ControlReply set(ControlCall call) {
        World of = call.world();
        List<Webhook> webhooks = call.fixture(BODY);
        return Problem.attempt(() -> {
            of.webhooks(webhooks);
            return shown(webhooks);
        });
    }

    /** {@code GET /sandbox/webhooks}. */
    static ControlReply list(ControlCall call) {
        return shown(call.world().webhooks());
    }

    private static ControlReply shown(List<Webhook> webhooks) {
        return ControlReply.of(WebhookShape.SHOWN.array(webhooks));
    }

    /** {@code GET /sandbox/webhooks/deliveries}, with {@code ?await=PT5S} as soon as one matches and all that is due was sent. */
    static ControlReply deliveries(ControlCall call) {
        World of = call.world();
        QueryReader query = call.query(PARAMETERS);
        Optional<WebhookEvent> event = word(query, "event", WebhookEvent.values());
        Optional<Delivery.State> state = word(query, "state", Delivery.State.values());
        Slice slice = Slice.of(query);
        Optional<Duration> atMost = Waits.of(query);
        query.requireNoProblems();
        Predicate<Delivery> wanted =
                each -> event.map(word -> each.event() == word).orElse(true)
                        && state.map(word -> each.state() == word).orElse(true);
        atMost.ifPresent(duration -> call.waits().await(duration, most -> of.awaitDeliveries(wanted, most)));
        List<Delivery> found = of.deliveries().stream().filter(wanted).toList();
        return ControlReply.of(JsonObjectWriter.spell(
                json -> json.objects("deliveries", slice.of(found), each -> DELIVERY.write(each, json))
                        .value("matching", found.size())));
    }

    private static <E extends Enum<E>> Optional<E> word(QueryReader query, String name, E[] constants) {
        String words = String.join(", ", Arrays.stream(constants).map(Word::of).toList());
        return query.find(name, "one of " + words, sent -> constant(constants, sent));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, String word) {
        for (E constant : constants) {
            if (Word.of(constant).equals(word)) {
                return constant;
            }
        }
        return null;
    }

    /** {@code POST /sandbox/webhooks/deliveries/{delivery}/redeliver}. */
    static ControlReply redeliver(ControlCall call) {
        return ControlReply.of(DELIVERY, Problem.attempt(() -> call.world().redeliver(call.parameter("delivery"))));
    }

    /** Puts the operations of these routes in. */
    static void describe(Map<String, ControlOperation> all) {
        all.put(
                "GET /sandbox/webhooks",
                named("listWebhooks", "Lists the webhooks, without their secrets")
                        .answering(200, WebhookEndpoints::webhooks));
        all.put(
                "PUT /sandbox/webhooks",
                named("setWebhooks", "Sets who is told of what happens, in place of those before")
                        .taking(BODY)
                        .answering(200, WebhookEndpoints::webhooks));
        all.put(
                "GET /sandbox/webhooks/deliveries",
                named("listDeliveries", "Lists what webhooks were told; with await, once all that is due was sent")
                        .asking(PARAMETERS)
                        .answering(200, WebhookEndpoints::page));
        all.put(
                "POST /sandbox/webhooks/deliveries/{delivery}/redeliver",
                named("redeliver", "Sends a delivery again").answering(200, DELIVERY));
    }

    private static Map<String, Object> webhooks(Schemas schemas) {
        return Schemas.of("type", "array", "items", WebhookShape.SHOWN.schema(schemas));
    }

    private static Map<String, Object> page(Schemas schemas) {
        return Schemas.object(
                Schemas.of(
                        "deliveries",
                        Kinds.list(Kinds.written(DELIVERY)).schema(schemas),
                        "matching",
                        Kinds.INT32.schema(schemas)),
                List.of("deliveries", "matching"),
                false);
    }
}
