package io.github.etnasandbox.delivery;

import io.github.etnasandbox.webhook.Delivery;
import io.github.etnasandbox.webhook.Delivery.Attempt;
import io.github.etnasandbox.webhook.Webhook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One event on its way to one webhook. Its outbox guards it. */
final class Parcel {
    /** By when they are due, and those due at once in the order in which they were begun. */
    static final Comparator<Parcel> BY_DUE = Comparator.<Parcel, Instant>comparing(
                    parcel -> Objects.requireNonNull(parcel.due))
            .thenComparing(parcel -> parcel.number);

    /**
     * How long it waits after each failed attempt; after one more it has failed.
     *
     * <p>Source: AutoShares' page on webhooks. That a wait counts from when the attempt before was due is assumed.
     */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private final int number;
    private final Notice notice;
    private final URI url;
    private final String signature;
    private final List<Attempt> attempts = new ArrayList<>();
    private Delivery.State state = Delivery.State.PENDING;
    private int failures;
    private @Nullable Instant due;
    private @Nullable Instant underWaySince;
    private boolean forgotten;

    Parcel(int number, Notice notice, Webhook webhook) {
        this.number = number;
        this.notice = notice;
        this.url = webhook.url();
        this.signature = Signature.of(notice.body(), webhook.secret());
        this.due = notice.at();
    }

    String id() {
        return Integer.toString(number);
    }

    URI url() {
        return url;
    }

    String body() {
        return notice.body();
    }

    String signature() {
        return signature;
    }

    boolean isOver() {
        return state != Delivery.State.PENDING && !isUnderWay();
    }

    boolean isUnderWay() {
        return underWaySince != null;
    }

    /** Whether it is due at an instant. */
    boolean isDueBy(Instant now) {
        return due != null && !due.isAfter(now);
    }

    /** When it is due by itself; null when it is not. */
    @Nullable Instant due() {
        return due;
    }

    /** Its attempt has begun that was due. */
    void begin() {
        underWaySince = due;
    }

    /** An attempt has begun because somebody said so. */
    void beginAgain(Instant now) {
        underWaySince = now;
    }

    /** Nobody wants to know any more what becomes of it. */
    void forget() {
        forgotten = true;
    }

    boolean isForgotten() {
        return forgotten;
    }

    /** Its attempt is over. */
    void end(Outcome outcome) {
        Instant at = Objects.requireNonNull(underWaySince);
        boolean wasDue = at.equals(due);
        attempts.add(new Attempt(at, outcome.status(), outcome.error()));
        underWaySince = null;
        if (outcome.isSuccess()) {
            state = Delivery.State.DELIVERED;
            due = null;
        } else if (wasDue) {
            due = failures < WAITS.size() ? at.plus(WAITS.get(failures)) : null;
            failures++;
            state = due == null ? Delivery.State.FAILED : state;
        }
    }

    Delivery shown() {
        return new Delivery(
                id(),
                notice.id(),
                notice.event(),
                url,
                notice.body(),
                signature,
                state,
                attempts,
                underWaySince == null ? due : underWaySince);
    }
}
