package io.github.etnasandbox.venue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.etnasandbox.order.CancelOutcome;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderType;
import io.github.etnasandbox.order.Side;
import io.github.etnasandbox.order.TimeInForce;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.state.Orders;
import io.github.etnasandbox.venue.OrderProperty.ExecInsts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What orders of AAPL do at quotes, which are written as {@link QuotedWorld} tells.
 */
class AtQuotesTest {
    private final QuotedWorld world = new QuotedWorld();

    @ParameterizedTest
    @CsvSource({
        // at the ask or the bid, not at the limit
        "BUY,  99,  99.01,        New",
        "BUY,  99,  99,           Filled 10 at 99",
        "BUY,  99,  98,           Filled 10 at 98",
        "BUY,  99,  98:99.5:98.5, New",
        "BUY,  99,  90:99:100,    Filled 10 at 99",
        "BUY,  105, 100,          Filled 10 at 100",
        "SELL, 101, 100.99,       New",
        "SELL, 101, 101,          Filled 10 at 101",
        "SELL, 101, 102,          Filled 10 at 102",
        "SELL, 101, 100:102:101,  New",
        "SELL_SHORT,  101, 102,    Filled 10 at 102",
        "BUY_TO_COVER, 99,  98,     Filled 10 at 98",
    })
    void a_limit_order_fills_at_the_quote_that_meets_it(Side side, double price, String quote, String then) {
        OrderId id = world.place(OrderType.LIMIT, side, price, null);
        world.set(quote);
        assertThat(world.shown(id)).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({
        // only the last price triggers; then it is a market order, whatever the stop price was
        "SELL, 95,  95.01,         New",
        "SELL, 95,  95,            Filled 10 at 95",
        "SELL, 95,  94:96:95,      Filled 10 at 94",
        "SELL, 95,  80,            Filled 10 at 80",
        "SELL, 95,  90:96:95.5,    New",
        "SELL, 95,  96 94,         Filled 10 at 94",
        "BUY,  105, 104.99,        New",
        "BUY,  105, 105,           Filled 10 at 105",
        "BUY,  105, 104:107:105,   Filled 10 at 107",
        "BUY,  105, 120,           Filled 10 at 120",
        "BUY,  105, 100:110:104.9, New",
    })
    void a_stop_is_triggered_by_the_last_price_and_fills_at_the_quote(
            Side side, double stop, String quotes, String then) {
        OrderId id = world.place(OrderType.STOP, side, null, stop);
        world.set(quotes);
        assertThat(world.shown(id)).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({
        "SELL, 95,  94,  96,               New",
        "SELL, 95,  94,  95,               Filled 10 at 95",
        "SELL, 95,  94,  93,               New",
        "SELL, 95,  94,  93 94,            Filled 10 at 94",
        "SELL, 95,  94,  93 99,            Filled 10 at 99",
        "BUY,  105, 106, 105,              Filled 10 at 105",
        "BUY,  105, 106, 107,              New",
        "BUY,  105, 106, 107 106,          Filled 10 at 106",
        "BUY,  105, 106, 104:106.5:105,    New",
    })
    void a_stop_limit_order_is_a_limit_order_once_it_is_triggered(
            Side side, double stop, double price, String quotes, String then) {
        OrderId id = world.place(OrderType.STOP_LIMIT, side, price, stop);
        world.set(quotes);
        assertThat(world.shown(id)).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({
        // how far, then where the stop price is behind each quote
        "SELL, 2,  '',          98,      New",
        "SELL, 2,  101,         99,      New",
        "SELL, 2,  103 101.5,   101,     New",
        "SELL, 2,  103 101,     101,     Filled 10 at 101",
        "SELL, 2,  103 99,      101,     Filled 10 at 99",
        "SELL, 2,  98,          98,      Filled 10 at 98",
        "SELL, 2,  104:105:100, 98,      New",
        "SELL, 5%, 110,         104.5,   New",
        "SELL, 5%, 101.11,      96.0545, New",
        "SELL, 5%, 101.111,     96.0554, New",
        "BUY,  2,  '',          102,     New",
        "BUY,  2,  97 98.5,     99,      New",
        "BUY,  2,  97 99,       99,      Filled 10 at 99",
        "BUY,  2,  97 110,      99,      Filled 10 at 110",
        "BUY,  5%, 90.001,      94.5011, New",
    })
    void a_trailing_stop_follows_the_last_price_and_never_goes_back(
            Side side, String amount, String quotes, double stop, String then) {
        OrderId id = world.place(QuotedWorld.trailing(OrderType.TRAILING_STOP, side, amount));
        world.set(quotes);
        assertThat(world.order(id).terms().stopPrice()).isEqualTo(stop);
        assertThat(world.shown(id)).isEqualTo(then);
    }

    @ParameterizedTest
    @CsvSource({
        "SELL, 2, 0.5, 103,        101, 100.5, New",
        "SELL, 2, 0.5, 103 100.75, 101, 100.5, Filled 10 at 100.75",
        "SELL, 2, 0.5, 103 100,    101, 100.5, New",
        "SELL, 2, 1%,  103,        101, 99.99, New",
        "BUY,  2, 0.5, 97 100,     99,  99.5,  New",
        "BUY,  2, 0.5, 97 99.5,    99,  99.5,  Filled 10 at 99.5",
        "BUY,  2, 0,   97 99,      99,  99,    Filled 10 at 99",
        "BUY,  2, 0,   97 100,     99,  99,    New",
    })
    void a_trailing_limit_follows_its_stop_price(
            Side side, String amount, String beyond, String quotes, double stop, double price, String then) {
        OrderId id = world.place(QuotedWorld.trailing(OrderType.TRAILING_STOP_LIMIT, side, amount)
                .with(OrderProperty.TRAILING_LIMIT_AMOUNT_TYPE, QuotedWorld.type(beyond))
                .with(OrderProperty.TRAILING_LIMIT_AMOUNT, QuotedWorld.figure(beyond)));
        world.set(quotes);
        assertThat(world.order(id).terms().stopPrice()).isEqualTo(stop);
        assertThat(world.order(id).terms().price()).isEqualTo(price);
        assertThat(world.shown(id)).isEqualTo(then);
    }

    @Test
    void a_trailing_stop_that_nobody_gave_a_distance_stands_at_its_stop_price() {
        OrderId waits = world.place(QuotedWorld.trailing(OrderType.TRAILING_STOP, Side.SELL, "0"));
        OrderId stands = world.place(
                QuotedWorld.trailing(OrderType.TRAILING_STOP, Side.SELL, "0").with(OrderProperty.STOP_PRICE, 95.0));
        world.set("110 95");
        assertThat(world.shown(waits)).isEqualTo("New");
        assertThat(AtQuotes.waitsFor(world.state(), world.order(waits))).contains("it has no StopPrice");
        assertThat(world.shown(stands)).isEqualTo("Filled 10 at 95");
    }

    @Test
    void a_stop_price_that_was_sent_is_where_a_trailing_one_begins() {
        OrderId id = world.place(QuotedWorld.trailing(OrderType.TRAILING_STOP_LIMIT, Side.SELL, "20")
                .with(OrderProperty.STOP_PRICE, 95.0)
                .with(OrderProperty.TRAILING_LIMIT_AMOUNT, 0.5));
        world.set("110 94");
        assertThat(world.order(id).terms().stopPrice()).isEqualTo(95);
        assertThat(world.order(id).terms().price()).isEqualTo(94.5);
        assertThat(world.shown(id)).isEqualTo("New");
    }

    @Test
    void another_distance_begins_at_the_last_price() {
        OrderId id = world.place(QuotedWorld.trailing(OrderType.TRAILING_STOP, Side.SELL, "2"));
        world.set("110 109");
        world.apply(new Replacement(
                QuotedWorld.ACCOUNT,
                id,
                QuotedWorld.TRADER,
                OrderParameters.NONE.with(OrderProperty.TRAILING_STOP_AMOUNT, 5.0)));
        assertThat(world.order(id).terms().stopPrice()).isEqualTo(104);
    }

    @Test
    void a_trigger_stands_in_the_records() {
        OrderId id = world.place(OrderType.STOP_LIMIT, Side.SELL, 94.0, 95.0);
        int records = world.order(id).records().size();
        world.set("93");
        Order triggered = world.order(id);
        assertThat(triggered.records()).hasSize(records + 1);
        assertThat(triggered.progress().description()).isEqualTo("Triggered: Last 93 reached StopPrice 95");
        assertThat(triggered.terms().type()).isEqualTo(OrderType.LIMIT);
        assertThat(triggered.terms().initialType()).isEqualTo(OrderType.STOP_LIMIT);
        world.set("94");
        assertThat(world.order(id).records()).hasSize(records + 2);
    }

    @ParameterizedTest
    @CsvSource({
        "100x4,             PartiallyFilled 4 at 100",
        "100x4 101x10,      Filled 10 at 100.6",
        "100x4 99x4 98x4,   Filled 10 at 99.2",
        "100x0,             New",
        "100x10,            Filled 10 at 100",
        "100x2.5,           PartiallyFilled 2.5 at 100",
    })
    void at_most_the_size_of_a_quote_is_filled(String quotes, String then) {
        world.set("100x0");
        OrderId id = world.place(OrderType.MARKET, Side.BUY, null, null);
        world.set(quotes);
        assertThat(world.shown(id)).isEqualTo(then);
    }

    @Test
    void what_is_left_of_a_quote_is_there_for_orders_that_come_later() {
        world.set("100x15");
        OrderId first = world.place(OrderType.MARKET, Side.BUY, null, null);
        OrderId second = world.place(OrderType.LIMIT, Side.BUY, 100.0, null);
        OrderId third = world.place(OrderType.MARKET, Side.BUY, null, null);
        OrderId other = world.place(OrderType.MARKET, Side.SELL, null, null);
        assertThat(List.of(world.shown(first), world.shown(second), world.shown(third), world.shown(other)))
                .containsExactly("Filled 10 at 100", "PartiallyFilled 5 at 100", "New", "Filled 10 at 100");
        assertThat(world.quote()).isEqualTo(Quote.of(100).withSizes(5.0, 0.0));
    }

    @Test
    void market_orders_come_first_then_the_best_price_then_the_lowest_id() {
        OrderId low = world.place(OrderType.LIMIT, Side.BUY, 96.0, null);
        OrderId high = world.place(OrderType.LIMIT, Side.BUY, 97.0, null);
        OrderId highToo = world.place(OrderType.LIMIT, Side.BUY, 97.0, null);
        OrderId stop = world.place(OrderType.STOP, Side.BUY, null, 105.0);
        world.set("90:96:105x35");
        assertThat(List.of(world.shown(stop), world.shown(high), world.shown(highToo), world.shown(low)))
                .containsExactly("Filled 10 at 96", "Filled 10 at 96", "Filled 10 at 96", "PartiallyFilled 5 at 96");
    }

    @Test
    void fill_or_kill_and_all_or_none_fill_wholly_or_not_at_all() {
        world.set("100x9");
        OrderId kill = world.place(QuotedWorld.single(OrderType.LIMIT, Side.BUY, 100.0, null)
                .with(OrderProperty.TIME_IN_FORCE, TimeInForce.FILL_OR_KILL));
        OrderId all = world.place(QuotedWorld.single(OrderType.LIMIT, Side.BUY, 100.0, null)
                .with(OrderProperty.EXEC_INST, new ExecInsts("\"AllOrNone\"")));
        assertThat(List.of(world.shown(kill), world.shown(all))).containsExactly("Canceled", "New");
        assertThat(AtQuotes.waitsFor(world.state(), world.order(all)))
                .contains("AskSize is 9, and it fills wholly or not at all");
        world.set("100x10");
        assertThat(world.shown(all)).isEqualTo("Filled 10 at 100");
    }

    @Test
    void what_an_immediate_order_does_not_get_is_canceled() {
        world.set("100x4");
        OrderId id = world.place(QuotedWorld.single(OrderType.MARKET, Side.BUY, null, null)
                .with(OrderProperty.TIME_IN_FORCE, TimeInForce.IMMEDIATE_OR_CANCEL));
        assertThat(world.shown(id)).isEqualTo("Canceled 4 at 100");
    }

    @Test
    void an_order_with_new_terms_meets_the_quote_at_once() {
        OrderId id = world.place(OrderType.LIMIT, Side.BUY, 90.0, null);
        world.apply(new Replacement(
                QuotedWorld.ACCOUNT, id, QuotedWorld.TRADER, OrderParameters.NONE.with(OrderProperty.PRICE, 101.0)));
        assertThat(world.shown(id)).isEqualTo("Filled 10 at 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"suspended", "not acknowledged"})
    void an_order_that_is_not_open_at_the_venue_waits_until_it_is(String kept) {
        if (kept.equals("not acknowledged")) {
            world.configure(VenueSettings.DEFAULTS.fillingAtQuotes(true).holdingNewOrders());
        }
        OrderId id = world.place(QuotedWorld.trailing(OrderType.TRAILING_STOP, Side.SELL, "2"));
        if (kept.equals("suspended")) {
            world.apply(VenueInstruction.of(id, VenueEvent.SUSPEND));
        }
        double stop = world.order(id).terms().stopPrice();
        world.set("120 90");
        assertThat(world.order(id).executedQuantity()).isZero();
        assertThat(world.order(id).terms().stopPrice()).isEqualTo(stop);
        assertThat(AtQuotes.waitsFor(world.state(), world.order(id)).orElseThrow())
                .endsWith("and not open at the venue");
        world.apply(VenueInstruction.of(id, VenueEvent.ACKNOWLEDGE));
        assertThat(world.shown(id)).isEqualTo(kept.equals("suspended") ? "Filled 10 at 90" : "New");
    }

    @Test
    void a_cancel_that_the_venue_has_not_accepted_loses_against_a_quote() {
        OrderId id = world.place(OrderType.LIMIT, Side.BUY, 99.0, null);
        world.apply(new CancelScript(id, CancelOutcome.HOLD));
        world.apply(new Cancellation(QuotedWorld.ACCOUNT, id, QuotedWorld.TRADER));
        world.set("99x4");
        assertThat(world.shown(id)).isEqualTo("PendingCancel 4 at 99");
        world.set("98");
        assertThat(world.shown(id)).isEqualTo("Filled 10 at 98.4");
    }

    @Test
    void of_a_bracket_the_leg_that_is_triggered_leaves_the_other_canceled() {
        OrderParameters bracket = OrderParameters.NONE
                .with(OrderProperty.TYPE, OrderType.ONE_TRIGGER_ONE_CANCEL_OTHER)
                .with(
                        OrderProperty.LEGS,
                        List.of(
                                QuotedWorld.single(OrderType.LIMIT, Side.BUY, 99.0, null),
                                QuotedWorld.single(OrderType.LIMIT, Side.SELL, 110.0, null),
                                QuotedWorld.single(OrderType.STOP, Side.SELL, null, 95.0)));
        OrderId root = world.place(bracket);
        assertThat(world.group(root)).containsExactly("New", "New", "Held", "Held");
        world.set("99");
        assertThat(world.group(root)).containsExactly("New", "Filled 10 at 99", "New", "New");
        world.set("90");
        assertThat(world.group(root)).containsExactly("Filled", "Filled 10 at 99", "Canceled", "Filled 10 at 90");
    }

    @Test
    void a_held_leg_that_the_quote_has_passed_meanwhile_is_triggered_when_it_wakes() {
        OrderId root = world.place(OrderParameters.NONE
                .with(OrderProperty.TYPE, OrderType.ONE_TRIGGER_OTHER)
                .with(
                        OrderProperty.LEGS,
                        List.of(
                                QuotedWorld.single(OrderType.LIMIT, Side.BUY, 99.0, null),
                                QuotedWorld.single(OrderType.STOP, Side.SELL, null, 95.0))));
        world.set("90");
        assertThat(world.group(root)).containsExactly("Filled", "Filled 10 at 90", "Filled 10 at 90");
    }

    @Test
    void a_combination_is_filled_only_when_told() {
        OrderId root = world.place(OrderParameters.NONE
                .with(OrderProperty.SYMBOL, "")
                .with(OrderProperty.TYPE, OrderType.MARKET)
                .with(
                        OrderProperty.LEGS,
                        List.of(
                                QuotedWorld.single(OrderType.MARKET, Side.BUY, null, null),
                                QuotedWorld.single(OrderType.MARKET, Side.SELL, null, null))));
        world.set("90");
        assertThat(world.group(root)).containsExactly("New", "New", "New");
        assertThat(AtQuotes.waitsFor(
                        world.state(), world.order(world.order(root).legs().get(0))))
                .contains("it is a leg of the combination " + root + ", which is filled only when told");
    }

    @Test
    void without_the_setting_no_order_reacts() {
        world.configure(VenueSettings.DEFAULTS);
        OrderId trailing = world.place(QuotedWorld.trailing(OrderType.TRAILING_STOP, Side.SELL, "2"));
        OrderId market = world.place(OrderType.MARKET, Side.BUY, null, null);
        Orders before = world.state().orders();
        world.set("120 50");
        assertThat(world.state().orders()).isSameAs(before);
        assertThat(List.of(world.shown(trailing), world.shown(market))).containsOnly("New");
    }
}
