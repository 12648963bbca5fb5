package io.github.etnasandbox.delivery;

import io.github.etnasandbox.coverage.Incident;
import io.github.etnasandbox.live.Change;
import io.github.etnasandbox.live.Changes;
import io.github.etnasandbox.live.LiveWorld;
import io.github.etnasandbox.live.Outbox;
import io.github.etnasandbox.live.RealTime;
import io.github.etnasandbox.webhook.Delivery;
import io.github.etnasandbox.webhook.Webhook;
import io.github.etnasandbox.world.ClockMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The outbox of one world. It follows the world while that has webhooks, or while deliveries are kept that a reset is to
 * forget. To one URL one delivery goes at a time, in the order in which they are due, so that a receiver that takes each gets
 * the events as they happened; the broker does not promise that.
 */
final class WorldOutbox implements Outbox {
    /** So many of the last deliveries are kept; of those that are over the oldest go first. */
    private static final int KEPT = 10_000;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final LiveWorld world;
    private final Sender sender;
    /** Whether something has changed that was not looked at yet. */
    private final AtomicBoolean woken = new AtomicBoolean();

    // all that follows is guarded by this
    private @Nullable Changes changes;
    private final ArrayDeque<Parcel> kept = new ArrayDeque<>();
    private final PriorityQueue<Parcel> waiting = new PriorityQueue<>(Parcel.BY_DUE);
    private final Map<URI, Lane> lanes = new HashMap<>();
    private @Nullable Future<?> timer;
    private int last;
    private int underWay;
    private boolean closed;

    WorldOutbox(LiveWorld world, Sender sender) {
        this.world = world;
        this.sender = sender;
    }

    /** What goes to one URL: one delivery that is there, and those behind it. */
    private static final class Lane {
        private final ArrayDeque<Parcel> queue = new ArrayDeque<>();
        private boolean isTaken;
    }

    @Override
    public synchronized <R> R following(Supplier<R> change) {
        if (changes == null && !closed) {
            changes = world.follow(this::wake);
        }
        return change.get();
    }

    private void wake() {
        if (woken.compareAndSet(false, true)) {
            sender.execute(this::goOn);
        }
    }

    /** Has all sent that is due. */
    private void goOn() {
        world.now(); // where the clock runs, what has come due meanwhile happens now
        synchronized (this) {
            woken.set(false);
            catchUp();
            dispatch();
        }
    }

    /** Makes deliveries of what has changed. */
    private void catchUp() {
        if (changes == null) {
            return;
        }
        for (Change change = changes.next(); change != null; change = changes.next()) {
            if (change.startsOver()) {
                forget();
            } else {
                add(change);
            }
        }
        if (changes.state().webhooks().isEmpty() && kept.isEmpty()) {
            changes.close();
            changes = null;
        }
    }

    private void add(Change change) {
        List<Webhook> webhooks = change.after().webhooks();
        if (webhooks.isEmpty()) {
            return;
        }
        for (Notice notice : Notices.of(world.id(), change)) {
            for (Webhook webhook : webhooks) {
                if (webhook.events().contains(notice.event())) {
                    add(new Parcel(++last, notice, webhook));
                }
            }
        }
    }

    private void add(Parcel parcel) {
        kept.add(parcel);
        waiting.add(parcel);
        if (kept.size() > KEPT) {
            Parcel oldest = kept.stream().filter(Parcel::isOver).findFirst().orElseGet(kept::element);
            kept.removeFirstOccurrence(oldest);
            drop(oldest);
        }
    }

    private void forget() {
        kept.forEach(this::drop);
        kept.clear();
        lanes.clear(); // what is new does not wait for what is forgotten
        last = 0;
    }

    private void drop(Parcel parcel) {
        parcel.forget();
        if (parcel.isUnderWay()) {
            underWay--;
        } else if (parcel.due() != null) {
            waiting.remove(parcel);
        }
    }

    /** Sends what is due, and has itself called when more is. */
    private void dispatch() {
        Instant now = world.now();
        for (Parcel next = waiting.peek(); next != null && next.isDueBy(now); next = waiting.peek()) {
            waiting.remove();
            next.begin();
            send(next);
        }
        notifyAll();
        if (world.settings().clock() != ClockMode.FROZEN) {
            setTimer(now);
        }
    }

    private void send(Parcel parcel) {
        underWay++;
        Lane lane = lanes.computeIfAbsent(parcel.url(), first -> new Lane());
        lane.queue.add(parcel);
        sendNext(lane, parcel.url());
    }

    private void sendNext(Lane lane, URI url) {
        Parcel next = lane.isTaken ? null : lane.queue.poll();
        if (next != null) {
            lane.isTaken = true;
            sender.send(url, next.body(), next.signature(), outcome -> end(lane, next, outcome));
        } else if (!lane.isTaken) {
            lanes.remove(url, lane);
        }
    }

    private synchronized void end(Lane lane, Parcel parcel, Outcome outcome) {
        lane.isTaken = false;
        if (!outcome.isSuccess()) {
            world.encounters().meet(Incident.DELIVERY_FAILED);
        }
        if (!parcel.isForgotten()) {
            underWay--;
            parcel.end(outcome);
            if (parcel.due() != null) {
                waiting.add(parcel);
            }
        }
        sendNext(lane, parcel.url());
        dispatch();
        world.tellDelivery();
    }

    private void setTimer(Instant now) {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        Duration next = changes == null ? A_DAY : world.untilSomethingIsDue();
        Parcel first = waiting.peek();
        if (first != null && first.due() != null) {
            Duration left = Duration.between(now, first.due());
            next = left.compareTo(next) < 0 ? left : next;
        }
        if (!closed && (changes != null || first != null)) {
            Duration soon = next.compareTo(A_DAY) > 0 ? A_DAY : next;
            timer = sender.schedule(this::goOn, Math.max(0, soon.toMillis()) + 1);
        }
    }

    @Override
    public synchronized List<Delivery> deliveries() {
        world.now();
        catchUp();
        return shown(any -> true);
    }

    private List<Delivery> shown(Predicate<? super Delivery> which) {
        return kept.stream().map(Parcel::shown).filter(which).toList();
    }

    @Override
    public synchronized List<Delivery> await(Predicate<? super Delivery> which, Duration limit) {
        long end = RealTime.nanos() + (limit.compareTo(A_DAY) > 0 ? A_DAY : limit).toNanos();
        List<Delivery> found = List.of();
        try {
            while (!closed) {
                Instant now = world.now();
                catchUp();
                long left = end - RealTime.nanos();
                if (isSettled(now) || left <= 0) {
                    found = shown(which);
                    if (!found.isEmpty() || left <= 0) {
                        return found;
                    }
                }
                TimeUnit.NANOSECONDS.timedWait(this, left + 1_000_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return found;
    }

    /** Whether all that is due by now was sent, and nothing is under way. */
    private boolean isSettled(Instant now) {
        Parcel first = waiting.peek();
        return !woken.get() && underWay == 0 && (first == null || !first.isDueBy(now));
    }

    @Override
    public synchronized Delivery redeliver(String id) {
        catchUp();
        dispatch();
        Parcel parcel = kept.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("there is no delivery '" + id + "' in this world; "
                        + (kept.isEmpty() ? "nothing was sent" : "GET /sandbox/webhooks/deliveries lists them")));
        if (parcel.isUnderWay()) {
            throw new IllegalStateException("an attempt of delivery " + id + " is under way already");
        }
        waiting.remove(parcel);
        parcel.beginAgain(world.now());
        Delivery begun = parcel.shown();
        send(parcel);
        return begun;
    }

    @Override
    public synchronized void close() {
        closed = true;
        forget();
        if (changes != null) {
            changes.close();
            changes = null;
        }
        if (timer != null) {
            timer.cancel(false);
        }
        notifyAll();
    }
}
