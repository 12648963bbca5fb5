package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.StateRecord;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.venue.OrderProperty.AmountType;
import io.github.etnasandbox.venue.QuotesModel.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Has the code and a far simpler model let the same orders meet the same quotes. */
class QuotesModelTest {
    private static final State FREE = Snapshots.stateOf(Fixtures.named("docs").load())
            .with(Orders.NONE)
            .with(VenueSettings.DEFAULTS.fillingAtQuotes(true));
    private static final AccountId ACCOUNT = new AccountId(6303);
    private static final UserId TRADER = new UserId(7125);
    private static final List<OrderType> TYPES = List.of(
            OrderType.MARKET,
            OrderType.LIMIT,
            OrderType.STOP,
            OrderType.STOP_LIMIT,
            OrderType.TRAILING_STOP,
            OrderType.TRAILING_STOP_LIMIT);
    private static final double UNIT = 10_000;
    private static final int RUNS = 200;
    private static final int STEPS = 60;

    private final Set<OrderType> triggered = EnumSet.noneOf(OrderType.class);
    private boolean filledInPart;

    @Test
    void orders_meet_quotes_as_a_simple_model_says() {
        for (int seed = 0; seed < RUNS; seed++) {
            Life life = new Life(seed);
            for (int step = 0; step < STEPS; step++) {
                life.step();
            }
        }
        assertThat(triggered).containsExactlyInAnyOrderElementsOf(TYPES.subList(2, 6));
        assertThat(filledInPart).isTrue();
    }

    /** Random orders and quotes, with the model beside them. */
    private final class Life {
        private final Random random;
        private final QuotesModel model = new QuotesModel();
        private final List<OrderId> ids = new ArrayList<>();
        private final StringBuilder told;
        private State state = FREE;

        Life(int seed) {
            random = new Random(seed);
            told = new StringBuilder("seed " + seed);
            quote();
        }

        void step() {
            State before = state;
            int kind = random.nextInt(10);
            if (kind < 4) {
                place();
            } else if (kind < 9) {
                quote();
            } else {
                told.append("\n  time passes");
                apply(new ClockAdvance(Duration.ofMinutes(1)));
                assertThat(state.orders()).isEqualTo(before.orders());
                assertThat(quoted(state)).isEqualTo(quoted(before));
            }
            for (int i = 0; i < ids.size(); i++) {
                agree(order(state, ids.get(i)), model.lines.get(i));
                check(before.orders().get(ids.get(i).value()), order(state, ids.get(i)));
            }
            assertThat(size(quoted(state).bidSize())).as("%s", told).isEqualTo(model.bidSize);
            assertThat(size(quoted(state).askSize())).as("%s", told).isEqualTo(model.askSize);
        }

        private void quote() {
            long bid = 900_000 + 100L * random.nextInt(2_000);
            long ask = bid + 100L * random.nextInt(3);
            long last = random.nextInt(4) == 0 ? bid - 1_000 : random.nextBoolean() ? bid : ask;
            boolean sized = random.nextBoolean();
            long bidSize = sized ? random.nextInt(30) : QuotesModel.ANY;
            long askSize = sized ? random.nextInt(30) : QuotesModel.ANY;
            Quote quote = Quote.of(bid / UNIT, ask / UNIT, last / UNIT)
                    .withSizes(
                            sized ? Double.valueOf((double) bidSize) : null,
                            sized ? Double.valueOf((double) askSize) : null);
            told.append("\n  ").append(quote);
            model.quote(bid, ask, last, bidSize, askSize);
            apply(new QuoteChange("AAPL", quote));
        }

        private void place() {
            OrderType type = TYPES.get(random.nextInt(TYPES.size()));
            Line line = new Line();
            line.buys = random.nextBoolean();
            line.open = 1L + random.nextInt(20);
            boolean trails = type == OrderType.TRAILING_STOP || type == OrderType.TRAILING_STOP_LIMIT;
            line.waitsForStop = Stop.isWaitedFor(type);
            line.limited =
                    type == OrderType.LIMIT || type == OrderType.STOP_LIMIT || type == OrderType.TRAILING_STOP_LIMIT;
            long away = 100L * random.nextInt(500);
            line.limit = line.limited && !trails ? 900_000 + 100L * random.nextInt(2_000) : 0;
            line.stop = trails || !line.waitsForStop ? 0 : line.buys ? model.ask + away : model.bid - away;
            line.percent = trails && random.nextBoolean();
            line.trail = !trails ? 0 : line.percent ? 1 + random.nextInt(5) : 100L * (1 + random.nextInt(400));
            line.beyond = line.limited && trails && random.nextBoolean() ? 100L * (1 + random.nextInt(50)) : 0;
            OrderParameters asked = OrderParameters.NONE
                    .with(OrderProperty.SYMBOL, "AAPL")
                    .with(OrderProperty.TYPE, type)
                    .with(OrderProperty.SIDE, line.buys ? Side.BUY : Side.SELL)
                    .with(OrderProperty.QUANTITY, (double) line.open)
                    .with(OrderProperty.PRICE, unless0(line.limit))
                    .with(OrderProperty.STOP_PRICE, unless0(line.stop))
                    .with(
                            OrderProperty.TRAILING_STOP_AMOUNT_TYPE,
                            line.percent ? AmountType.PERSENTAGE : AmountType.ABSOLUTE)
                    .with(
                            OrderProperty.TRAILING_STOP_AMOUNT,
                            line.percent ? Double.valueOf((double) line.trail) : unless0(line.trail))
                    .with(OrderProperty.TRAILING_LIMIT_AMOUNT, unless0(line.beyond));
            told.append("\n  ").append(asked);
            model.place(line);
            ids.add(apply(new Placement(ACCOUNT, TRADER, TRADER, asked)).order().id());
        }

        private void agree(Order order, Line line) {
            assertThat(order.executedQuantity())
                    .as("executed of %s, %s", order, told)
                    .isEqualTo((double) line.executed);
            assertThat(order.executedQuantity() * order.execution().averagePrice())
                    .as("turnover of %s, %s", order, told)
                    .isCloseTo(line.turnover / UNIT, within(1e-6));
            assertThat(order.terms().stopPrice()).as("StopPrice, %s", told).isEqualTo(line.stop / UNIT);
            assertThat(order.terms().price()).as("Price, %s", told).isEqualTo(line.limit / UNIT);
            assertThat(Stop.isWaitedFor(order.terms().type()))
                    .as("waits, %s", told)
                    .isEqualTo(line.waitsForStop);
            if (line.triggered) {
                triggered.add(order.terms().initialType());
            }
            filledInPart |= line.executed > 0 && line.open > 0;
        }

        /** What is so whatever the rules are. */
        private void check(@Nullable Order before, Order order) {
            Quote quote = quoted(state);
            boolean buys = order.side().isBuy();
            assertThat(order.executedQuantity()).as("%s", told).isBetween(0.0, order.quantity());
            if (before != null && order.executedQuantity() > before.executedQuantity()) {
                double price = order.execution().lastPrice();
                assertThat(price).as("%s", told).isEqualTo(buys ? quote.ask() : quote.bid());
                if (order.terms().type() == OrderType.LIMIT) {
                    assertThat(
                                    buys
                                            ? price <= order.terms().price()
                                            : price >= order.terms().price())
                            .as("no worse than the limit, %s", told)
                            .isTrue();
                }
            }
            boolean wasTriggered = order.terms().type() != order.terms().initialType();
            assertThat(order.records().stream().map(StateRecord::progress).filter(each -> each.description() != null))
                    .as("records of a trigger, %s", told)
                    .hasSize(wasTriggered ? 1 : 0);
            if (before != null
                    && wasTriggered
                    && before.terms().type() != order.terms().type()) {
                double stop = order.terms().stopPrice();
                assertThat(buys ? quote.last() >= stop : quote.last() <= stop)
                        .as("not early, %s", told)
                        .isTrue();
            }
        }

        private <R> R apply(Command<R> command) {
            Transition<R> after = command.applyTo(state, state.clock());
            state = after.state();
            return after.result();
        }
    }

    private static Order order(State state, OrderId id) {
        return state.order(id).orElseThrow();
    }

    private static Quote quoted(State state) {
        return Objects.requireNonNull(state.security("AAPL").orElseThrow().quote());
    }

    private static long size(@Nullable Double size) {
        return size == null ? QuotesModel.ANY : size.longValue();
    }

    private static @Nullable Double unless0(long units) {
        return units == 0 ? null : Double.valueOf(units / UNIT);
    }
}
