package io.github.etnasandbox.live;

import io.github.etnasandbox.webhook.Delivery;
import io.github.etnasandbox.webhook.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Tells the webhooks of one world what happens in it. There is none in a world that never had any. Safe for use by many threads. */
public interface Outbox extends AutoCloseable {

    /** Makes the outboxes of a sandbox's worlds. */
    interface Maker extends AutoCloseable {
        /** Makes the outbox of a world, which follows nothing yet. */
        Outbox of(LiveWorld world);

        /** Throws an IllegalArgumentException that tells all of those webhooks to which nothing may be sent, if there are any. */
        void requireAllowed(List<Webhook> webhooks);

        /** Ends all that is under way. */
        @Override
        void close();
    }

    /** Makes a change by which the world may come to have webhooks, so that nothing is missed that happens after it. */
    <R> R following(Supplier<R> change);

    /** See {@link io.github.etnasandbox.world.WebhookControl#deliveries}. */
    List<Delivery> deliveries();

    /** See {@link io.github.etnasandbox.world.WebhookControl#awaitDeliveries}. */
    List<Delivery> await(Predicate<? super Delivery> which, Duration limit);

    /** See {@link io.github.etnasandbox.world.WebhookControl#redeliver}. */
    Delivery redeliver(String id);

    /** Ends for good, and all waits with it. */
    @Override
    void close();
}
