package io.github.etnasandbox.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one webhook, as it was at one moment. Immutable. The webhook is what it was when the event happened:
 * deliveries go on as they began when webhooks are set anew.
 *
 * <p>Source: AutoShares' page on webhooks, for the event, its signature and when it is sent again.
 *
 * @param id its number in its world, from {@code 1}
 * @param eventId the id of the event, {@code evt_…}, which all of its deliveries have
 * @param event what happened
 * @param url where it goes
 * @param body the JSON text that is sent, the same at each attempt
 * @param signature the value of the header {@code X-AutoShares-Signature}
 * @param state how far it is
 * @param attempts how often it was sent so far and what came of that, in order; unmodifiable
 * @param nextAttempt when it is sent next, on the world's clock; absent when it is not
 */
public record Delivery(
        String id,
        String eventId,
        WebhookEvent event,
        URI url,
        String body,
        String signature,
        State state,
        List<Attempt> attempts,
        @Nullable Instant nextAttempt) {

    /** Copies the attempts. */
    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** How far a delivery is. */
    public enum State {
        /** It is under way, or is sent again when the world's clock has come so far. */
        PENDING,
        /** The receiver took it, and it stays so whatever comes of sending it again. */
        DELIVERED,
        /** All attempts failed; it is sent again when somebody says so. */
        FAILED
    }

    /**
     * One attempt. It succeeded when the status is one of 200 to 299.
     *
     * @param at when it was due, on the world's clock
     * @param status what the receiver answered; absent when it did not
     * @param error why it failed, where the status does not say it; absent otherwise
     */
    public record Attempt(
            Instant at, @Nullable Integer status, @Nullable String error) {}
}
