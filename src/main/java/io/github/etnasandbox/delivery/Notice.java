package io.github.etnasandbox.delivery;

import io.github.etnasandbox.webhook.WebhookEvent;
import java.time.Instant;

/**
 * One event of a world.
 *
 * @param at when it happened, on the world's clock
 * @param body the JSON text that webhooks are sent
 */
record Notice(String id, WebhookEvent event, Instant at, String body) {}
