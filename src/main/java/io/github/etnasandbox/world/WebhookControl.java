package io.github.etnasandbox.world;

import io.github.etnasandbox.webhook.Delivery;
import io.github.etnasandbox.webhook.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/**
 * What a tester has of a world's webhooks: who is told of what happens, and what went out. Safe for use by many threads.
 *
 * <p>Deliveries are made by threads of the sandbox's own. A reset, a new seed and a restored snapshot are a new beginning: they
 * set the webhooks that the seed or the snapshot has, forget all deliveries, and are told to nobody.
 */
public interface WebhookControl {

    /**
     * Sets who is told of what happens from now on, in place of those before. What is under way to those goes on.
     *
     * @param webhooks all of them, at most {@link Webhook#LIMIT}; none to tell nobody
     * @throws IllegalArgumentException when there are too many, or a URL is not one of this machine and the sandbox was not told
     *     to send to others
     */
    void webhooks(List<Webhook> webhooks);

    /** {@return who is told of what happens, in the order in which they were set; unmodifiable} */
    List<Webhook> webhooks();

    /**
     * {@return the last deliveries as they are now, in the order in which they were begun, unmodifiable; each event that has
     * happened by now is among them, be it sent or not}
     */
    List<Delivery> deliveries();

    /**
     * Waits until there are deliveries that match, and until each attempt that is due was made: what is left then waits for the
     * world's clock.
     *
     * @param which which ones
     * @param limit how much real time to wait at most
     * @return those that match by then; perhaps none when the time is up, this world is dropped or the thread is interrupted
     */
    List<Delivery> awaitDeliveries(Predicate<? super Delivery> which, Duration limit);

    /**
     * Sends a delivery again now, whatever came of it before. When it fails again, nothing but the list of its attempts changes.
     *
     * @param id the delivery's id
     * @return the delivery, under way
     * @throws NoSuchElementException when this world has no such delivery
     * @throws IllegalStateException when an attempt is under way already
     */
    Delivery redeliver(String id);
}
