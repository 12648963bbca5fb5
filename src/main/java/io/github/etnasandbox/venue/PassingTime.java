package io.github.etnasandbox.venue;

import io.github.etnasandbox.order.Fired;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.VenueAnswer;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What happens by itself while a world's clock goes from one instant to a later one: the venue's answers that are due, and
 * orders whose time in force is over, each at its instant and in that order; at the same instant answers come first, by
 * request, then expiries, by order.
 */
public final class PassingTime {
    private static final Comparator<Order> BY_EXPIRY = Comparator.comparing(
                    (Order order) -> order.terms().expireDate())
            .thenComparing(order -> order.id().value());

    private final Instant until;
    private final List<Fired> fired = new ArrayList<>();
    private State state;

    private PassingTime(State state, Instant until) {
        this.state = state;
        this.until = until;
    }

    /** Lets time pass. */
    public static Transition<List<Fired>> pass(State state, Instant until) {
        PassingTime time = new PassingTime(state, until);
        time.run();
        return new Transition<>(time.state.settledAt(until), List.copyOf(time.fired));
    }

    private void run() {
        List<Order> expiring = state.orders().expiring(state.clock(), until);
        expiring.sort(BY_EXPIRY);
        for (Order order : expiring) {
            Instant expires = order.terms().expireDate();
            answerUntil(expires);
            expire(order, expires);
        }
        answerUntil(until);
    }

    /** Passes over an order that has ended or been given another date since it was found. */
    private void expire(Order expiring, Instant at) {
        Order order = Objects.requireNonNull(state.orders().get(expiring.id().value()));
        if (order.expires() && order.terms().expireDate().equals(at)) {
            Desk desk = new Desk(state, at);
            desk.expire(order);
            note(desk, at, VenueEvent.EXPIRE.word(), order);
        }
    }

    private void answerUntil(Instant instant) {
        Order order = state.orders().nextAnswered(instant);
        while (order != null) {
            VenueAnswer answer = Objects.requireNonNull(order.progress().answer());
            Instant at = answer.at().isBefore(state.clock()) ? state.clock() : answer.at();
            Desk desk = new Desk(state, at);
            desk.answer(order, answer.kind());
            note(desk, at, answer.kind().word(), order);
            order = state.orders().nextAnswered(instant);
        }
    }

    private void note(Desk desk, Instant at, String event, Order order) {
        state = desk.state();
        fired.add(new Fired(at, event, desk.order(order.id())));
    }
}
