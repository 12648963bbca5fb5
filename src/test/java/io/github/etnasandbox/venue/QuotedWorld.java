package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.account.AccountId;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.json.JsonNumber;
import io.github.etnasandbox.live.Snapshots;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.state.Command;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.state.State;
import io.github.etnasandbox.state.Transition;
import io.github.etnasandbox.user.UserId;
import io.github.etnasandbox.venue.OrderProperty.AmountType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A world without any orders but those that a test places, whose venue fills at quotes. AAPL is at 100 in it. A quote is written
 * bid:ask:last, or as one price, with its sizes behind an x.
 */
final class QuotedWorld {
    static final AccountId ACCOUNT = new AccountId(6303);
    static final UserId TRADER = new UserId(7125);
    private static final State FREE =
            Snapshots.stateOf(Fixtures.named("docs").load()).with(Orders.NONE);

    private State state = FREE;

    QuotedWorld() {
        set("100");
        configure(VenueSettings.DEFAULTS.fillingAtQuotes(true));
    }

    void configure(VenueSettings settings) {
        state = state.with(settings);
    }

    State state() {
        return state;
    }

    OrderId place(OrderType type, Side side, @Nullable Double price, @Nullable Double stop) {
        return place(single(type, side, price, stop));
    }

    OrderId place(OrderParameters asked) {
        OrderId id =
                apply(new Placement(ACCOUNT, TRADER, TRADER, asked)).order().id();
        assertThat(order(id).status()).as("%s", order(id)).isNotEqualTo(OrderStatus.REJECTED);
        return id;
    }

    static OrderParameters single(OrderType type, Side side, @Nullable Double price, @Nullable Double stop) {
        return OrderParameters.NONE
                .with(OrderProperty.SYMBOL, "AAPL")
                .with(OrderProperty.TYPE, type)
                .with(OrderProperty.SIDE, side)
                .with(OrderProperty.QUANTITY, 10.0)
                .with(OrderProperty.PRICE, price)
                .with(OrderProperty.STOP_PRICE, stop);
    }

    static OrderParameters trailing(OrderType type, Side side, String amount) {
        return single(type, side, null, null)
                .with(OrderProperty.TRAILING_STOP_AMOUNT_TYPE, type(amount))
                .with(OrderProperty.TRAILING_STOP_AMOUNT, figure(amount));
    }

    static AmountType type(String amount) {
        return amount.endsWith("%") ? AmountType.PERSENTAGE : AmountType.ABSOLUTE;
    }

    static double figure(String amount) {
        return Double.parseDouble(amount.replace("%", ""));
    }

    /** Sets quotes, one after the other. */
    void set(String quotes) {
        for (String text : quotes.isEmpty() ? new String[0] : quotes.split(" ", -1)) {
            String[] sized = text.split("x", -1);
            String[] prices = sized[0].split(":", -1);
            double[] price = new double[3];
            for (int i = 0; i < 3; i++) {
                price[i] = Double.parseDouble(prices[prices.length == 1 ? 0 : i]);
            }
            Quote quote = Quote.of(price[0], price[1], price[2]);
            Double size = sized.length == 1 ? null : Double.valueOf(sized[1]);
            apply(new QuoteChange("AAPL", quote.withSizes(size, size)));
        }
    }

    @Nullable Quote quote() {
        return state.security("AAPL").orElseThrow().quote();
    }

    <R> R apply(Command<R> command) {
        Transition<R> after = command.applyTo(state, state.clock());
        state = after.state();
        return after.result();
    }

    Order order(OrderId id) {
        return state.order(id).orElseThrow();
    }

    List<String> group(OrderId root) {
        List<String> group = new ArrayList<>(List.of(shown(root)));
        order(root).legs().forEach(leg -> group.add(shown(leg)));
        return group;
    }

    String shown(OrderId id) {
        Order order = order(id);
        return order.executedQuantity() == 0
                ? order.status().word()
                : order.status().word() + " " + JsonNumber.spell(order.executedQuantity()) + " at "
                        + JsonNumber.spell(order.execution().averagePrice());
    }
}
