package io.github.etnasandbox.live;

import io.github.etnasandbox.state.State;
import io.github.etnasandbox.webhook.Delivery;
import io.github.etnasandbox.webhook.Webhook;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The outbox of one world, made when the world is first to have a webhook. Safe for use by many threads. */
final class Outgoing {
    private final LiveWorld world;
    private volatile @Nullable Outbox outbox;
    private boolean closed; // guarded by this

    Outgoing(LiveWorld world) {
        this.world = world;
    }

    /** Makes a change that gives the world these webhooks. */
    <R> R with(List<Webhook> webhooks, Supplier<R> change) {
        return webhooks.isEmpty() ? change.get() : outbox().following(change);
    }

    /** Puts a state in the place of the world's. */
    <R> R with(State beginning, Supplier<R> change) {
        return with(beginning.webhooks(), change);
    }

    List<Delivery> deliveries() {
        Outbox made = outbox;
        return made == null ? List.of() : made.deliveries();
    }

    List<Delivery> await(Predicate<? super Delivery> which, Duration limit) {
        return outbox().await(which, limit);
    }

    Delivery redeliver(String id) {
        Outbox made = outbox;
        if (made == null) {
            throw new NoSuchElementException("there is no delivery '" + id + "' in this world; nothing was sent");
        }
        return made.redeliver(id);
    }

    private synchronized Outbox outbox() {
        Outbox made = outbox;
        if (made == null) {
            made = world.among().outboxes().of(world);
            if (closed) {
                made.close();
            }
            outbox = made;
        }
        return made;
    }

    synchronized void close() {
        closed = true;
        if (outbox != null) {
            outbox.close();
        }
    }
}
