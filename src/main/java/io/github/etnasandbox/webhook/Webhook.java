package io.github.etnasandbox.webhook;

import java.net.URI;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A URL that is told of events. Immutable.
 *
 * <pre>{@code
 * Webhook webhook = Webhook.of("http://127.0.0.1:8080/hooks", "a secret", WebhookEvent.ORDER_FILLED);
 * }</pre>
 *
 * <p>Source: AutoShares' page on webhooks, by which a URL, events and a shared secret are registered.
 *
 * @param url where events are sent: an absolute URL of http or https, without user information and without a fragment
 * @param events which ones, at least one; in the order of their constants, unmodifiable
 * @param secret what deliveries are signed with, not empty; shared by both sides
 */
public record Webhook(URI url, Set<WebhookEvent> events, String secret) {
    /** How many a world may have. */
    public static final int LIMIT = 20;

    /** What a URL must be, for a person. */
    public static final String URL_EXPECTED =
            "an http or https URL, without user information and fragment, such as http://127.0.0.1:8080/hooks";

    private static final int LARGEST_PORT = 65_535;

    /** Copies the events; rejects a URL that nothing can be sent to, no events, and an empty secret. */
    public Webhook {
        if (!isSendable(url)) {
            throw new IllegalArgumentException("'" + url + "' is no URL of a webhook; it must be " + URL_EXPECTED);
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a webhook is for one event at least");
        }
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("the secret of a webhook must not be empty");
        }
        events = Collections.unmodifiableSet(EnumSet.copyOf(events));
    }

    /**
     * {@return a webhook}
     *
     * @param url where events are sent, as {@link #url}
     * @param secret what deliveries are signed with
     * @param events which ones; all when none is named
     * @throws IllegalArgumentException when the URL is none that something can be sent to, or the secret is empty
     */
    public static Webhook of(String url, String secret, WebhookEvent... events) {
        return new Webhook(
                URI.create(url),
                events.length == 0 ? EnumSet.allOf(WebhookEvent.class) : EnumSet.copyOf(List.of(events)),
                secret);
    }

    /**
     * {@return whether a webhook can have a URL}
     *
     * @param url the URL
     */
    public static boolean isSendable(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && url.getPort() <= LARGEST_PORT
                && url.getPort() != 0;
    }

    /** Without the secret: a failed assertion prints this. */
    @Override
    public String toString() {
        return "Webhook[" + url + " of "
                + String.join(", ", events.stream().map(WebhookEvent::word).toList()) + "]";
    }
}
