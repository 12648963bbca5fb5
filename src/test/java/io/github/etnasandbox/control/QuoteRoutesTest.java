package io.github.etnasandbox.control;

import static io.github.etnasandbox.control.VenueCalls.get;
import static io.github.etnasandbox.control.VenueCalls.ofTheApi;
import static io.github.etnasandbox.control.VenueCalls.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.etnasandbox.Sandbox;
import io.github.etnasandbox.fixture.Fixtures;
import io.github.etnasandbox.junit.SandboxTest;
import io.github.etnasandbox.order.Order;
import io.github.etnasandbox.order.OrderId;
import io.github.etnasandbox.order.OrderStatus;
import io.github.etnasandbox.order.VenueSettings;
import io.github.etnasandbox.quote.Quote;
import io.github.etnasandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import kong.unirest.core.Unirest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Order 73552 buys 150 AAPL at the market, 80401 sells some at 158.1, 80328 is not acknowledged. */
@SandboxTest
class QuoteRoutesTest {
    private static final String OF_AAPL =
            "{\"Symbol\":\"AAPL\",\"quote\":{\"Ask\":156.85,\"Bid\":156.8,\"Last\":156.82,\"Volume\":33751023,\"OpenInterest\":0}}";
    private static final String ACCOUNT = "/v1.0/accounts/6303";

    @Test
    void the_quotes_of_fixtures_are_listed(World world) {
        var answer = get(world, "/quotes");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody()).startsWith("[" + OF_AAPL + ",").doesNotContain("NOQT");
    }

    @Test
    void a_quote_that_is_set_tells_what_has_become_of_orders_and_why_others_wait(World world) {
        reacting(world);
        var answer = put(world, "/quotes/aapl", "{\"Bid\": 149.9, \"Ask\": 150.1, \"Last\": 150, \"AskSize\": 200}");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getBody())
                .isEqualTo("{\"Symbol\":\"AAPL\",\"quote\":{\"Ask\":150.1,\"Bid\":149.9,\"Last\":150,\"Volume\":0,"
                        + "\"OpenInterest\":0,\"AskSize\":50},\"orders\":["
                        + "{\"Id\":73552,\"Status\":\"Filled\",\"why\":\"filled 150 at 150.1\"}],\"waiting\":["
                        + "{\"Id\":80328,\"Status\":\"PendingNew\",\"why\":\"it is PendingNew, and not open at the venue\"},"
                        + "{\"Id\":80401,\"Status\":\"New\",\"why\":\"Bid 149.9 is below its Price 158.1\"}]}\n");
        assertThat(get(world, "/quotes").getBody()).contains("\"AskSize\":50");
        assertThat(world.order(73552).status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void without_the_setting_orders_wait_and_the_answer_says_what_would_help(World world) {
        List<Order> before = world.orders();
        assertThat(put(world, "/quotes/AAPL", "{\"Last\": 1}").getBody())
                .contains("\"orders\":[],\"waiting\":[{\"Id\":73552,\"Status\":\"New\",\"why\":\"orders do not fill at"
                        + " quotes here; fillsAtQuotes of the venue's settings is false\"}");
        assertThat(world.orders()).isEqualTo(before);
    }

    @Test
    void each_step_of_an_order_is_told(World world) {
        reacting(world);
        world.quote("AAPL", 156);
        int stop = placed(world, "'Type':'TrailingStop','TrailingStopAmount':2");
        assertThat(put(world, "/quotes/AAPL", "{\"Last\": 158}").getBody())
                .contains("{\"Id\":" + stop + ",\"Status\":\"New\",\"why\":\"StopPrice follows Last to 156\"}");
        assertThat(put(world, "/quotes/AAPL", "{\"Last\": 155.5, \"Bid\": 155, \"BidSize\": 4}")
                        .getBody())
                .contains("{\"Id\":" + stop + ",\"Status\":\"PartiallyFilled\",\"why\":"
                        + "\"Triggered: Last 155.5 reached StopPrice 156; filled 4 at 155\"}");
        assertThat(apiGet(world, "/orders/" + stop))
                .contains("\"Type\":\"Market\"", "\"InitialType\":\"TrailingStop\"", "\"StopPrice\":156,");
        assertThat(apiGet(world, "/orders/" + stop + "/details"))
                .contains("\"RejectReason\":\"\",\"Comment\":\"Triggered: Last 155.5 reached StopPrice 156\",");
        assertThat(get(world, "/orders/" + stop).getBody())
                .contains("\"Description\":\"Triggered: Last 155.5 reached StopPrice 156\"");
    }

    @Test
    void an_order_that_waits_for_its_stop_price_says_so(World world) {
        reacting(world);
        world.quote("AAPL", 156);
        int stop = placed(world, "'Type':'Stop','StopPrice':150");
        assertThat(put(world, "/quotes/AAPL", "{\"Last\": 150.01}").getBody())
                .contains("{\"Id\":" + stop + ",\"Status\":\"New\","
                        + "\"why\":\"Last 150.01 has not reached its StopPrice 150\"}");
    }

    @Test
    void a_leg_that_fills_shows_what_its_group_does(World world) {
        reacting(world);
        int root = placed(
                world,
                "'Type':'OneCancelOther','Legs':["
                        + "{'Symbol':'AAPL','Type':'Limit','Side':'Sell','Quantity':1,'Price':170},"
                        + "{'Symbol':'AAPL','Type':'Stop','Side':'Sell','Quantity':1,'StopPrice':150}]");
        List<OrderId> legs = world.order(root).legs();
        List<Order> changed = world.quote("AAPL", 140);
        assertThat(changed)
                .extracting(order -> order.id().value() + " " + order.status().word())
                .containsExactly("73552 Filled", root + " Filled", legs.get(0) + " Canceled", legs.get(1) + " Filled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            APL  | {"Last": 150}               | 404 | there is no security 'APL' in this world; did you mean 'AAPL'?
            AAPL | {}                          | 422 | 'Last' is missing
            AAPL | {"Last": 0}                 | 422 | /Last: must be a number above 0 and up to 1000000000000, found 0
            AAPL | {"Last": 150, "Bid": 151}   | 422 | /Bid: Ask 150 is less than Bid 151
            AAPL | {"Last": 150, "BidSize": -1}| 422 | /BidSize: must be a number from 0 to 1000000000000, found -1
            AAPL | {"Last": 150, "Asksize": 1} | 422 | unknown member 'Asksize'
            AAPL | 150                         | 422 | must be an object, found 150
            """)
    void a_quote_that_cannot_be_is_refused_and_changes_nothing(
            String symbol, String body, int status, String why, World world) {
        reacting(world);
        var answer = put(world, "/quotes/" + symbol, body);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getBody()).contains(why.replace("\"", "\\\""));
        assertThat(get(world, "/quotes").getBody()).startsWith("[" + OF_AAPL);
    }

    @Test
    void the_symbol_of_an_option_has_its_spaces(World world) {
        var answer = put(world, "/quotes/AAPL%20%20190503C00165000", "{\"Last\": 7}");
        assertThat(answer.getBody()).startsWith("{\"Symbol\":\"AAPL  190503C00165000\",\"quote\":{\"Ask\":7,");
        assertThat(world.quote("AAPL  190503C00165000")).contains(Quote.of(7));
    }

    @Test
    void positions_and_the_account_are_worth_what_the_quote_says(World world) {
        assertThat(apiGet(world, "/positions/AAPL")).contains("\"DailyCostBasis\":25414.5,");
        put(world, "/quotes/AAPL", "{\"Bid\": 159, \"Ask\": 161, \"Last\": 160}");
        assertThat(apiGet(world, "/positions/AAPL"))
                .contains("\"CostBasis\":23485.5,\"DailyCostBasis\":24000,", "\"Quantity\":150,");
        String info = apiGet(world, "/info");
        assertThat(info).contains("\"marketValue\":24000}", "\"openPL\":514.5,", "\"stockLongMarketValue\":24000,");
        double cash = figure(info, "cash");
        assertThat(figure(info, "equityTotal")).isEqualTo(cash + 24_000);
        assertThat(world.transactions(6303)).hasSize(3);
    }

    @Test
    void an_account_that_holds_nothing_of_it_is_as_it_was(World world) {
        String before = apiGet(world, "/info");
        world.quote("TSLA", 1);
        assertThat(apiGet(world, "/info")).isEqualTo(before);
    }

    @Test
    void what_a_market_order_reserves_follows_the_quote_and_is_given_back(World world) {
        double free = figure(apiGet(world, "/info"), "dayTradingBuyingPower");
        world.configureVenue(VenueSettings.DEFAULTS.holdingNewOrders());
        world.quote("TSLA", 300);
        int id = placed(world, "'Symbol':'TSLA','Type':'Market','Side':'Buy'");
        assertThat(figure(apiGet(world, "/info"), "dayTradingBuyingPower")).isEqualTo(free - 3_000);
        world.quote("TSLA", 310);
        assertThat(figure(apiGet(world, "/info"), "dayTradingBuyingPower")).isEqualTo(free - 3_100);
        world.reject(id, "no");
        assertThat(figure(apiGet(world, "/info"), "dayTradingBuyingPower")).isEqualTo(free);
    }

    @Test
    void a_reset_puts_the_quotes_of_the_fixtures_back(World world) {
        String before = get(world, "/quotes").getBody();
        world.quote("AAPL", 1);
        world.reset();
        assertThat(get(world, "/quotes").getBody()).isEqualTo(before);
    }

    @Test
    void a_snapshot_and_an_export_have_the_quotes(World world) {
        reacting(world);
        world.quote("AAPL", Quote.of(149, 151, 150).withSizes(7.0, 0.0));
        String set = get(world, "/quotes").getBody();
        String export = get(world, "/state").getBody();
        var snapshot = world.snapshot();
        world.quote("AAPL", 1);
        world.restore(snapshot);
        assertThat(get(world, "/quotes").getBody()).isEqualTo(set).contains("\"AskSize\":0,\"BidSize\":7}");
        assertThat(get(world, "/state").getBody()).isEqualTo(export);
        world.reseed(Fixtures.document("export", export.getBytes(StandardCharsets.UTF_8))
                .load());
        assertThat(get(world, "/state").getBody()).isEqualTo(export);
    }

    @Test
    void nothing_moves_by_itself(World world) {
        reacting(world);
        world.quote("AAPL", 156);
        int trailing = placed(world, "'Type':'TrailingStop','TrailingStopAmount':2,'TimeInForce':'GoodTillCancel'");
        List<Quote> before = quotes(world);
        Order waits = world.order(trailing);
        world.advance(Duration.ofDays(400));
        assertThat(quotes(world)).isEqualTo(before);
        assertThat(world.order(trailing)).isEqualTo(waits);
    }

    private static List<Quote> quotes(World world) {
        return List.of(world.quote("AAPL").orElseThrow(), world.quote("TSLA").orElseThrow());
    }

    @Test
    void a_security_that_is_not_there_is_told_in_java(World world) {
        assertThatThrownBy(() -> world.quote("NONE", 1))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("world '" + world.id() + "' has no security NONE");
        assertThatThrownBy(() -> world.quote("NONE")).isInstanceOf(NoSuchElementException.class);
        assertThat(world.quote("NOQT")).isEmpty();
    }

    @Test
    void a_security_may_have_any_symbol() {
        try (Sandbox sandbox = Sandbox.start()) {
            World world = sandbox.world();
            String seed = get(world, "/state").getBody().replace("\"Symbol\":\"NOQT\"", "\"Symbol\":\"BRK/B +%é\"");
            world.reseed(Fixtures.document("seed", seed.getBytes(StandardCharsets.UTF_8))
                    .load());
            var answer = put(world, "/quotes/BRK%2FB%20%2B%25%C3%A9", "{\"Last\": 3}");
            assertThat(answer.getBody()).startsWith("{\"Symbol\":\"BRK/B +%é\"");
        }
    }

    private static void reacting(World world) {
        world.configureVenue(VenueSettings.DEFAULTS.fillingAtQuotes(true));
    }

    /** An order of 10, which sells AAPL unless it says otherwise. */
    private static int placed(World world, String fields) {
        String sells = (fields.contains("'Symbol'") ? "" : "'Symbol':'AAPL',")
                + (fields.contains("'Side'") ? "" : "'Side':'Sell',");
        String order = ofTheApi(Unirest.post(world.apiUrl() + ACCOUNT + "/orders")
                .header("Content-Type", "application/json")
                .body(("{" + sells + "'Quantity':10," + fields + "}").replace('\'', '"')));
        return Integer.parseInt(order.replaceAll("^\\{\"Id\":(\\d+).*", "$1"));
    }

    private static String apiGet(World world, String path) {
        return ofTheApi(Unirest.get(world.apiUrl() + ACCOUNT + path));
    }

    private static double figure(String info, String name) {
        return Double.parseDouble(info.replaceAll(".*\"" + name + "\":(-?[0-9.]+).*", "$1"));
    }
}
