package io.github.etnasandbox.venue;

import io.github.etnasandbox.json.JsonDate;
import io.github.etnasandbox.json.Word;
import io.github.etnasandbox.order.DueEvent;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.VenueAnswer;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/** Moves a world's clock forward, and lets happen what is due on the way. */
public record ClockAdvance(Duration by) implements Command<List<DueEvent>> {
    /** Rejects a move back: what has happened would then be in the future. */
    public ClockAdvance {
        if (by.isNegative()) {
            throw new IllegalArgumentException(
                    "the clock would go back by " + words(by) + "; it only moves forward, a reset takes it back");
        }
    }

    /** Moves the clock, running or not; an IllegalArgumentException when it would pass what the API can print. */
    @Override
    public Transition<List<DueEvent>> applyTo(State state, Instant now) {
        if (by.compareTo(Duration.between(now, JsonDate.LAST)) > 0) {
            throw new IllegalArgumentException(
                    "the clock would move from " + now + " by " + words(by) + "; it ends at " + JsonDate.LAST);
        }
        return pass(state, now.plus(by));
    }

    /** "385 d 15 h 30 min 1.5 s", without what is 0; forward and back alike. */
    private static String words(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9))
                .abs();
        BigInteger minutes = seconds.toBigInteger().divide(BigInteger.valueOf(60));
        BigDecimal left = seconds.remainder(BigDecimal.valueOf(60)).stripTrailingZeros();
        StringJoiner words = new StringJoiner(" ");
        add(words, minutes.divide(BigInteger.valueOf(24 * 60)), " d");
        add(words, minutes.divide(BigInteger.valueOf(60)).mod(BigInteger.valueOf(24)), " h");
        add(words, minutes.mod(BigInteger.valueOf(60)), " min");
        return left.signum() == 0
                ? words.toString()
                : words.add(left.toPlainString() + " s").toString();
    }

    private static void add(StringJoiner words, BigInteger number, String unit) {
        if (number.signum() > 0) {
            words.add(number + unit);
        }
    }

    /**
     * Lets time pass. What happens by itself meanwhile are the venue's answers that are due, and orders whose time in force
     * is over, each at its instant and in that order; at the same instant answers come first, by request, then expiries, by
     * order.
     */
    public static Transition<List<DueEvent>> pass(State state, Instant until) {
        PassingTime time = new PassingTime(state, until);
        time.run();
        return new Transition<>(time.state.settledAt(until), List.copyOf(time.fired));
    }

    /** A state while its clock goes to a later instant. */
    private static final class PassingTime {
        private static final Comparator<Order> BY_EXPIRY = Comparator.comparing(
                        (Order order) -> order.terms().expireDate())
                .thenComparing(order -> order.id().value());

        private final Instant until;
        private final List<DueEvent> fired = new ArrayList<>();
        private State state;

        private PassingTime(State state, Instant until) {
            this.state = state;
            this.until = until;
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
            Order order =
                    Objects.requireNonNull(state.orders().get(expiring.id().value()));
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
                note(desk, at, Word.of(answer.kind()), order);
                order = state.orders().nextAnswered(instant);
            }
        }

        private void note(Desk desk, Instant at, String event, Order order) {
            state = desk.state();
            fired.add(new DueEvent(at, event, desk.order(order.id())));
        }
    }
}
