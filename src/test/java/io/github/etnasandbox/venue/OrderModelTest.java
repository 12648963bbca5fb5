package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.state.VenueSettingsChange;
import io.github.etnasandbox.venue.OrderModel.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Has the code and a far simpler model do the same things to the same orders. */
class OrderModelTest {
    private static final State SEED =
            Snapshots.stateOf(Fixtures.named("every-status").load());
    private static final int RUNS = 200;

    private final Set<OrderStatus> reached = EnumSet.noneOf(OrderStatus.class);

    @Test
    void the_code_does_to_single_orders_what_a_simple_model_says() {
        for (int seed = 0; seed < RUNS; seed++) {
            RandomCommands commands = new RandomCommands(seed, false);
            Comparison comparison = new Comparison();
            RandomRun.of(seed, 100, SEED, commands::next, comparison);
            comparison.lines.values().forEach(line -> reached.add(line.status));
        }
        assertThat(reached).containsExactlyInAnyOrder(OrderStatus.values());
    }

    /** The model beside one run. */
    private static final class Comparison implements RandomRun.Check {
        /** Of an order that is not there no more can be asked than of one that is over. */
        private static final Line GONE = new Line();

        static {
            GONE.status = OrderStatus.REJECTED;
        }

        private final OrderModel model = new OrderModel();
        private final Map<Integer, Line> lines = new HashMap<>();

        Comparison() {
            for (Order order : SEED.orders().values()) {
                Line line = new Line();
                line.status = order.status();
                line.quantity = tenths(order.quantity());
                line.executed = tenths(order.executedQuantity());
                line.changes = order.records().size();
                line.expires = seconds(order.terms().expireDate());
                line.marketable = true; // all of them are market orders of a day
                lines.put(order.id().value(), line);
            }
        }

        @Override
        public void check(State before, RandomCommands.Step step, Transition<?> after) {
            boolean done = apply(step, after);
            if (RandomRun.isDone(after.result()) != done) {
                throw new AssertionError("the model says " + done + ", the code " + after.result());
            }
            after.state()
                    .orders()
                    .values()
                    .forEach(order -> agree(order, line(order.id().value())));
        }

        private static void agree(Order order, Line line) {
            long executed = tenths(order.executedQuantity());
            int changes = order.records().size();
            if (order.status() != line.status || executed != line.executed || changes != line.changes) {
                throw new AssertionError(
                        "order %s is %s with %d tenths executed and %d records; the model says %s, %d, %d"
                                .formatted(
                                        order.id(),
                                        order.status(),
                                        executed,
                                        changes,
                                        line.status,
                                        line.executed,
                                        line.changes));
            }
        }

        private boolean apply(RandomCommands.Step step, Transition<?> after) {
            Command<?> command = step.command();
            if (command instanceof Placement placement) {
                place(placement.asked(), ((Placement.Placed) after.result()).order(), step.flawed());
            } else if (command instanceof Replacement replacement) {
                return replace(replacement, step.flawed(), after);
            } else if (command instanceof Cancellation cancellation) {
                Line line = line(cancellation.orderId().value());
                return cancellation.accountId().value() == 6303 && model.cancel(line);
            } else if (command instanceof VenueInstruction told) {
                Line line = line(told.orderId().value());
                return model.venue(line, told.event(), quantity(told, line));
            } else if (command instanceof CancelScript script) {
                Line line = line(script.orderId().value());
                return model.script(line, script.outcome());
            } else if (command instanceof CancelScript.Next next) {
                model.nextCancel = next.outcome();
            } else if (command instanceof VenueSettingsChange change) {
                settle(change.settings());
            } else if (command instanceof QuoteChange) {
                lines.values().forEach(model::meetQuote); // all are of one security
            } else if (command instanceof ClockAdvance advance) {
                model.now += advance.by().toSeconds();
                lines.values().forEach(model::passed);
            }
            return true;
        }

        private void place(OrderParameters asked, Order order, boolean flawed) {
            Line line = new Line();
            line.quantity = tenths(asked.get(OrderProperty.QUANTITY));
            line.changes = 1;
            line.day = asked.get(OrderProperty.TIME_IN_FORCE) == TimeInForce.DAY;
            line.immediate = asked.get(OrderProperty.TIME_IN_FORCE) == TimeInForce.IMMEDIATE_OR_CANCEL;
            line.allOrNothing = asked.get(OrderProperty.TIME_IN_FORCE) == TimeInForce.FILL_OR_KILL;
            line.marketable = isMarketable(
                    asked.get(OrderProperty.TYPE), asked.get(OrderProperty.SIDE), asked.get(OrderProperty.PRICE));
            line.expires = expires(asked);
            lines.put(order.id().value(), line);
            model.place(line, flawed);
        }

        /** Day orders end at 16:00 in New York, from Tuesday, 22 January, on: 29.5 hours after the fixtures' instant. */
        private long expires(OrderParameters asked) {
            if (asked.get(OrderProperty.TIME_IN_FORCE) == TimeInForce.GOOD_TILL_CANCEL) {
                return OrderModel.NEVER;
            }
            if (asked.get(OrderProperty.TIME_IN_FORCE) == TimeInForce.GOOD_TILL_DATE) {
                return seconds(Objects.requireNonNull(asked.get(OrderProperty.EXPIRE_DATE)));
            }
            long close = 106_200;
            while (close <= model.now) {
                close += 86_400;
            }
            return close;
        }

        private boolean replace(Replacement replacement, boolean flawed, Transition<?> after) {
            int id = replacement.orderId().value();
            OrderParameters asked = replacement.asked();
            OrderType type = after.state()
                    .order(replacement.orderId())
                    .map(order -> order.terms().type())
                    .orElse(OrderType.MARKET);
            Side side =
                    after.state().order(replacement.orderId()).map(Order::side).orElse(Side.BUY);
            return model.replace(
                    line(id),
                    flawed,
                    tenths(asked.get(OrderProperty.QUANTITY)),
                    isMarketable(type, side, asked.get(OrderProperty.PRICE)));
        }

        private Line line(int id) {
            return lines.getOrDefault(id, GONE);
        }

        private void settle(VenueSettings settings) {
            Duration time = settings.acknowledgesAfter();
            model.acknowledgesAfter = time == null ? OrderModel.NEVER : time.toSeconds();
            model.fillsAtQuotes = settings.fillsAtQuotes();
            model.nextCancel = settings.nextCancel();
        }

        private static long quantity(VenueInstruction told, Line line) {
            return told.quantity() == null ? line.quantity - line.executed : tenths(told.quantity());
        }

        /** The quotes are between the prices 100 and 200 that orders have. */
        private static boolean isMarketable(@Nullable OrderType type, @Nullable Side side, @Nullable Double price) {
            boolean buys = side == Side.BUY || side == Side.BUY_TO_COVER;
            return type == OrderType.MARKET || (type == OrderType.LIMIT && price != null && price > 150 == buys);
        }

        private static long tenths(@Nullable Double quantity) {
            return Math.round(Objects.requireNonNull(quantity) * 10);
        }

        private static long seconds(Instant instant) {
            return Duration.between(SEED.clock(), instant).toSeconds();
        }
    }
}
