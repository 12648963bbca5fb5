package io.github.etnasandbox.venue;

import static io.github.etnasandbox.order.OrderType.LIMIT;
import static io.github.etnasandbox.order.OrderType.MARKET;
import static io.github.etnasandbox.order.OrderType.ONE_CANCEL_OTHER;
import static io.github.etnasandbox.order.OrderType.ONE_TRIGGER_ONE_CANCEL_OTHER;
import static io.github.etnasandbox.order.OrderType.ONE_TRIGGER_OTHER;
import static io.github.etnasandbox.order.OrderType.STOP;
import static io.github.etnasandbox.order.OrderType.STOP_LIMIT;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.VenueSettingsChange;
import io.github.etnasandbox.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Commands, possible and impossible, that the same number always makes the same. */
public final class RandomCommands {
    private static final AccountId ACCOUNT = new AccountId(6303);
    private static final UserId OWNER = new UserId(7125);
    private static final UserId ADMINISTRATOR = new UserId(7001);
    private static final List<OrderType> GROUPS =
            List.of(ONE_CANCEL_OTHER, ONE_TRIGGER_OTHER, ONE_TRIGGER_ONE_CANCEL_OTHER);
    private static final List<TimeInForce> TIMES = List.of(
            TimeInForce.DAY,
            TimeInForce.DAY,
            TimeInForce.GOOD_TILL_CANCEL,
            TimeInForce.GOOD_TILL_DATE,
            TimeInForce.IMMEDIATE_OR_CANCEL,
            TimeInForce.FILL_OR_KILL);

    private final Random random;
    private final boolean groups;
    private Instant now = Instant.EPOCH;
    private int daysLeft = 2; // time enough for day orders to expire, without coming to a weekend

    /** @param groups whether there are orders with legs among them */
    public RandomCommands(long seed, boolean groups) {
        this.random = new Random(seed);
        this.groups = groups;
    }

    /** A command; flawed when it is about terms that validators object to. */
    public record Step(Command<?> command, boolean flawed) {
        @Override
        public String toString() {
            return command.toString().replaceAll("\\w+=null(, )?", "") + (flawed ? " (flawed)" : "");
        }
    }

    /** Makes the next one, about the orders that a state has. */
    public Step next(State state) {
        now = state.clock();
        int kind = random.nextInt(100);
        if (kind < 16) {
            return place();
        }
        if (kind < 24) {
            return replace(target(state));
        }
        return new Step(kind < 46 ? cancel(target(state)) : untyped(kind, state), false);
    }

    private Command<?> untyped(int kind, State state) {
        if (kind < 74) {
            return instruct(target(state));
        }
        if (kind < 84) {
            return new CancelScript(target(state), outcome());
        }
        if (kind < 87) {
            return new CancelScript.Next(outcome());
        }
        if (kind < 91) {
            return new VenueSettingsChange(settings());
        }
        return kind < 94 ? quote() : new ClockAdvance(time());
    }

    /** Between the prices of orders. */
    private Command<?> quote() {
        double bid = 101 + random.nextInt(97);
        Quote quote = Quote.of(bid, bid + random.nextInt(2), bid + random.nextInt(2));
        boolean sized = groups && random.nextBoolean();
        return new QuoteChange(
                groups ? pick(List.of("AAPL", "AAPL", "MSFT")) : "AAPL",
                sized ? quote.withSizes((double) random.nextInt(20), (double) random.nextInt(20)) : quote);
    }

    /** One of the latest orders mostly. */
    private OrderId target(State state) {
        if (random.nextInt(25) == 0) {
            return new OrderId(1);
        }
        int count = state.orders().size();
        int from = random.nextInt(5) == 0 ? 0 : Math.max(0, count - 8);
        return state.orders().values().get(from + random.nextInt(count - from)).id();
    }

    private Command<?> cancel(OrderId id) {
        AccountId account = random.nextInt(20) == 0 ? new AccountId(6688) : ACCOUNT;
        return new Cancellation(account, id, ADMINISTRATOR);
    }

    private Command<?> instruct(OrderId id) {
        VenueEvent event = random.nextBoolean() ? VenueEvent.FILL : pick(List.of(VenueEvent.values()));
        if (event == VenueEvent.FILL) {
            Double quantity = random.nextInt(3) == 0 ? null : (1 + random.nextInt(80)) / 10.0;
            Double price = random.nextBoolean() ? null : (14_000 + random.nextInt(2_000)) / 100.0;
            return new VenueInstruction(id, event, quantity, price, null);
        }
        return VenueInstruction.of(id, event);
    }

    private CancelOutcome outcome() {
        CancelOutcome.Kind kind = pick(List.of(CancelOutcome.Kind.values()));
        boolean later = kind == CancelOutcome.Kind.ACCEPT_AFTER || (kind.takesTime() && random.nextBoolean());
        return new CancelOutcome(
                kind,
                later ? seconds(5) : Duration.ZERO,
                kind == CancelOutcome.Kind.PARTIAL_FILL_FIRST ? (1 + random.nextInt(60)) / 10.0 : 0);
    }

    private VenueSettings settings() {
        Duration acknowledgesAfter = pick(List.of(Duration.ZERO, Duration.ZERO, seconds(5), Duration.ofDays(100)));
        return new VenueSettings(
                acknowledgesAfter.toDays() > 0 ? null : acknowledgesAfter,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0 ? outcome() : null,
                Set.of());
    }

    private Duration time() {
        if (daysLeft > 0 && random.nextInt(25) == 0) {
            daysLeft--;
            return Duration.ofDays(1);
        }
        return random.nextInt(8) == 0 ? Duration.ZERO : seconds(4);
    }

    private Duration seconds(int most) {
        return Duration.ofSeconds(1 + random.nextInt(most));
    }

    private Step place() {
        boolean flawed = random.nextInt(6) == 0;
        TimeInForce timeInForce = pick(TIMES);
        boolean immediate = timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL || timeInForce == TimeInForce.FILL_OR_KILL;
        OrderParameters asked;
        if (groups && random.nextBoolean()) {
            asked = random.nextInt(4) == 0 ? combination(flawed) : group(pick(GROUPS), flawed);
        } else {
            asked = single(immediate ? pick(List.of(MARKET, LIMIT)) : type(), timeInForce, flawed);
        }
        return new Step(new Placement(ACCOUNT, OWNER, ADMINISTRATOR, asked), flawed);
    }

    private OrderType type() {
        return pick(List.of(MARKET, LIMIT, LIMIT, STOP, STOP_LIMIT));
    }

    private Step replace(OrderId id) {
        boolean flawed = random.nextInt(4) == 0;
        double quantity = flawed ? (random.nextBoolean() ? 0.0 : 1e9) : 1.0 + random.nextInt(15);
        OrderParameters asked = parameters(null, null, null, null, quantity, price(), null, null);
        return new Step(new Replacement(ACCOUNT, id, ADMINISTRATOR, asked), flawed);
    }

    /** The first leg of a group that triggers must not be a market order, nor both of those that cancel each other. */
    private OrderParameters group(OrderType type, boolean flawed) {
        List<OrderParameters> legs = new ArrayList<>();
        int size = type == ONE_TRIGGER_ONE_CANCEL_OTHER ? 3 : 2;
        for (int i = 0; i < size; i++) {
            legs.add(single(i == 1 ? type() : pick(List.of(LIMIT, STOP)), TimeInForce.DAY, flawed && i == size - 1));
        }
        return parameters("AAPL", type, Side.BUY, TimeInForce.DAY, 1.0, null, null, legs);
    }

    /** Any other order with legs. */
    private OrderParameters combination(boolean flawed) {
        List<OrderParameters> legs = List.of(
                parameters("MSFT", MARKET, Side.BUY, TimeInForce.DAY, 3.0, null, null, null),
                parameters("FB", MARKET, Side.SELL, TimeInForce.DAY, flawed ? 0.0 : 6.0, null, null, null));
        return parameters("AAPL", LIMIT, Side.BUY, TimeInForce.DAY, 2.0 + random.nextInt(4), 100.0, null, legs);
    }

    private OrderParameters single(OrderType type, TimeInForce timeInForce, boolean flawed) {
        int flaw = flawed ? random.nextInt(4) : -1;
        Side side = pick(List.of(Side.BUY, Side.BUY, Side.SELL, Side.BUY_TO_COVER));
        boolean limited = type == LIMIT || type == STOP_LIMIT;
        boolean stopped = type == STOP || type == STOP_LIMIT;
        Double stop = stopped ? Double.valueOf(side.isBuy() ? 200 : 100) : null;
        return parameters(
                flaw == 0 ? "NONE" : flaw == 1 ? "NOQT" : "AAPL",
                type,
                side,
                timeInForce,
                flaw == 2 ? 0.5 : 1.0 + random.nextInt(15),
                flaw == 3 ? Double.valueOf(-1) : limited ? Double.valueOf(price()) : null,
                stop,
                null);
    }

    /** Far below or above every quote of the stocks. */
    private double price() {
        return random.nextBoolean() ? 100.0 : 200.0;
    }

    private OrderParameters parameters(
            @Nullable String symbol,
            @Nullable OrderType type,
            @Nullable Side side,
            @Nullable TimeInForce time,
            double quantity,
            @Nullable Double price,
            @Nullable Double stop,
            @Nullable List<OrderParameters> legs) {
        Instant until = time == TimeInForce.GOOD_TILL_DATE ? now.plus(seconds(20)) : null;
        return OrderParameters.NONE
                .with(OrderProperty.SYMBOL, symbol)
                .with(OrderProperty.EXPIRE_DATE, until)
                .with(OrderProperty.TYPE, type)
                .with(OrderProperty.SIDE, side)
                .with(OrderProperty.TIME_IN_FORCE, time)
                .with(OrderProperty.QUANTITY, quantity)
                .with(OrderProperty.PRICE, price)
                .with(OrderProperty.STOP_PRICE, stop)
                .with(OrderProperty.LEGS, legs);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
