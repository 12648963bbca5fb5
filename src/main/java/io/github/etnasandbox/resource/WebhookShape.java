package io.github.etnasandbox.resource;

import io.github.etnasandbox.json.Field;
import io.github.etnasandbox.json.Found;
import io.github.etnasandbox.json.Kind;
import io.github.etnasandbox.json.Kinds;
import io.github.etnasandbox.json.Shape;
import io.github.etnasandbox.webhook.Webhook;
import io.github.etnasandbox.webhook.WebhookEvent;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A webhook. All fields are the sandbox's own: nothing documents how webhooks are set. */
public final class WebhookShape {
    public static final Shape<Webhook> SHAPE = Shape.strict("Webhook");
    public static final Kind<Webhook> KIND = Kinds.object(SHAPE, WebhookShape::webhook);

    private static final Field<Webhook, URI> URL =
            SHAPE.required("url", Kinds.parsed(Webhook.URL_EXPECTED, WebhookShape::url), Webhook::url);
    private static final Field<Webhook, List<WebhookEvent>> EVENTS = SHAPE.optional(
            "events",
            Kinds.list("an array of events", Kinds.words(WebhookEvent.values())),
            webhook -> List.copyOf(webhook.events()));
    private static final Field<Webhook, String> SECRET =
            SHAPE.required("secret", Kinds.NON_EMPTY_TEXT, Webhook::secret);

    /** What may be shown of one: not its secret. */
    public static final Shape<Webhook> SHOWN = SHAPE.only(URL, EVENTS);

    private WebhookShape() {}

    private static @Nullable URI url(String text) {
        URI url = URI.create(text);
        return Webhook.isSendable(url) ? url : null;
    }

    private static Webhook webhook(Found<Webhook> found) {
        List<WebhookEvent> named = found.find(EVENTS);
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        events.addAll(named == null ? List.of(WebhookEvent.values()) : named);
        return new Webhook(found.get(URL), events, found.get(SECRET));
    }
}
