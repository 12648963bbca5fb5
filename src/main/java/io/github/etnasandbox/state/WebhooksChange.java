package io.github.etnasandbox.state;

import io.github.etnasandbox.webhook.Webhook;
import java.time.Instant;
import java.util.List;

/** Has others told of what happens, in place of those before. */
public record WebhooksChange(List<Webhook> webhooks) implements Command<List<Webhook>> {
    /** Copies the list. */
    public WebhooksChange {
        webhooks = List.copyOf(webhooks);
    }

    @Override
    public Transition<List<Webhook>> applyTo(State state, Instant now) {
        boolean same = state.webhooks().equals(webhooks);
        return new Transition<>(same ? state : state.withWebhooks(webhooks), webhooks);
    }
}
